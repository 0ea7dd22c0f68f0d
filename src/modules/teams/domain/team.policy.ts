import { all, allow, always, any, inMyRegion, is, mine, signedIn } from '../../../kernel/policy.ts';

export const teamKinds = ['service_group', 'expert_team'] as const;
export type TeamKind = (typeof teamKinds)[number];

const lead = mine('leadId', 'userId');
// The loader puts the reader's own account here when it is one of the members.
const member = mine('memberUserId', 'userId');
const notLead = 'team.lead_only';
const elsewhere = 'policy.other_region';
const leadUnit = mine('leadUnitId', 'organisationIds');

/**
 * Fields of the records: regionCode, leadId, leadUnitId; memberUserId (see above); of an answer
 * answerUserId, null where the expert has no account and the lead answers; of a report status.
 */
export const teamPolicy = [
  allow('team.read').to('visitor').when(always),
  allow('team.found').to('operator').when(inMyRegion(), elsewhere),
  allow('team.change').to('operator').when(inMyRegion(), elsewhere),
  allow('team.end').to('operator').when(inMyRegion(), elsewhere),
  allow('team.find-people').to('visitor').when(signedIn),
  allow('team.add-member').to('operator').when(inMyRegion(), elsewhere),
  allow('team.add-member').to('visitor').when(lead, notLead),
  allow('team.end-member').to('operator').when(inMyRegion(), elsewhere),
  allow('team.end-member').to('visitor').when(lead, notLead),

  allow('dispatch.send').to('operator').when(inMyRegion(), elsewhere),
  allow('dispatch.send').to('visitor').when(lead, notLead),
  allow('dispatch.mine').to('visitor').when(signedIn),
  allow('dispatch.read').to('operator', 'admin').when(inMyRegion(), elsewhere),
  allow('dispatch.read')
    .to('visitor')
    .when(any(lead, member, mine('askerOrganisationId', 'organisationIds')), 'team.members_only'),
  allow('dispatch.answer')
    .to('visitor')
    .when(
      any(mine('answerUserId', 'userId'), all(is('answerUserId', null), lead)),
      'team.its_member',
    ),
  allow('dispatch.record-visit').to('operator').when(inMyRegion(), elsewhere),
  allow('dispatch.record-visit').to('visitor').when(any(lead, member), 'team.members_only'),
  allow('dispatch.keep-clock').to('system').when(always),

  allow('report.list').to('visitor').when(signedIn),
  allow('report.read').to('operator', 'admin').when(inMyRegion(), elsewhere),
  allow('report.read')
    .to('visitor')
    .when(any(lead, member, all(is('status', 'sent'), leadUnit)), 'team.members_only'),
  allow('report.draft').to('system').when(always),
  allow('report.draft').to('operator').when(inMyRegion(), elsewhere),
  allow('report.draft').to('visitor').when(lead, notLead),
  allow('report.refresh').to('visitor').when(lead, notLead),
  allow('report.revise').to('visitor').when(lead, notLead),
  allow('report.submit').to('visitor').when(lead, notLead),
  allow('report.return').to('operator').when(inMyRegion(), elsewhere),
  allow('report.approve').to('operator').when(inMyRegion(), elsewhere),
  allow('report.keep-clock').to('system').when(always),
];
