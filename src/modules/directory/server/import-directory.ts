import { pinyinSortKey } from '../../../kernel/text/pinyin.ts';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { CarrierType, OrganisationKind } from '../domain/directory.policy.ts';
import type { FacilityCategory, OpeningHours } from '../domain/facilities.ts';
import type { DirectoryTables } from './tables.ts';

export type OrganisationRow = {
  id: string;
  kind: OrganisationKind;
  name: string;
  uscc: string | null;
  regionCode: string;
  introduction: string;
  carrierType?: CarrierType | null;
  aliases?: string[];
  formerNames?: string[];
};

export type ExpertRow = {
  id: string;
  userId: string | null;
  organisationId: string | null;
  organisationName: string;
  name: string;
  title: string;
  research: string;
  bio: string;
  regionCode: string;
  /** Codes of technology fields, checked by the caller. */
  fields?: string[];
  languages?: string[];
  orcid?: string | null;
};

export type FacilityRow = {
  id: string;
  organisationId: string;
  name: string;
  abilities: string;
  regionCode: string;
  category?: FacilityCategory;
  model?: string;
  place?: string;
  fee?: string;
  /** None: not booked here. */
  opening?: OpeningHours[];
  slotMinutes?: number;
  leadDays?: number;
  longestMinutes?: number;
  needsApproval?: boolean;
};

// PostgreSQL takes 65,535 parameters a statement; the widest table here has 23 columns.
const CHUNK = 1000;

/** Takes in many organisations inside a command of the caller. */
export async function importOrganisations(
  { tx, now, emit }: CommandContext,
  rows: readonly OrganisationRow[],
  isExample: boolean,
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const values = await Promise.all(
      rows.slice(from, from + CHUNK).map(async (row) => ({
        ...row,
        sortKey: await pinyinSortKey(row.name),
        isExample,
        createdAt: now,
        updatedAt: now,
      })),
    );
    await tx.withTables<DirectoryTables>().insertInto('organisations').values(values).execute();
  }
  for (const row of rows) {
    emit({ type: 'organisation.imported', subject: { type: 'organisation', id: row.id } });
  }
}

/** Takes in many experts inside a command of the caller. */
export async function importExperts(
  { tx, now, emit }: CommandContext,
  rows: readonly ExpertRow[],
  isExample: boolean,
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const values = await Promise.all(
      rows.slice(from, from + CHUNK).map(async (row) => ({
        ...row,
        sortKey: await pinyinSortKey(row.name),
        isExample,
        createdAt: now,
        updatedAt: now,
      })),
    );
    await tx.withTables<DirectoryTables>().insertInto('experts').values(values).execute();
  }
  for (const row of rows)
    emit({ type: 'expert.imported', subject: { type: 'expert', id: row.id } });
}

/** Takes in many facilities inside a command of the caller. */
export async function importFacilities(
  { tx, now, emit }: CommandContext,
  rows: readonly FacilityRow[],
  isExample: boolean,
): Promise<void> {
  for (let from = 0; from < rows.length; from += CHUNK) {
    const values = await Promise.all(
      rows.slice(from, from + CHUNK).map(async (row) => ({
        ...row,
        opening: JSON.stringify(row.opening ?? []),
        sortKey: await pinyinSortKey(row.name),
        isExample,
        createdAt: now,
        updatedAt: now,
      })),
    );
    await tx.withTables<DirectoryTables>().insertInto('facilities').values(values).execute();
  }
  for (const row of rows) {
    emit({ type: 'facility.imported', subject: { type: 'facility', id: row.id } });
  }
}

/** Takes the example organisations and experts out again, after everything that names them. */
export async function removeExampleDirectory({ tx, emit }: CommandContext): Promise<number> {
  const db = tx.withTables<DirectoryTables>();
  for (const [subject, table] of [
    ['organisation', 'organisations'],
    ['expert', 'experts'],
    ['facility', 'facilities'],
  ] as const) {
    await db
      .deleteFrom('directoryEntries')
      .where('subjectType', '=', subject)
      .where('subjectId', 'in', (from) =>
        from
          .selectFrom(table as 'experts')
          .select('id')
          .where('isExample', '=', true),
      )
      .execute();
  }
  await db.deleteFrom('facilities').where('isExample', '=', true).execute();
  const experts = await db
    .deleteFrom('experts')
    .where('isExample', '=', true)
    .returning('id')
    .execute();
  for (const { id } of experts) emit({ type: 'expert.removed', subject: { type: 'expert', id } });
  // A real expert who named an example organisation keeps the profile.
  await db
    .updateTable('experts')
    .set({ organisationId: null })
    .where('organisationId', 'in', (from) =>
      from.selectFrom('organisations').select('id').where('isExample', '=', true),
    )
    .execute();
  const organisations = await db
    .deleteFrom('organisations')
    .where('isExample', '=', true)
    .returning('id')
    .execute();
  return experts.length + organisations.length;
}
