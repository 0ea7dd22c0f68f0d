import { notFound } from '../../../kernel/errors.ts';
import type { Actor } from '../../../kernel/policy.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { findExperts } from '../../directory/index.ts';
import { findAchievements, findNeeds } from '../../exchange/index.ts';
import type { DeclineReason } from '../domain/standing.ts';
import { writeDecline, type Decline, type Pair } from './declined-matches.ts';
import type { MatchingTables } from './tables.ts';

/** Whose the two listings of a pair are, with their titles; the policy looks at the ids. */
type PairOwners = {
  needOrganisationId: string;
  offerOrganisationId: string | null;
  offerExpertId: string | null;
};

async function getPairOwners(db: Db | Tx, pair: Pair): Promise<PairOwners> {
  const [need] = await findNeeds(db, [pair.needId]);
  // One that was never public is nobody's business here.
  if (!need || need.publishedAt === null) throw notFound('need');
  if (pair.offerKind === 'expert') {
    const [expert] = await findExperts(db, [pair.offerId]);
    if (!expert) throw notFound('expert');
    return {
      needOrganisationId: need.organisationId,
      offerOrganisationId: null,
      offerExpertId: expert.id,
    };
  }
  const [achievement] = await findAchievements({ db }, [pair.offerId]);
  if (!achievement || achievement.publishedAt === null) throw notFound('achievement');
  return {
    needOrganisationId: need.organisationId,
    offerOrganisationId: achievement.organisationId,
    offerExpertId: achievement.expertId,
  };
}

/** The sides of a pair that somebody acts for. */
export function sidesOf(actor: Actor, owners: PairOwners): Decline['side'][] {
  const { needOrganisationId, offerOrganisationId, offerExpertId } = owners;
  const isAsker = actor.organisationIds.includes(needOrganisationId);
  const isResponder =
    (offerOrganisationId !== null && actor.organisationIds.includes(offerOrganisationId)) ||
    (offerExpertId !== null && actor.expertIds.includes(offerExpertId));
  return [
    ...(isAsker ? (['asker'] as const) : []),
    ...(isResponder ? (['responder'] as const) : []),
  ];
}

const load = ({ tx }: CommandContext, input: Pair) => getPairOwners(tx, input);

/** Puts a match aside: neither side is shown it again, until this side takes that back. */
export const declineMatch = defineCommand({
  name: 'match.decline',
  load,
  async run(context, input: Pair & { reasonCode: DeclineReason | null }, owners) {
    const { tx, actor, now, emit } = context;
    const { needId, offerKind, offerId, reasonCode } = input;
    const [side = 'responder'] = sidesOf(actor, owners);
    const declined = await writeDecline(tx, {
      needId,
      offerKind,
      offerId,
      side,
      dockingId: null,
      reasonCode,
      declinedAt: now,
    });
    if (declined) {
      emit({
        type: 'match.declined',
        subject: { type: 'match', id: needId },
        data: { needId, offerKind, offerId, side, reasonCode },
      });
    }
    return { declined };
  },
});

/** Takes back what the own side declined; what the other side declined stays. */
export const restoreMatch = defineCommand({
  name: 'match.restore',
  load,
  async run({ tx, actor, emit }, input: Pair, owners) {
    const { needId, offerKind, offerId } = input;
    const sides = sidesOf(actor, owners);
    const removed = await tx
      .withTables<MatchingTables>()
      .deleteFrom('declinedMatches')
      .where('needId', '=', needId)
      .where('offerKind', '=', offerKind)
      .where('offerId', '=', offerId)
      .where('side', 'in', sides)
      .executeTakeFirst();
    const restored = removed.numDeletedRows > 0n;
    if (restored) {
      emit({
        type: 'match.restored',
        subject: { type: 'match', id: needId },
        data: { needId, offerKind, offerId },
      });
    }
    return { restored };
  },
});
