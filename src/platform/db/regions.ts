import { sql, type RawBuilder } from 'kysely';

/** Rows whose region lies under one of these prefixes of GB/T 2260 codes; null for all. */
export const inRegions = (
  column: 'region_code',
  prefixes: readonly string[] | null,
): RawBuilder<boolean> =>
  prefixes === null
    ? sql<boolean>`true`
    : sql<boolean>`exists (select from unnest(${prefixes}::text[]) prefix
        where ${sql.ref(column)} like prefix || '%')`;
