import { sql } from 'kysely';
import type { Actor } from '../../../kernel/policy.ts';
import type { Db } from '../../../platform/db/database.ts';
import { findRoleHolders } from '../../identity/index.ts';
import { dockingWorkflow } from '../domain/docking.workflow.ts';
import type { DockingTables } from './tables.ts';

/** The brokers an operator can give a case to, with how many open ones each has. */
export async function listBrokers(database: Db, actor: Actor, now: Date) {
  const regions = actor.grants.flatMap(({ role, regionCode }) =>
    role === 'operator' ? [regionCode ?? ''] : [],
  );
  const found = await Promise.all(
    regions.map((region) => findRoleHolders(database, { role: 'broker', region }, now)),
  );
  const brokers = [...new Map(found.flat().map((each) => [each.id, each])).values()];
  if (brokers.length === 0) return [];
  const open = await database
    .withTables<DockingTables>()
    .selectFrom('dockings')
    .select(['brokerId', sql<number>`count(*)`.as('count')])
    .where('status', 'not in', dockingWorkflow.final)
    .where(
      'brokerId',
      'in',
      brokers.map(({ id }) => id),
    )
    .groupBy('brokerId')
    .execute();
  return brokers.map((broker) => ({
    ...broker,
    openCases: open.find(({ brokerId }) => brokerId === broker.id)?.count ?? 0,
  }));
}
