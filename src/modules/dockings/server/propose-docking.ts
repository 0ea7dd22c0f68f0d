import { sql } from 'kysely';
import { beijingDate } from '../../../kernel/calendar.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { decide, definePolicy, type Actor } from '../../../kernel/policy.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { Platform } from '../../../platform/platform.ts';
import { setClock } from '../../../platform/clocks/step-clocks.ts';
import { dueFrom } from '../../../platform/settings/settings.ts';
import { findExpertForDocking } from '../../directory/index.ts';
import {
  findAchievementForDocking,
  findNeedForDocking,
  followDocking,
  type NeedForDocking,
  type OfferForDocking,
} from '../../exchange/index.ts';
import type { Match } from '../../matching/contract.ts';
import { brokering } from '../domain/docking.policy.ts';
import { dockingWorkflow } from '../domain/docking.workflow.ts';
import { clockOf, emitDocking, writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

export type Proposal = {
  needId: string;
  offerKind: 'achievement' | 'expert';
  offerId: string;
  message: string;
};

/** What the policy looks at before there is a case. */
const standingOf = (need: NeedForDocking) => ({
  askerOrganisationId: need.organisationId,
  regionCode: need.regionCode,
});

/** Throws as the command would, for what has to be worked out before it. */
export async function requireMayPropose(
  { db, guard }: Platform,
  actor: Actor,
  needId: string,
): Promise<void> {
  guard.require(actor, 'docking.propose', standingOf(await getNeed(db, needId)));
}

async function getNeed(db: Db | Tx, id: string): Promise<NeedForDocking> {
  const need = await findNeedForDocking(db, id);
  if (!need) throw notFound('need');
  return need;
}

const findOffer = (
  db: Db | Tx,
  kind: Proposal['offerKind'],
  id: string,
): Promise<OfferForDocking | undefined> =>
  kind === 'expert' ? findExpertForDocking(db, id) : findAchievementForDocking(db, id);

/**
 * Brings a need and an offer together. `matchThen` is the reading of both at this moment; it is no
 * input of the request, so that a repeated request stays the same request.
 */
export const proposeDocking = (matchThen: Match | null) =>
  defineCommand({
    name: 'docking.propose',
    async load({ tx }: CommandContext, input: Proposal) {
      const need = await getNeed(tx, input.needId);
      return { need, ...standingOf(need) };
    },
    async run(context, input, { need }) {
      const { tx, actor, now } = context;
      const offer = await findOffer(tx, input.offerKind, input.offerId);
      if (!offer) throw notFound(input.offerKind);
      requireOpen(need, offer);
      const isAsker = actor.organisationIds.includes(need.organisationId);
      if (isAsker) await requireNotDeclined(tx, input);

      const docking: Docking = {
        id: newId(now.getTime()),
        regionCode: need.regionCode,
        number: await nextNumber(tx, now),
        status: dockingWorkflow.initial,
        version: 1,
        needId: need.id,
        needTitle: need.title,
        askerOrganisationId: need.organisationId,
        askerName: need.organisationName,
        offerKind: input.offerKind,
        offerId: offer.id,
        offerTitle: offer.title,
        responderOrganisationId: offer.organisationId,
        responderExpertId: offer.expertId,
        responderName: [offer.organisationName, offer.expertName].filter(Boolean).join(' '),
        brokerId: !isAsker && isBrokerOf(actor, need.regionCode) ? actor.userId : null,
        matchThen,
        proposedAt: now,
        stepStartedAt: now,
        dueAt: await dueFrom(tx, now, dockingWorkflow.states[dockingWorkflow.initial].due),
        overdueAt: null,
        escalated: false,
        endedAt: null,
        openMilestones: 0,
        isExample: need.isExample || offer.isExample,
      };
      await insertOnlyOpen(tx, docking);
      await setClock(context, clockOf(docking), { startedAt: now, dueAt: docking.dueAt });
      await writeEntry(context, docking, {
        action: 'propose',
        from: null,
        words: input.message,
      });
      emitDocking(context, docking, 'docking.proposed', { from: null, to: docking.status });
      await followDocking(context, need.id, 'started');
      return { id: docking.id };
    },
  });

const brokerRule = definePolicy([brokering]);
const isBrokerOf = (actor: Actor, regionCode: string) =>
  decide(brokerRule, brokering.action, actor, { regionCode }).allowed;

function requireOpen(need: NeedForDocking, offer: OfferForDocking): void {
  const reasons = [];
  if (need.status !== 'published' && need.status !== 'in_docking')
    reasons.push({ code: 'docking.need_not_open' });
  if (!offer.published) reasons.push({ code: 'docking.offer_not_open' });
  if (offer.organisationId === need.organisationId)
    reasons.push({ code: 'docking.same_organisation' });
  if (reasons.length > 0) throw new AppError('refused', reasons);
}

// A no is respected: only somebody in between may ask again, knowing why it was declined.
async function requireNotDeclined(tx: Tx, pair: Proposal): Promise<void> {
  const declined = await tx
    .withTables<DockingTables>()
    .selectFrom('dockings')
    .select('number')
    .where('needId', '=', pair.needId)
    .where('offerKind', '=', pair.offerKind)
    .where('offerId', '=', pair.offerId)
    .where('status', '=', 'declined')
    .orderBy('proposedAt', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (declined)
    throw new AppError('refused', {
      code: 'docking.declined_before',
      params: { number: declined.number },
    });
}

async function nextNumber(tx: Tx, now: Date): Promise<string> {
  const year = Number(beijingDate(now).slice(0, 4));
  const { last } = await tx
    .withTables<DockingTables>()
    .insertInto('dockingNumbers')
    .values({ year, last: 1 })
    .onConflict((conflict) =>
      conflict.column('year').doUpdateSet({ last: sql`docking_numbers.last + 1` }),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return `RT-${year}-${String(last).padStart(4, '0')}`;
}

// The unique index decides, so that of two who propose at once one is refused.
async function insertOnlyOpen(tx: Tx, docking: Docking): Promise<void> {
  const db = tx.withTables<DockingTables>();
  const { matchThen, ...row } = docking;
  const inserted = await db
    .insertInto('dockings')
    .values({ ...row, matchThen: matchThen === null ? null : JSON.stringify(matchThen) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return;
  const open = await db
    .selectFrom('dockings')
    .select('number')
    .where('needId', '=', docking.needId)
    .where('offerKind', '=', docking.offerKind)
    .where('offerId', '=', docking.offerId)
    .where('endedAt', 'is', null)
    .executeTakeFirstOrThrow();
  throw new AppError('refused', { code: 'docking.already_open', params: { number: open.number } });
}
