import type { z } from 'zod';
import type { Actor } from '../../../kernel/policy.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { Language, Translate } from '../../../platform/i18n/languages.ts';
import { clockState } from '../../../platform/clocks/clock-state.ts';
import { findPauses } from '../../../platform/clocks/pauses.ts';
import { workCalendar } from '../../../platform/settings/settings.ts';
import { accountNames, deputiesAt, type Deputy } from '../../identity/index.ts';
import type { dockingSummary } from '../contract.ts';
import { isTurnOf, turnOf } from '../domain/docking-turn.ts';
import type { Docking, DockingEntry, DockingTables } from './tables.ts';

export type DockingSummary = z.infer<typeof dockingSummary>;
/** Who reads, in which language, at what moment. */
export type Reader = { actor: Actor; language: Language; translate: Translate; now: Date };

/** Cases as lists show them, with what happened last in each. */
export async function summarise(
  db: Db,
  dockings: readonly Docking[],
  reader: Reader,
): Promise<DockingSummary[]> {
  if (dockings.length === 0) return [];
  const last = await lastEntries(
    db,
    dockings.map((docking) => docking.id),
  );
  const deputies = await deputiesAt(db, reader.now);
  const name = await namer(db, reader.translate, [
    ...deputies.values().map(({ userId }) => userId),
    ...dockings.map((docking) => docking.brokerId),
    ...last.values().map((entry) => entry.actorId),
  ]);
  const calendar = await workCalendar(db);
  const pauses = await findPauses(db, 'docking', dockings);
  return dockings.map((docking) => {
    const entry = last.get(docking.id);
    const turn = turnOf(docking.status);
    return {
      id: docking.id,
      number: docking.number,
      status: docking.status,
      needId: docking.needId,
      needTitle: docking.needTitle,
      askerName: docking.askerName,
      offerKind: docking.offerKind,
      offerId: docking.offerId,
      offerTitle: docking.offerTitle,
      responderName: docking.responderName,
      brokerName: docking.brokerId === null ? null : name(docking.brokerId),
      deputy: deputyOf(docking, deputies, name),
      turn,
      waitingFor: waitingFor(docking, name, reader.translate),
      myTurn: isTurnOf(docking, reader.actor),
      ...clockState(docking, pauses.get(docking.id), reader.now, calendar),
      escalated: docking.escalated,
      lastEvent: {
        at: (entry?.at ?? docking.proposedAt).toISOString(),
        action: entry?.action ?? 'propose',
        actorName: entry ? name(entry.actorId) : '',
      },
      isExample: docking.isExample,
    };
  });
}

function deputyOf(
  { brokerId }: Docking,
  deputies: ReadonlyMap<string, Deputy>,
  name: (userId: string | null) => string,
): DockingSummary['deputy'] {
  const deputy = brokerId === null ? undefined : deputies.get(brokerId);
  return deputy ? { name: name(deputy.userId), until: deputy.until } : null;
}

/** Names of accounts as pages say them; null is the system itself. */
export async function namer(
  db: Db | Tx,
  translate: Translate,
  userIds: readonly (string | null)[],
): Promise<(userId: string | null) => string> {
  const names = await accountNames(
    db,
    userIds.filter((id) => id !== null),
  );
  return (userId) =>
    userId === null
      ? translate('docking.system')
      : (names.get(userId) ?? translate('docking.former_account'));
}

/** The name of the one whose turn it is; null once the case has ended. */
export function waitingFor(
  docking: Docking,
  name: (userId: string | null) => string,
  translate: Translate,
): string | null {
  const turn = turnOf(docking.status);
  if (turn === null) return null;
  if (turn === 'asker') return docking.askerName;
  if (turn === 'responder') return docking.responderName;
  return docking.brokerId === null ? translate('docking.operators') : name(docking.brokerId);
}

async function lastEntries(
  db: Db,
  ids: string[],
): Promise<Map<string, Pick<DockingEntry, 'at' | 'action' | 'actorId'>>> {
  const rows = await db
    .withTables<DockingTables>()
    .selectFrom('dockingEntries')
    .distinctOn('dockingId')
    .select(['dockingId', 'at', 'action', 'actorId'])
    .where('dockingId', 'in', ids)
    .orderBy('dockingId')
    .orderBy('seq', 'desc')
    .execute();
  return new Map(rows.map((row) => [row.dockingId, row]));
}
