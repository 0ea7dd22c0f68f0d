import type { Actor } from '../../../kernel/policy.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { NeedOutcome } from '../../matching/index.ts';
import type { DockingTables } from './tables.ts';

/**
 * How the dockings of these needs ended, newest first. What was tried is for those who may read the
 * case; that one was completed, and with what kind of offer, for all who ask.
 */
export async function findNeedOutcomes(
  { db, guard }: Pick<Platform, 'db' | 'guard'>,
  actor: Actor,
  needIds: readonly string[],
): Promise<NeedOutcome[]> {
  if (needIds.length === 0) return [];
  const rows = await db
    .withTables<DockingTables>()
    .selectFrom('dockings')
    .selectAll()
    .where('needId', 'in', [...needIds])
    .where('endedAt', 'is not', null)
    .orderBy('endedAt', 'desc')
    .execute();
  const readable = rows.filter((row) => guard.permit(actor, row)('docking.read').allowed);
  const reasons = await endReasons(
    db,
    readable.map(({ id }) => id),
  );
  const read = new Set(readable.map(({ id }) => id));
  return rows.flatMap((row) => {
    const { id, needId, status, offerKind, endedAt, offerTitle, responderName } = row;
    if (status !== 'completed' && status !== 'failed' && status !== 'declined') return [];
    if (!endedAt || (!read.has(id) && status !== 'completed')) return [];
    const detail = read.has(id)
      ? { dockingId: id, offerTitle, responderName, reasonCode: reasons.get(id) ?? null }
      : null;
    return [{ needId, status, offerKind, endedAt, detail }];
  });
}

async function endReasons(db: Platform['db'], dockingIds: readonly string[]) {
  if (dockingIds.length === 0) return new Map<string, string>();
  const entries = await db
    .withTables<DockingTables>()
    .selectFrom('dockingEntries')
    .select(['dockingId', 'reasonCode'])
    .where('dockingId', 'in', [...dockingIds])
    .where('toStatus', 'in', ['declined', 'failed'])
    .where('reasonCode', 'is not', null)
    .execute();
  return new Map(entries.map(({ dockingId, reasonCode }) => [dockingId, reasonCode ?? 'other']));
}
