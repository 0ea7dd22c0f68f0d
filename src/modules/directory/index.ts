export {
  activeOrganisationNames,
  countExperts,
  expertIdsOf,
  findExpertForDocking,
  findExperts,
  getListingOwner,
  organisationNames,
} from './server/directory-queries.ts';
export type { DirectoryTables } from './server/tables.ts';
export {
  importExperts,
  importFacilities,
  importOrganisations,
  removeExampleDirectory,
  type ExpertRow,
  type FacilityRow,
  type OrganisationRow,
} from './server/import-directory.ts';
export { findParties } from './server/find-parties.ts';
export {
  findNamedExperts,
  findNamedFacilities,
  findNamedOrganisations,
} from './server/find-named.ts';
export {
  changedExperts,
  changedFacilities,
  changedOrganisations,
  removeImported,
} from './server/remove-imported.ts';
export { listExperts } from './server/expert-queries.ts';
export { listFacilities } from './server/facility-queries.ts';
export { listOrganisations, organisationTexts } from './server/organisation-queries.ts';
export { facilitiesContract, facilityWords } from './facilities-contract.ts';
export { searchExperts } from './server/search-experts.ts';
export { personalEntries } from './server/personal-data.ts';
export { stuckClaims } from './server/stuck-claims.ts';
