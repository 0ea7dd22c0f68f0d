import { AppError } from '../../../kernel/errors.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { listMembers } from '../../identity/index.ts';
import { getOrganisationRow } from './organisation-commands.ts';
import { hashToken } from './people-commands.ts';
import type { DirectoryTables } from './tables.ts';

/** Who acts for an organisation, and who has been asked to. For its people and operators. */
export async function listPeople(platform: Platform, context: ApiContext, id: string) {
  const { db, guard, clock } = platform;
  const { actor } = context.request;
  const organisation = await getOrganisationRow(db, id);
  guard.require(actor, 'organisation.list-people', organisation);
  const invitations = await db
    .withTables<DirectoryTables>()
    .selectFrom('membershipInvitations')
    .select(['id', 'email', 'invitedByName', 'invitedAt', 'expiresAt'])
    .where('organisationId', '=', id)
    .where('acceptedAt', 'is', null)
    .where('revokedAt', 'is', null)
    .where('expiresAt', '>', clock.now())
    .orderBy('invitedAt', 'desc')
    .execute();
  const members = await listMembers(db, id);
  return {
    name: organisation.name,
    mine: actor.organisationIds.includes(id),
    members: members.map((member) => ({
      userId: member.userId,
      name: member.name,
      email: member.email,
      since: member.since.toISOString(),
      me: member.userId === actor.userId,
    })),
    invitations: invitations.map((invitation) => ({
      id: invitation.id,
      email: invitation.email,
      invitedByName: invitation.invitedByName,
      invitedAt: invitation.invitedAt.toISOString(),
      expiresAt: invitation.expiresAt.toISOString(),
    })),
  };
}

/** What an invitation is for; whoever holds the link may know. */
export async function getInvitation(platform: Platform, token: string) {
  const row = await platform.db
    .withTables<DirectoryTables>()
    .selectFrom('membershipInvitations')
    .innerJoin('organisations', 'organisations.id', 'membershipInvitations.organisationId')
    .select([
      'membershipInvitations.email',
      'membershipInvitations.invitedByName',
      'membershipInvitations.expiresAt',
      'membershipInvitations.acceptedAt',
      'membershipInvitations.revokedAt',
      'organisations.id as organisationId',
      'organisations.name as organisationName',
    ])
    .where('tokenHash', '=', hashToken(token))
    .executeTakeFirst();
  if (!row) throw new AppError('invalid', { code: 'people.invitation_unknown' });
  const ended = row.acceptedAt !== null || row.revokedAt !== null;
  const expired = row.expiresAt <= platform.clock.now();
  return {
    organisationId: row.organisationId,
    organisationName: row.organisationName,
    invitedByName: row.invitedByName,
    email: row.email,
    expiresAt: row.expiresAt.toISOString(),
    state: ended ? ('used' as const) : expired ? ('expired' as const) : ('open' as const),
  };
}
