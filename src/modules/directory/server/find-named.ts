import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { DirectoryTables } from './tables.ts';

export type NamedOrganisation = {
  id: string;
  name: string;
  uscc: string | null;
  regionCode: string;
  isExample: boolean;
  /** Short, other and former names. */
  otherNames: string[];
};

/** Organisations that have, or had, one of these names, or one of these codes. */
export async function findNamedOrganisations(
  db: Db | Tx,
  texts: readonly string[],
): Promise<NamedOrganisation[]> {
  if (texts.length === 0) return [];
  const wanted = [...new Set(texts)];
  return db
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select(['id', 'name', 'uscc', 'regionCode', 'isExample'])
    .select(sql<string[]>`aliases || former_names`.as('otherNames'))
    .where('status', '<>', 'merged')
    .where((where) =>
      where.or([
        where('name', 'in', wanted),
        sql<boolean>`(aliases || former_names) && ${wanted}::text[]`,
        where(
          'uscc',
          'in',
          wanted.map((text) => text.toUpperCase()),
        ),
      ]),
    )
    .orderBy('id')
    .execute();
}

/** Experts who have one of these names. */
export async function findNamedExperts(db: Db | Tx, names: readonly string[]) {
  if (names.length === 0) return [];
  return db
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .select(['id', 'name', 'organisationName'])
    .where('status', '<>', 'merged')
    .where('name', 'in', [...new Set(names)])
    .execute();
}

/** Facilities that have one of these names. */
export async function findNamedFacilities(db: Db | Tx, names: readonly string[]) {
  if (names.length === 0) return [];
  return db
    .withTables<DirectoryTables>()
    .selectFrom('facilities')
    .select(['id', 'name', 'model', 'organisationId'])
    .where('name', 'in', [...new Set(names)])
    .execute();
}
