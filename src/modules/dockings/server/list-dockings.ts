import { sql, type RawBuilder } from 'kysely';
import { regionPrefix, type Filter } from '../../../kernel/policy.ts';
import type { Db } from '../../../platform/db/database.ts';
import { inRegions } from '../../../platform/db/regions.ts';
import { filterSql } from '../../../platform/db/filter-sql.ts';
import { standingFilter } from '../domain/docking-turn.ts';
import { summarise, type DockingSummary, type Reader } from './docking-summaries.ts';
import type { DockingTables } from './tables.ts';

export type DockingScope = 'open' | 'mine-to-do' | 'free' | 'overdue' | 'ended';

const columns = {
  status: 'status',
  askerOrganisationId: 'askerOrganisationId',
  responderOrganisationId: 'responderOrganisationId',
  responderExpertId: 'responderExpertId',
  brokerId: 'brokerId',
  regionCode: 'regionCode',
  escalated: 'escalated',
};

export type DockingPage = {
  items: DockingSummary[];
  total: number;
  page: number;
  pageSize: number;
  counts: { open: number; mineToDo: number; free: number; overdue: number; ended: number };
};

/** One page of the cases somebody has to do with, most urgent first, and how many each scope holds. */
export async function listDockings(
  db: Db,
  query: {
    scope: DockingScope;
    page: number;
    pageSize: number;
    /** GB/T 2260: this place and all below it. */
    region?: string | undefined;
  },
  reader: Reader,
  /** What the policy lets this person read at all. */
  readable: Filter,
  /** Only cases of these: the members of a team. */
  team?: { brokerIds: readonly string[]; expertIds: readonly string[] },
): Promise<DockingPage> {
  const scopes = scopeConditions(reader);
  const count = (scope: DockingScope) => sql<number>`count(*) filter (where ${scopes[scope]})`;
  const mayRead = filterSql(readable, columns);
  const rows = db
    .withTables<DockingTables>()
    .selectFrom('dockings')
    .where(mayRead)
    .where(inRegions('region_code', query.region ? [regionPrefix(query.region)] : null))
    .where(ofTeam(team));
  const counts = await rows
    .select([
      count('open').as('open'),
      count('mine-to-do').as('mineToDo'),
      count('free').as('free'),
      count('overdue').as('overdue'),
      count('ended').as('ended'),
    ])
    .executeTakeFirstOrThrow();
  const page = rows
    .selectAll()
    .where(scopes[query.scope])
    .limit(query.pageSize)
    .offset((query.page - 1) * query.pageSize);
  const dockings =
    query.scope === 'ended'
      ? await page.orderBy('endedAt', 'desc').orderBy('id').execute()
      : await page
          .orderBy('dueAt', (order) => order.asc().nullsLast())
          .orderBy('id')
          .execute();
  return {
    items: await summarise(db, dockings, reader),
    total: query.scope === 'mine-to-do' ? counts.mineToDo : counts[query.scope],
    page: query.page,
    pageSize: query.pageSize,
    counts,
  };
}

const ofTeam = (
  team: { brokerIds: readonly string[]; expertIds: readonly string[] } | undefined,
): RawBuilder<boolean> =>
  team === undefined
    ? sql<boolean>`true`
    : sql<boolean>`(broker_id = any(${team.brokerIds}::text[])
        or responder_expert_id = any(${team.expertIds}::uuid[]))`;

function scopeConditions({ actor, now }: Reader): Record<DockingScope, RawBuilder<boolean>> {
  const involved = filterSql(standingFilter('involved', actor), columns);
  const ended = sql.ref('endedAt');
  return {
    open: sql<boolean>`(${involved} and ${ended} is null)`,
    'mine-to-do': sql<boolean>`(${filterSql(standingFilter('to-do', actor), columns)} and ${ended} is null)`,
    free: sql<boolean>`(${filterSql(standingFilter('free', actor), columns)} and ${ended} is null)`,
    overdue: sql<boolean>`(${involved} and ${ended} is null and ${sql.ref('dueAt')} < ${now})`,
    ended: sql<boolean>`(${involved} and ${ended} is not null)`,
  };
}
