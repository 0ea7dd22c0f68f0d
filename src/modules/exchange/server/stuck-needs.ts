import { sql } from 'kysely';
import { inRegions } from '../../../platform/db/regions.ts';
import type { StuckSource } from '../../../platform/stuck/source.ts';
import { organisationNames } from '../../directory/index.ts';
import { needWorkflow } from '../domain/need.workflow.ts';
import type { ExchangeTables } from './tables.ts';

/** Needs that wait for an operator or their owner beyond their time, or for long without a sign. */
export const stuckNeeds: StuckSource = {
  kind: 'need',
  async find({ db, regions, now, silentBefore, translate, limit }) {
    const rows = await db
      .withTables<ExchangeTables>()
      .selectFrom('needs')
      .select(['id', 'title', 'status', 'organisationId', 'stepStartedAt', 'dueAt', 'updatedAt'])
      .where('status', 'in', ['submitted', 'returned', 'published'])
      .where(inRegions('region_code', regions))
      .where(
        sql<boolean>`(due_at < ${now} or (due_at is not null and updated_at < ${silentBefore}))`,
      )
      .orderBy('dueAt')
      .limit(limit)
      .execute();
    const names = await organisationNames(
      db,
      rows.map(({ organisationId }) => organisationId),
    );
    return rows.map((need) => {
      const owners = needWorkflow.states[need.status].turn === 'owner';
      return {
        kind: 'need',
        id: need.id,
        number: null,
        title: need.title,
        path: `/needs/${need.id}`,
        holder: owners
          ? { key: need.organisationId, name: names.get(need.organisationId) ?? '' }
          : { key: 'operators', name: translate('need.operator') },
        task: translate(`need.task.${need.status}`),
        stepStartedAt: need.stepStartedAt,
        dueAt: need.dueAt,
        lastAt: need.updatedAt,
      };
    });
  },
};
