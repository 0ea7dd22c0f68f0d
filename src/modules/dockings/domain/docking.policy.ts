import { all, allow, always, any, inMyRegion, is, mine } from '../../../kernel/policy.ts';

const asker = mine('askerOrganisationId', 'organisationIds');
const responder = any(
  mine('responderOrganisationId', 'organisationIds'),
  mine('responderExpertId', 'expertIds'),
);
// Whoever acts for the broker who is away is the broker meanwhile.
const itsBroker = any(mine('brokerId', 'userId'), mine('brokerId', 'standsInFor'));
const free = all(is('brokerId', null), inMyRegion());
const notAsker = 'docking.asker_only';
const notResponder = 'docking.responder_only';
const notBroker = 'docking.broker_only';
const notParty = 'docking.party_only';
const elsewhere = 'policy.other_region';

/** What both sides and the broker between them may do alike. */
const forAllSides = (action: string) => [
  allow(action).to('enterprise', 'expert').when(any(asker, responder), notParty),
  allow(action).to('broker').when(itsBroker, notBroker),
];

/** Whether somebody may broker cases of a region; a case that such a person proposes is at once its own. */
export const brokering = allow('docking.broker').to('broker').when(inMyRegion(), elsewhere);

/** Fields of the record: askerOrganisationId, responderOrganisationId, responderExpertId, brokerId, regionCode. */
export const dockingPolicy = [
  allow('docking.read').to('enterprise', 'expert').when(any(asker, responder), notParty),
  allow('docking.read').to('broker').when(any(itsBroker, free), notBroker),
  allow('docking.read').to('operator', 'admin').when(inMyRegion(), elsewhere),
  allow('docking.mine').to('enterprise', 'expert', 'broker', 'operator').when(always),
  // The asker asks for itself; brokers and operators bring others together.
  allow('docking.propose').to('enterprise').when(asker, notAsker),
  allow('docking.propose').to('broker', 'operator').when(inMyRegion(), elsewhere),
  allow('docking.take').to('broker').when(free, 'docking.has_broker'),
  allow('docking.assign').to('operator').when(inMyRegion(), elsewhere),
  allow('docking.list-brokers').to('operator').when(always),
  allow('docking.accept').to('enterprise', 'expert').when(responder, notResponder),
  allow('docking.decline').to('enterprise', 'expert').when(responder, notResponder),
  allow('docking.record-contact').to('broker').when(itsBroker, notBroker),
  allow('docking.record-meeting').to('broker').when(itsBroker, notBroker),
  allow('docking.start-negotiation').to('enterprise').when(asker, notAsker),
  allow('docking.start-negotiation').to('broker').when(itsBroker, notBroker),
  allow('docking.record-contract').to('broker').when(itsBroker, notBroker),
  allow('docking.start-delivery').to('enterprise', 'expert').when(responder, notResponder),
  allow('docking.start-delivery').to('broker').when(itsBroker, notBroker),
  allow('docking.record-payment').to('enterprise').when(asker, notAsker),
  allow('docking.record-payment').to('broker').when(itsBroker, notBroker),
  allow('docking.complete').to('enterprise').when(asker, notAsker),
  allow('docking.end').to('enterprise', 'expert').when(any(asker, responder), notParty),
  allow('docking.end').to('broker').when(itsBroker, notBroker),
  allow('docking.end').to('operator').when(inMyRegion(), elsewhere),
  allow('docking.post-message').to('enterprise', 'expert').when(any(asker, responder), notParty),
  allow('docking.post-message').to('broker').when(itsBroker, notBroker),
  allow('docking.post-message').to('operator').when(inMyRegion(), elsewhere),
  allow('docking.remind').to('enterprise', 'expert').when(any(asker, responder), notParty),
  allow('docking.remind').to('broker').when(itsBroker, notBroker),
  allow('docking.remind').to('operator').when(inMyRegion(), elsewhere),
  ...forAllSides('docking.add-files'),
  ...forAllSides('docking.propose-meeting'),
  ...forAllSides('docking.change-meeting'),
  ...forAllSides('docking.cancel-meeting'),
  ...forAllSides('docking.answer-meeting'),
  ...forAllSides('docking.record-minutes'),
  allow('docking.confirm-minutes').to('enterprise', 'expert').when(any(asker, responder), notParty),
  allow('docking.plan-milestones').to('enterprise').when(asker, notAsker),
  allow('docking.plan-milestones').to('broker').when(itsBroker, notBroker),
  // The seller registers; the broker may prepare it.
  allow('docking.prepare-registration')
    .to('enterprise', 'expert')
    .when(any(asker, responder), notParty),
  allow('docking.prepare-registration').to('broker').when(itsBroker, notBroker),
  allow('docking.record-registration').to('enterprise', 'expert').when(responder, notResponder),
  allow('docking.record-registration').to('broker').when(itsBroker, notBroker),
  allow('docking.rate').to('enterprise', 'expert').when(any(asker, responder), notParty),
  allow('docking.read-ratings').to('visitor').when(always),
  allow('docking.deliver').to('enterprise', 'expert').when(responder, notResponder),
  allow('docking.accept-delivery').to('enterprise').when(asker, notAsker),
  allow('docking.return-delivery').to('enterprise').when(asker, notAsker),
  ...forAllSides('docking.pause'),
  allow('docking.pause').to('operator').when(inMyRegion(), elsewhere),
  ...forAllSides('docking.resume'),
  allow('docking.resume').to('operator').when(inMyRegion(), elsewhere),
  allow('docking.keep-clock').to('system').when(always),
  allow('response-rate.read').to('visitor').when(always),
  allow('funnel.read').to('visitor').when(always),
];
