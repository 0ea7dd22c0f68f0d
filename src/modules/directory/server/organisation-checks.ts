import { sql } from 'kysely';
import { checkUscc } from '../../../kernel/codes/uscc.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { findRegion } from '../../reference-data/index.ts';
import type { CarrierType, OrganisationKind } from '../domain/directory.policy.ts';
import type { DirectoryTables } from './tables.ts';

export function checkRegion(regionCode: string): void {
  if (!findRegion(regionCode)) throw new AppError('invalid', { code: 'organisation.region' });
}

/** The code in its canonical spelling; refuses one that is wrong or belongs to another. */
export async function checkCode(tx: Tx, uscc: string, ownId?: string): Promise<string> {
  const check = checkUscc(uscc);
  if (!check.ok) throw new AppError('invalid', { code: `organisation.uscc_${check.problem}` });
  const known = await tx
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('uscc', '=', check.value)
    .executeTakeFirst();
  if (known && known.id !== ownId) {
    throw new AppError('conflict', {
      code: 'organisation.uscc_taken',
      params: { name: known.name },
    });
  }
  return check.value;
}

/** Without a code the name alone tells organisations apart. */
export async function checkNameAlone(tx: Tx, name: string, ownId?: string): Promise<void> {
  const known = await tx
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select('id')
    .where('name', '=', name)
    .where('uscc', 'is', null)
    .where('status', '<>', 'merged')
    .executeTakeFirst();
  if (known && known.id !== ownId) {
    throw new AppError('conflict', { code: 'organisation.name_taken', params: { name } });
  }
}

export function checkCarrierType(
  kind: OrganisationKind,
  carrierType: CarrierType | null | undefined,
): void {
  if (carrierType && kind !== 'carrier') {
    throw new AppError('invalid', { code: 'organisation.carrier_type' });
  }
}

// Any fixed number: changes of parents wait for each other, so that two of them cannot close a ring.
const PARENTS_LOCK = 500_119;

/** Taken by whoever changes what stands above what. */
export async function lockParents(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${PARENTS_LOCK})`.execute(tx);
}

/** The organisation above must exist, be in use, and not stand below this one. */
export async function checkParent(tx: Tx, id: string, parentId: string): Promise<void> {
  await lockParents(tx);
  const db = tx.withTables<DirectoryTables>();
  const parent = await db
    .selectFrom('organisations')
    .select('status')
    .where('id', '=', parentId)
    .executeTakeFirst();
  if (parent?.status !== 'active') throw new AppError('refused', { code: 'organisation.parent' });
  if (await standsBelow(tx, parentId, id)) {
    throw new AppError('refused', { code: 'organisation.parent_ring' });
  }
}

/** Whether `id` is `aboveId` or stands below it. */
export async function standsBelow(tx: Tx, id: string, aboveId: string): Promise<boolean> {
  const found = await sql<{ id: string }>`
    with recursive above as (
      select id, parent_id from organisations where id = ${id}
      union
      select o.id, o.parent_id from organisations o join above on o.id = above.parent_id
    )
    select id from above where id = ${aboveId}`.execute(tx);
  return found.rows.length > 0;
}
