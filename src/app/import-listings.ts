import {
  importExperts,
  importFacilities,
  importOrganisations,
  type ExpertRow,
  type FacilityRow,
  type OrganisationRow,
} from '../modules/directory/index.ts';
import {
  importAchievements,
  importNeeds,
  type AchievementImport,
  type NeedImport,
} from '../modules/exchange/index.ts';
import { defineCommand } from '../platform/commands/run-command.ts';

/** A whole library at once: what the example district and the benchmarks come in by. */
export type Library = {
  organisations: readonly OrganisationRow[];
  experts: readonly ExpertRow[];
  facilities?: readonly FacilityRow[];
  achievements: readonly AchievementImport[];
  needs: readonly NeedImport[];
};

/** All or nothing, in one transaction. */
export const importLibrary = defineCommand({
  name: 'library.import',
  async run(context, input: { library: Library; isExample: boolean }) {
    const { library, isExample } = input;
    await importOrganisations(context, library.organisations, isExample);
    await importExperts(context, library.experts, isExample);
    await importFacilities(context, library.facilities ?? [], isExample);
    await importAchievements(context, library.achievements, isExample);
    await importNeeds(context, library.needs, isExample);
  },
});
