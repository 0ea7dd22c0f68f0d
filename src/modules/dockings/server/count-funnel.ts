import { sql } from 'kysely';
import type { z } from 'zod';
import { beijingDate, beijingInstant, shiftDate, type IsoDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import type { Db } from '../../../platform/db/database.ts';
import { countMatchEvents } from '../../matching/index.ts';
import type { funnel } from '../contract.ts';
import { funnelRates } from '../domain/funnel.ts';

/**
 * How far pairs of a need and an offer went between two days, both included, in China's time. A pair
 * counts once in a stage, on the day its first evidence for that stage was recorded: the contact and
 * the meeting by the broker's record, contract and payment by their files. Throws `invalid` when the
 * days are in the wrong order.
 */
export async function countFunnel(
  db: Db,
  period: { from?: IsoDate | undefined; to?: IsoDate | undefined },
  now: Date,
): Promise<z.infer<typeof funnel>> {
  const to = period.to ?? beijingDate(now);
  const from = period.from ?? `${to.slice(0, 4)}-01-01`;
  if (from > to) throw new AppError('invalid', { code: 'docking.funnel_period' });
  const bounds = {
    from: beijingInstant(from, '00:00'),
    to: beijingInstant(shiftDate(to, 1), '00:00'),
  };
  const matches = await countMatchEvents(db, bounds);
  const dockings = await countEvidence(db, bounds);
  return {
    from,
    to,
    asOf: now.toISOString(),
    stages: funnelRates({ shown: matches.shown, opened: matches.opened, ...dockings.counts }),
    includesExamples: matches.includesExamples || dockings.includesExamples,
  };
}

type Evidence = 'contacted' | 'met' | 'contracted' | 'paid';

/** `from` included, `to` not. */
async function countEvidence(db: Db, bounds: { from: Date; to: Date }) {
  const { rows } = await sql<{ stage: Evidence; pairs: number; examples: boolean }>`
    with evidence as (
      select docking_id, at, case action when 'recordContact' then 'contacted' else 'met' end as stage
        from docking_entries where action in ('recordContact', 'recordMeeting')
      union all select docking_id, recorded_at, 'contracted' from docking_contracts
      union all select docking_id, recorded_at, 'paid' from docking_payments
    ), firsts as (
      select stage, need_id, offer_kind, offer_id, min(at) as at, bool_or(is_example) as is_example
        from evidence join dockings on dockings.id = docking_id
        group by stage, need_id, offer_kind, offer_id
    )
    select stage, count(*) as pairs, bool_or(is_example) as examples
      from firsts where at >= ${bounds.from} and at < ${bounds.to} group by stage`.execute(db);
  const count = (stage: Evidence) => rows.find((row) => row.stage === stage)?.pairs ?? 0;
  return {
    counts: {
      contacted: count('contacted'),
      met: count('met'),
      contracted: count('contracted'),
      paid: count('paid'),
    },
    includesExamples: rows.some((row) => row.examples),
  };
}
