import { inRegions } from '../../../platform/db/regions.ts';
import type { StuckSource } from '../../../platform/stuck/source.ts';
import { findExperts, organisationNames } from './directory-queries.ts';
import type { DirectoryTables } from './tables.ts';

/** Claims that no operator has answered in time. */
export const stuckClaims: StuckSource = {
  kind: 'claim',
  async find({ db, regions, now, translate, limit }) {
    const rows = await db
      .withTables<DirectoryTables>()
      .selectFrom('directoryClaims')
      .select(['id', 'organisationId', 'expertId', 'stepStartedAt', 'dueAt', 'updatedAt'])
      .where('status', '=', 'submitted')
      .where('dueAt', '<', now)
      .where(inRegions('region_code', regions))
      .orderBy('dueAt')
      .limit(limit)
      .execute();
    const names = await organisationNames(
      db,
      rows.flatMap(({ organisationId }) => organisationId ?? []),
    );
    const experts = await findExperts(
      db,
      rows.flatMap(({ expertId }) => expertId ?? []),
    );
    const expertName = new Map(experts.map(({ id, name }) => [id, name]));
    return rows.map((claim) => ({
      kind: 'claim',
      id: claim.id,
      number: null,
      title: names.get(claim.organisationId ?? '') ?? expertName.get(claim.expertId ?? '') ?? '',
      path: '/claims',
      holder: { key: 'operators', name: translate('directory.operators') },
      task: translate('directory.claim_task'),
      stepStartedAt: claim.stepStartedAt,
      dueAt: claim.dueAt,
      lastAt: claim.updatedAt,
    }));
  },
};
