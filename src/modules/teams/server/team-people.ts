import type { Db } from '../../../platform/db/database.ts';
import { membersOf } from './load-team.ts';

/** By whom the cases of a team are known: its brokers and experts, those of the past too. */
export async function teamPeople(db: Db, teamId: string) {
  const members = await membersOf(db, [teamId]);
  return {
    brokerIds: members.flatMap(({ kind, userId }) => (kind === 'broker' ? (userId ?? []) : [])),
    expertIds: members.flatMap(({ expertId }) => expertId ?? []),
  };
}
