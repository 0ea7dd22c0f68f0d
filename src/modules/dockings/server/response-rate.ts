import { sql } from 'kysely';
import { beijingDate } from '../../../kernel/calendar.ts';
import type { Db } from '../../../platform/db/database.ts';

/** Below this many proposals a share says nothing. */
export const ENOUGH_PROPOSALS = 3;

export type ResponseRate = {
  from: string;
  asOf: string;
  /** Proposals to it whose answer came, or whose time to answer is over. */
  proposals: number;
  inTime: number;
  /** Null while there are too few. */
  rate: number | null;
};

/**
 * How many of the proposals to an organisation in the last 12 months it answered in time, with a yes or
 * a no. In time: within the working days the step allowed, pauses aside, and before it was marked
 * overdue. Left out: what still has time, and what the other side took back before the answer was due.
 */
export async function responseRate(
  db: Db,
  organisationId: string,
  now: Date,
): Promise<ResponseRate> {
  const asOf = beijingDate(now);
  const from = `${Number(asOf.slice(0, 4)) - 1}${asOf.slice(4)}`.replace('-02-29', '-02-28');
  const { rows } = await sql<{ proposals: number; inTime: number }>`
    select
      count(*) filter (where answered or late) as proposals,
      count(*) filter (where answered and not late and within) as in_time
    from (
      select
        answer.at is not null as answered,
        coalesce((answer.facts->>'workingDaysUsed')::int
          <= (answer.facts->>'workingDaysAllowed')::int, true) as within,
        exists (
          select from docking_entries entry
          where entry.docking_id = dockings.id and entry.action = 'overdue'
            and entry.to_status = 'proposed'
        ) or (dockings.status = 'proposed' and dockings.due_at < ${now}) as late
      from dockings
      left join lateral (
        select at, facts from docking_entries entry
        where entry.docking_id = dockings.id and entry.action in ('accept', 'decline')
        order by seq limit 1
      ) answer on true
      where dockings.responder_organisation_id = ${organisationId}
        and dockings.proposed_at >= (${from}::date at time zone 'Asia/Shanghai')
    ) each`.execute(db);
  const { proposals, inTime } = rows[0]!;
  return {
    from,
    asOf,
    proposals,
    inTime,
    rate: proposals < ENOUGH_PROPOSALS ? null : inTime / proposals,
  };
}
