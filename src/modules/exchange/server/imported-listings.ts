import { sql } from 'kysely';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { removeBeside } from './import-listings.ts';
import type { ExchangeTables } from './tables.ts';

type ListingKind = 'need' | 'achievement';
const tableOf = { need: 'needs', achievement: 'achievements' } as const;

/** Listings that have one of these titles, ended ones left out. */
export async function findTitledListings(
  db: Db | Tx,
  kind: ListingKind,
  titles: readonly string[],
): Promise<{ id: string; title: string; organisationId: string }[]> {
  if (titles.length === 0) return [];
  return db
    .withTables<ExchangeTables>()
    .selectFrom(tableOf[kind])
    .select(['id', 'title', 'organisationId'])
    .where('title', 'in', [...new Set(titles)])
    .where('status', 'not in', ['closed', 'merged'] as never[])
    .execute();
}

/** Those of these listings that have gone on since they came in. */
export async function changedListings(
  { tx }: CommandContext,
  kind: ListingKind,
  ids: readonly string[],
): Promise<{ id: string; title: string }[]> {
  return tx
    .withTables<ExchangeTables>()
    .selectFrom(tableOf[kind])
    .select(['id', 'title'])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .where('version', '>', 1)
    .execute();
}

/** Takes out what an import brought in. Fails where something refers to it. */
export async function removeImportedListings(
  { tx, emit }: CommandContext,
  kind: ListingKind,
  ids: readonly string[],
): Promise<void> {
  await removeBeside(tx, kind, ids);
  await tx
    .withTables<ExchangeTables>()
    .deleteFrom(tableOf[kind])
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  for (const id of ids) emit({ type: `${kind}.removed`, subject: { type: kind, id } });
}
