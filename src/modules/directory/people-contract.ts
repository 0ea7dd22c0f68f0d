import { z } from 'zod';
import {
  actionOffer,
  dueState,
  id,
  line,
  moment,
  prose,
  route,
} from '../../platform/contract/route.ts';
import { claimReasons } from './domain/claim.workflow.ts';

const version = z.number().int();
const sentence = prose(500, 2);

export const people = z.object({
  name: z.string(),
  mine: z.boolean(),
  members: z.array(
    z.object({
      userId: z.string(),
      name: z.string(),
      email: z.string(),
      since: moment,
      me: z.boolean(),
    }),
  ),
  invitations: z.array(
    z.object({
      id,
      email: z.string(),
      invitedByName: z.string(),
      invitedAt: moment,
      expiresAt: moment,
    }),
  ),
});

export const invitation = z.object({
  organisationId: id,
  organisationName: z.string(),
  invitedByName: z.string(),
  email: z.string(),
  expiresAt: moment,
  state: z.enum(['open', 'used', 'expired']),
});

export const claim = z.object({
  id,
  subjectType: z.enum(['organisation', 'expert']),
  subjectId: id,
  subjectName: z.string(),
  claimantName: z.string(),
  claimantEmail: z.string(),
  status: z.enum(['submitted', 'approved', 'refused', 'withdrawn']),
  words: z.string(),
  file: z.object({ name: z.string(), size: z.number().int() }),
  reasonCode: z.enum(claimReasons).nullable(),
  answer: z.string().nullable(),
  version,
  createdAt: moment,
  due: dueState.nullable(),
  actions: z.array(actionOffer),
});

/** Who acts for an organisation or holds a profile: members, invitations, claims. */
export const peopleContract = {
  listPeople: route(
    'GET',
    '/organisations/{id}/people',
    'organisation.list-people',
    'Who acts for an organisation, and who was asked to',
  )
    .input(z.object({ id }))
    .output(people),
  invitePerson: route(
    'POST',
    '/organisations/{id}/people/invite',
    'organisation.invite-person',
    'Invite somebody by e-mail to act for an organisation',
  )
    .input(z.object({ id, email: z.email().max(200) }))
    .output(people),
  revokeInvitation: route(
    'POST',
    '/organisations/{id}/people/invitations/{invitationId}/revoke',
    'organisation.revoke-invitation',
    'Take an invitation back',
  )
    .input(z.object({ id, invitationId: id }))
    .output(people),
  removePerson: route(
    'POST',
    '/organisations/{id}/people/{userId}/remove',
    'organisation.remove-person',
    'Take somebody out of an organisation, with a sentence',
  )
    .input(z.object({ id, userId: line(64), words: sentence }))
    .output(people),
  leaveOrganisation: route(
    'POST',
    '/organisations/{id}/leave',
    'organisation.leave',
    'Give up acting for an organisation',
  )
    .input(z.object({ id }))
    .output(z.object({ id })),
  getInvitation: route(
    'GET',
    '/invitations/{token}',
    'organisation.read',
    'What an invitation is for',
  )
    .input(z.object({ token: line(100) }))
    .output(invitation),
  acceptInvitation: route(
    'POST',
    '/invitations/{token}/accept',
    'organisation.accept-invitation',
    'Become a member by an invitation',
  )
    .input(z.object({ token: line(100) }))
    .output(z.object({ id })),
  submitClaim: route(
    'POST',
    '/claims',
    'claim.submit',
    'Say that an organisation, or a profile that nobody holds, is mine',
  )
    .input(
      z.object({
        subjectType: z.enum(['organisation', 'expert']),
        subjectId: id,
        words: prose(500, 5),
        fileId: id,
      }),
    )
    .output(claim),
  listClaims: route('GET', '/claims', 'claim.list', 'Claims of my region').output(
    z.object({ waiting: z.array(claim), decided: z.array(claim) }),
  ),
  getClaim: route('GET', '/claims/{id}', 'claim.read', 'One claim')
    .input(z.object({ id }))
    .output(claim),
  downloadClaimFile: route('GET', '/claims/{id}/file', 'claim.read', 'The evidence of a claim')
    .input(z.object({ id }))
    .output(z.instanceof(Blob)),
  approveClaim: route('POST', '/claims/{id}/approve', 'claim.approve', 'Grant a claim')
    .input(z.object({ id, version, words: prose(500).optional() }))
    .output(claim),
  refuseClaim: route('POST', '/claims/{id}/refuse', 'claim.refuse', 'Refuse a claim, with a reason')
    .input(z.object({ id, version, reasonCode: z.enum(claimReasons), words: sentence }))
    .output(claim),
  withdrawClaim: route('POST', '/claims/{id}/withdraw', 'claim.withdraw', 'Take my claim back')
    .input(z.object({ id, version }))
    .output(claim),
};
