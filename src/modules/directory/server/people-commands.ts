import { createHash, randomBytes } from 'node:crypto';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contactsOf, ensureRole, listMembers } from '../../identity/index.ts';
import { addLine } from './change-entry.ts';
import { getOrganisationRow, loadOrganisation } from './organisation-commands.ts';
import { joinOrganisation, leaveGroup } from './organisation-group.ts';
import type { DirectoryTables } from './tables.ts';

/** How long an invitation holds. */
export const INVITATION_DAYS = 14;
const DAY_MS = 86_400_000;

export const hashToken = (token: string): string =>
  createHash('sha256').update(token).digest('hex');

const emitPerson = ({ emit, actor }: CommandContext, type: string, id: string, data: object) =>
  emit({ type, subject: { type: 'organisation', id }, data: { actorId: actor.userId, ...data } });

/** Invites somebody by e-mail to act for an organisation. The link stands in that mail alone. */
export const createInvitePerson = ({
  config,
  jobs,
  translator,
}: Pick<Platform, 'config' | 'jobs' | 'translator'>) =>
  defineCommand({
    name: 'organisation.invite-person',
    load: loadOrganisation,
    async run(context, input: { id: string; email: string }, organisation) {
      const { tx, actor, now } = context;
      if (organisation.status !== 'active') {
        throw new AppError('refused', { code: 'directory.not_in_use' });
      }
      const email = input.email.toLowerCase();
      const members = await listMembers(tx, organisation.id);
      if (members.some((member) => member.email.toLowerCase() === email)) {
        throw new AppError('conflict', { code: 'people.already_member' });
      }
      const db = tx.withTables<DirectoryTables>();
      // A second one to the same address takes the place of the first.
      await db
        .updateTable('membershipInvitations')
        .set({ revokedAt: now })
        .where('organisationId', '=', organisation.id)
        .where('email', '=', email)
        .where('acceptedAt', 'is', null)
        .where('revokedAt', 'is', null)
        .execute();
      const id = newId(now.getTime());
      const token = randomBytes(24).toString('base64url');
      await db
        .insertInto('membershipInvitations')
        .values({
          id,
          organisationId: organisation.id,
          email,
          tokenHash: hashToken(token),
          invitedBy: actor.userId ?? 'system',
          invitedByName: actor.name,
          invitedAt: now,
          expiresAt: new Date(now.getTime() + INVITATION_DAYS * DAY_MS),
        })
        .execute();
      const translate = translator('zh-CN');
      const words = { name: actor.name, organisation: organisation.name, days: INVITATION_DAYS };
      await jobs.send(
        tx,
        'mail.send',
        {
          to: email,
          subject: translate('people.mail.invite.subject', words),
          text: translate('people.mail.invite.text', {
            ...words,
            email,
            link: `${config.publicUrl}/join/${token}`,
          }),
          messageId: `invitation.${id}@${new URL(config.publicUrl).hostname}`,
        },
        { singletonKey: `invitation.${id}` },
      );
      emitPerson(context, 'organisation.person_invited', organisation.id, { invitationId: id });
      return { id: organisation.id };
    },
  });

export const revokeInvitation = defineCommand({
  name: 'organisation.revoke-invitation',
  load: loadOrganisation,
  async run(context, input: { id: string; invitationId: string }, organisation) {
    const revoked = await context.tx
      .withTables<DirectoryTables>()
      .updateTable('membershipInvitations')
      .set({ revokedAt: context.now })
      .where('id', '=', input.invitationId)
      .where('organisationId', '=', organisation.id)
      .where('acceptedAt', 'is', null)
      .where('revokedAt', 'is', null)
      .executeTakeFirst();
    if (revoked.numUpdatedRows !== 1n) {
      throw new AppError('refused', { code: 'people.invitation_used' });
    }
    emitPerson(context, 'organisation.invitation_revoked', organisation.id, {
      invitationId: input.invitationId,
    });
    return { id: organisation.id };
  },
});

/** Whoever holds the link, signed in under the address it was sent to, becomes a member. */
export const acceptInvitation = defineCommand({
  name: 'organisation.accept-invitation',
  async run(context, input: { token: string }) {
    const { tx, actor, now } = context;
    const db = tx.withTables<DirectoryTables>();
    const invitation = await db
      .selectFrom('membershipInvitations')
      .selectAll()
      .where('tokenHash', '=', hashToken(input.token))
      .forUpdate()
      .executeTakeFirst();
    if (!invitation) throw new AppError('invalid', { code: 'people.invitation_unknown' });
    if (invitation.revokedAt !== null || invitation.acceptedAt !== null) {
      throw new AppError('refused', { code: 'people.invitation_used' });
    }
    if (invitation.expiresAt <= now) {
      throw new AppError('refused', { code: 'people.invitation_expired' });
    }
    const userId = actor.userId!;
    const [account] = await contactsOf(tx, { userIds: [userId] });
    if (account?.email.toLowerCase() !== invitation.email) {
      throw new AppError('refused', {
        code: 'people.other_address',
        params: { email: invitation.email },
      });
    }
    const named = await getOrganisationRow(tx, invitation.organisationId);
    const organisation =
      named.mergedInto === null ? named : await getOrganisationRow(tx, named.mergedInto);
    if (organisation.status !== 'active') {
      throw new AppError('refused', { code: 'directory.not_in_use' });
    }
    await joinOrganisation(tx, { userId, organisationId: organisation.id, at: now });
    await ensureRole(tx, {
      userId,
      role: 'enterprise',
      regionCode: organisation.regionCode,
      at: now,
      by: invitation.invitedBy,
    });
    await db
      .updateTable('membershipInvitations')
      .set({ acceptedAt: now })
      .where('id', '=', invitation.id)
      .execute();
    await addLine(context, 'organisation', organisation, {
      action: 'join',
      from: organisation.status,
      keep: false,
    });
    emitPerson(context, 'organisation.person_joined', organisation.id, { userId });
    return { id: organisation.id };
  },
});

/** Gives up acting for an organisation; the last one first finds a successor. */
export const leaveOrganisation = defineCommand({
  name: 'organisation.leave',
  load: loadOrganisation,
  async run(context, input: { id: string }, organisation) {
    const { tx, actor, now } = context;
    const members = await listMembers(tx, organisation.id);
    if (members.length === 1) throw new AppError('refused', { code: 'people.last_member' });
    await leaveGroup(tx, { userId: actor.userId!, organisationId: organisation.id, at: now });
    await addLine(context, 'organisation', organisation, {
      action: 'leave',
      from: organisation.status,
      keep: false,
    });
    emitPerson(context, 'organisation.person_left', input.id, { userId: actor.userId });
    return { id: input.id };
  },
});

/** Takes somebody out; that person is written to, with the reason. */
export const removePerson = defineCommand({
  name: 'organisation.remove-person',
  load: loadOrganisation,
  async run(context, input: { id: string; userId: string; words: string }, organisation) {
    const { tx, actor, now } = context;
    if (input.userId === actor.userId) {
      throw new AppError('refused', { code: 'people.leave_instead' });
    }
    const gone = await leaveGroup(tx, {
      userId: input.userId,
      organisationId: organisation.id,
      at: now,
    });
    if (!gone) throw new AppError('refused', { code: 'people.not_member' });
    const [person] = await contactsOf(tx, { userIds: [input.userId] });
    await addLine(context, 'organisation', organisation, {
      action: 'remove',
      from: organisation.status,
      words: `${person?.name ?? ''}：${input.words}`,
      keep: false,
    });
    emitPerson(context, 'organisation.person_removed', organisation.id, { userId: input.userId });
    return { id: organisation.id };
  },
});
