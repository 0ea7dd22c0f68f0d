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
export { findNamedExperts, findNamedOrganisations } from './server/find-named.ts';
export { changedExperts, changedOrganisations, removeImported } from './server/remove-imported.ts';
export { findParties } from './server/find-parties.ts';
