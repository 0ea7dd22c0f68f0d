import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { findPauses } from '../../../platform/clocks/pauses.ts';
import { accountNames } from '../../identity/index.ts';
import { turnOf } from '../domain/docking-turn.ts';
import { dockingWorkflow, type DockingAction } from '../domain/docking.workflow.ts';
import type { Docking, DockingTables } from './tables.ts';

/** A case as a report of a week tells of it. */
export type WeekCase = {
  id: string;
  number: string;
  needTitle: string;
  /** What happened in the week, by the events of this module: `docking.met`. */
  steps: { at: Date; event: string; amountFen: number | null }[];
  /** Of those that are open: the state whose task is to be done (`docking.task.*`), and by whom. */
  task: string | null;
  waitingFor: string;
  dueAt: Date | null;
  overdue: boolean;
  pausedUntil: string | null;
  pauseWords: string;
};

const eventOf = (action: string): string | undefined =>
  action === 'propose'
    ? 'docking.proposed'
    : action === 'payment'
      ? 'docking.paid'
      : dockingWorkflow.actions.includes(action as DockingAction)
        ? dockingWorkflow.transitions[action as DockingAction].emits
        : undefined;

/**
 * The cases of these brokers, experts and needs that were open in a week or had a step in it, in the
 * order of their numbers. Amounts are of contracts and payments filed in the week.
 */
export async function casesOfWeek(
  database: Db | Tx,
  wanted: {
    brokerIds: readonly string[];
    expertIds: readonly string[];
    needIds: readonly string[];
    week: { from: Date; to: Date };
    now: Date;
  },
): Promise<WeekCase[]> {
  const { brokerIds, expertIds, needIds, week, now } = wanted;
  const db = database.withTables<DockingTables>();
  const dockings = await db
    .selectFrom('dockings')
    .selectAll()
    .where((where) =>
      where.or([
        sql<boolean>`broker_id = any(${brokerIds})`,
        sql<boolean>`responder_expert_id = any(${expertIds}::uuid[])`,
        sql<boolean>`need_id = any(${needIds}::uuid[])`,
      ]),
    )
    .where('proposedAt', '<', week.to)
    .where((where) => where.or([where('endedAt', 'is', null), where('endedAt', '>=', week.from)]))
    .orderBy('number')
    .execute();
  if (dockings.length === 0) return [];
  const ids = dockings.map(({ id }) => id);
  const entries = await db
    .selectFrom('dockingEntries')
    .select(['dockingId', 'at', 'action', 'facts'])
    .where('dockingId', 'in', ids)
    .where('at', '>=', week.from)
    .where('at', '<', week.to)
    .orderBy('seq')
    .execute();
  const pauses = await findPauses(database, 'docking', dockings);
  const names = await accountNames(
    database,
    dockings.flatMap(({ brokerId }) => (brokerId === null ? [] : [brokerId])),
  );
  return dockings.map((docking) => {
    const present = pauses.get(docking.id)?.present ?? null;
    return {
      id: docking.id,
      number: docking.number,
      needTitle: docking.needTitle,
      steps: entries.flatMap((entry) => {
        const event = entry.dockingId === docking.id ? eventOf(entry.action) : undefined;
        if (event === undefined) return [];
        const amount = entry.facts['amountFen'];
        const counts = event === 'docking.contracted' || event === 'docking.paid';
        return [
          { at: entry.at, event, amountFen: counts && typeof amount === 'number' ? amount : null },
        ];
      }),
      task: taskOf(docking),
      waitingFor: holderName(docking, names),
      dueAt: docking.dueAt,
      overdue: docking.dueAt !== null && docking.dueAt < now,
      pausedUntil: present?.until ?? null,
      pauseWords: present?.words ?? '',
    };
  });
}

function taskOf(docking: Docking): string | null {
  const turn = turnOf(docking.status);
  if (turn === null) return null;
  return turn === 'broker' && docking.brokerId === null ? 'no_broker' : docking.status;
}

function holderName(docking: Docking, names: ReadonlyMap<string, string>): string {
  const turn = turnOf(docking.status);
  if (turn === 'asker') return docking.askerName;
  if (turn === 'responder') return docking.responderName;
  return names.get(docking.brokerId ?? '') ?? '';
}
