import { beijingDate, beijingInstant, shiftDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { sideOf } from '../domain/docking-turn.ts';
import { RATING_DAYS, ratingRefusals, type Rating } from '../domain/rating.ts';
import { loadDocking } from './load-docking.ts';
import { emitDocking, writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

/** What one side thinks of the other afterwards. The history says that it was given, not what. */
export const rateDocking = defineCommand({
  name: 'docking.rate',
  load: loadDocking,
  async run(context, input: Rating & { id: string; words: string }, docking: Docking) {
    const { tx, actor, now } = context;
    const side = sideOf(docking, actor);
    const given = await givenSides(tx, docking.id);
    const facts = {
      ...docking,
      side,
      hasRated: given.some((each) => each === side),
      wasAccepted: await wasAccepted(tx, docking.id),
    };
    const refusals = ratingRefusals(facts, now);
    if (refusals.length > 0) throw new AppError('refused', refusals);
    if (side !== 'asker' && side !== 'responder') return;
    const { id, reply, promise, again, words } = input;
    const lastDay = shiftDate(beijingDate(docking.endedAt ?? now), RATING_DAYS);
    const db = tx.withTables<DockingTables>();
    await db
      .insertInto('dockingRatings')
      .values({
        dockingId: id,
        side,
        userId: actor.userId!,
        givenAt: now,
        visibleFrom: given.length > 0 ? now : beijingInstant(lastDay, '00:00'),
        reply,
        promise,
        again,
        words,
        ratedOrganisationId:
          side === 'asker' ? docking.responderOrganisationId : docking.askerOrganisationId,
        isExample: docking.isExample,
      })
      .execute();
    // With the second one both are read at once.
    if (given.length > 0)
      await db
        .updateTable('dockingRatings')
        .set({ visibleFrom: now })
        .where('dockingId', '=', id)
        .execute();
    await writeEntry(context, docking, { action: 'rate' });
    emitDocking(context, docking, given.length > 0 ? 'docking.both_rated' : 'docking.rated');
  },
});

/** The sides that have rated. */
export async function givenSides(db: Db | Tx, dockingId: string) {
  const rows = await db
    .withTables<DockingTables>()
    .selectFrom('dockingRatings')
    .select('side')
    .where('dockingId', '=', dockingId)
    .execute();
  return rows.map(({ side }) => side);
}

/** Whether the two ever dealt with each other. */
export async function wasAccepted(db: Db | Tx, dockingId: string): Promise<boolean> {
  const entry = await db
    .withTables<DockingTables>()
    .selectFrom('dockingEntries')
    .select('id')
    .where('dockingId', '=', dockingId)
    .where('action', '=', 'accept')
    .executeTakeFirst();
  return entry !== undefined;
}
