import { sql } from 'kysely';
import type { StuckSource } from '../../../platform/stuck/source.ts';
import { inRegions } from '../../../platform/db/regions.ts';
import { turnOf } from '../domain/docking-turn.ts';
import { namer, waitingFor } from './docking-summaries.ts';
import type { Docking, DockingTables } from './tables.ts';

/** Open cases that are overdue, or in which nothing was done for long; paused ones wait with reason. */
export const stuckDockings: StuckSource = {
  kind: 'docking',
  async find({ db, regions, now, silentBefore, translate, limit }) {
    const last = sql<Date>`(select max(at) from docking_entries
      where docking_id = dockings.id and action not in ('reminder', 'overdue'))`;
    const rows = await db
      .withTables<DockingTables>()
      .selectFrom('dockings')
      .selectAll()
      .select(last.as('lastAt'))
      .where('endedAt', 'is', null)
      .where(inRegions('region_code', regions))
      .where(sql<boolean>`(due_at < ${now} or (due_at is not null and ${last} < ${silentBefore}))`)
      .orderBy('dueAt')
      .limit(limit)
      .execute();
    const name = await namer(
      db,
      translate,
      rows.map(({ brokerId }) => brokerId),
    );
    return rows.map(({ lastAt, ...docking }) => {
      const unbrokered = turnOf(docking.status) === 'broker' && docking.brokerId === null;
      return {
        kind: 'docking',
        id: docking.id,
        number: docking.number,
        title: docking.needTitle,
        path: `/cases/${docking.id}`,
        holder: {
          key: holderKey(docking),
          name: waitingFor(docking, name, translate) ?? '',
        },
        task: translate(`docking.task.${unbrokered ? 'no_broker' : docking.status}`),
        stepStartedAt: docking.stepStartedAt,
        dueAt: docking.dueAt,
        lastAt,
      };
    });
  },
};

function holderKey(docking: Docking): string {
  const turn = turnOf(docking.status);
  if (turn === 'asker') return docking.askerOrganisationId;
  if (turn === 'responder') {
    return docking.responderOrganisationId ?? docking.responderExpertId ?? 'responder';
  }
  return docking.brokerId ?? 'operators';
}
