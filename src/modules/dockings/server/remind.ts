import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { workCalendar } from '../../../platform/settings/settings.ts';
import { remindRefusals } from '../domain/docking-actions.ts';
import { isTurnOf, turnOf } from '../domain/docking-turn.ts';
import { loadDocking } from './load-docking.ts';
import { emitDocking, writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

/** A mail to the one whose turn it is, once a working day. */
export const remind = defineCommand({
  name: 'docking.remind',
  load: loadDocking,
  async run(context, _input: { id: string }, docking: Docking): Promise<void> {
    const { tx, actor, now } = context;
    const standing = {
      status: docking.status,
      lastRemindedAt: await findLastReminder(tx, docking.id),
      isMyTurn: isTurnOf(docking, actor),
    };
    const refusals = remindRefusals(standing, now, await workCalendar(tx));
    if (refusals.length > 0) throw new AppError('refused', refusals);
    await writeEntry(context, docking, {
      action: 'remind',
      facts: { turn: turnOf(docking.status) },
    });
    emitDocking(context, docking, 'docking.reminded');
  },
});

export async function findLastReminder(db: Db | Tx, dockingId: string): Promise<Date | null> {
  const row = await db
    .withTables<DockingTables>()
    .selectFrom('dockingEntries')
    .select('at')
    .where('dockingId', '=', dockingId)
    .where('action', '=', 'remind')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}
