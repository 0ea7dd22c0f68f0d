import {
  all,
  allow,
  any,
  decide,
  definePolicy,
  filterFor,
  inMyRegion,
  is,
  mine,
  type Actor,
  type Filter,
} from '../../../kernel/policy.ts';
import {
  dockingStatuses,
  dockingWorkflow,
  type DockingStatus,
  type DockingTurn,
} from './docking.workflow.ts';

/** The fields by which parties are told; the same names as in the policy. */
export type DockingParties = {
  status: DockingStatus;
  askerOrganisationId: string;
  responderOrganisationId: string | null;
  responderExpertId: string | null;
  brokerId: string | null;
  regionCode: string;
  escalated: boolean;
};

export type DockingSide = 'asker' | 'responder' | 'broker' | 'operator';

/** Whose turn a state is; null once it has ended. */
export const turnOf = (status: DockingStatus): DockingTurn | null =>
  dockingWorkflow.states[status].turn ?? null;

const openStatuses = dockingStatuses.filter((status) => !dockingWorkflow.isFinal(status));
const during = (turn: DockingTurn) =>
  is('status', ...openStatuses.filter((status) => turnOf(status) === turn));

const isAsker = mine('askerOrganisationId', 'organisationIds');
const isResponder = any(
  mine('responderOrganisationId', 'organisationIds'),
  mine('responderExpertId', 'expertIds'),
);
const isBroker = any(mine('brokerId', 'userId'), mine('brokerId', 'standsInFor'));
const hasNoBroker = is('brokerId', null);
const itsTurn = any(all(during('asker'), isAsker), all(during('responder'), isResponder));
// As long as nobody brokers a case, the operators of its region answer for finding somebody.
const brokersTurnButNone = all(during('broker'), hasNoBroker, inMyRegion());

/**
 * Which cases are somebody's, and in what way. Written as policy rules so that one definition
 * answers for one case (`decide`) and filters lists (`filterFor`).
 */
const standing = definePolicy([
  allow('involved').to('enterprise', 'expert').when(any(isAsker, isResponder)),
  allow('involved').to('broker').when(isBroker),
  allow('involved').to('operator').when(inMyRegion()),

  allow('turn').to('enterprise', 'expert').when(itsTurn),
  allow('turn')
    .to('broker')
    .when(all(during('broker'), isBroker)),
  allow('turn').to('operator').when(brokersTurnButNone),

  allow('to-do').to('enterprise', 'expert').when(itsTurn),
  allow('to-do')
    .to('broker')
    .when(all(during('broker'), isBroker)),
  allow('to-do')
    .to('operator')
    .when(any(brokersTurnButNone, all(is('escalated', true), inMyRegion()))),

  allow('free').to('broker', 'operator').when(all(hasNoBroker, inMyRegion())),
]);

/** `involved`: a party, its broker, or an operator of the region; `to-do` adds what was escalated to operators. */
export type Standing = 'involved' | 'turn' | 'to-do' | 'free';

export const standingFilter = (kind: Standing, actor: Actor): Filter =>
  filterFor(standing, kind, actor);

/** Whether this person must act next; never because it was escalated. */
export const isTurnOf = (docking: DockingParties, actor: Actor): boolean =>
  decide(standing, 'turn', actor, docking).allowed;

/** The side on which somebody acts in a case; null for one who only may look at it. */
export function sideOf(docking: DockingParties, actor: Actor): DockingSide | null {
  if (actor.organisationIds.includes(docking.askerOrganisationId)) return 'asker';
  const { responderOrganisationId, responderExpertId } = docking;
  if (responderOrganisationId !== null && actor.organisationIds.includes(responderOrganisationId))
    return 'responder';
  if (responderExpertId !== null && actor.expertIds.includes(responderExpertId)) return 'responder';
  const brokers = [actor.userId, ...(actor.standsInFor ?? [])];
  if (docking.brokerId !== null && brokers.includes(docking.brokerId)) return 'broker';
  return decide(standing, 'involved', actor, docking).allowed ? 'operator' : null;
}
