export {
  countExperts,
  expertIdsOf,
  findExpertForDocking,
  findExperts,
  getOrganisationRegion,
  organisationNames,
} from './server/directory-queries.ts';
export type { DirectoryTables } from './server/tables.ts';
