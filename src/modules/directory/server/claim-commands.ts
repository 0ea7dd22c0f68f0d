import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { attachFile } from '../../../platform/files/file-commands.ts';
import { dueFrom } from '../../../platform/settings/settings.ts';
import { ensureRole } from '../../identity/index.ts';
import { claimWorkflow, type ClaimReason } from '../domain/claim.workflow.ts';
import { addLine } from './change-entry.ts';
import { getExpertRow } from './expert-commands.ts';
import { getOrganisationRow } from './organisation-commands.ts';
import { joinOrganisation } from './organisation-group.ts';
import type { DirectoryTables } from './tables.ts';

export async function getClaimRow(db: Db | Tx, id: string) {
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('directoryClaims')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('claim');
  return row;
}
type ClaimRow = Awaited<ReturnType<typeof getClaimRow>>;

const load = ({ tx }: CommandContext, input: { id: string }) => getClaimRow(tx, input.id);

/**
 * Somebody says that an organisation, or a profile that no account holds, is theirs. Of an
 * organisation that has people already it asks to become one of them.
 */
export const submitClaim = defineCommand({
  name: 'claim.submit',
  async run(
    context,
    input: {
      subjectType: 'organisation' | 'expert';
      subjectId: string;
      words: string;
      fileId: string;
    },
  ) {
    const { tx, actor, now, emit } = context;
    const { subjectType, subjectId } = input;
    const isExpert = subjectType === 'expert';
    const subject = isExpert
      ? await getExpertRow(tx, subjectId)
      : await getOrganisationRow(tx, subjectId);
    if (subject.status !== 'active') {
      throw new AppError('refused', { code: 'directory.not_in_use' });
    }
    const own = isExpert ? actor.expertIds : actor.organisationIds;
    if (own.includes(subjectId)) throw new AppError('refused', { code: 'claim.already_yours' });
    if ('userId' in subject && subject.userId !== null) {
      throw new AppError('refused', { code: 'claim.taken' });
    }
    if (isExpert && own.length > 0) throw new AppError('refused', { code: 'claim.one_profile' });
    const db = tx.withTables<DirectoryTables>();
    const open = await db
      .selectFrom('directoryClaims')
      .select('id')
      .where('userId', '=', actor.userId!)
      .where('status', '=', 'submitted')
      .where(isExpert ? 'expertId' : 'organisationId', '=', subjectId)
      .executeTakeFirst();
    if (open) throw new AppError('conflict', { code: 'claim.open' });
    const id = newId(now.getTime());
    await db
      .insertInto('directoryClaims')
      .values({
        id,
        regionCode: subject.regionCode,
        subjectType,
        organisationId: isExpert ? null : subjectId,
        expertId: isExpert ? subjectId : null,
        userId: actor.userId!,
        status: claimWorkflow.initial,
        words: input.words,
        fileId: input.fileId,
        stepStartedAt: now,
        dueAt: await dueFrom(tx, now, claimWorkflow.states.submitted.due),
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await attachFile(context, input.fileId, { type: 'claim', id });
    emit({
      type: 'claim.submitted',
      subject: { type: 'claim', id },
      data: { subjectType, subjectId, actorId: actor.userId },
    });
    return { id };
  },
});

async function moveClaim(
  context: CommandContext,
  claim: ClaimRow,
  step: {
    action: keyof typeof claimWorkflow.transitions;
    version: number;
    answer?: string | undefined;
    reasonCode?: ClaimReason;
  },
): Promise<void> {
  const { tx, now, emit, actor } = context;
  const reasons = claimWorkflow.refusals(step.action, claim, now);
  if (reasons.length > 0) throw new AppError('refused', reasons);
  const { to, emits } = claimWorkflow.transitions[step.action];
  const moved = await tx
    .withTables<DirectoryTables>()
    .updateTable('directoryClaims')
    .set({
      status: to,
      answer: step.answer || null,
      reasonCode: step.reasonCode ?? null,
      stepStartedAt: now,
      dueAt: null,
      version: claim.version + 1,
      updatedAt: now,
    })
    .where('id', '=', claim.id)
    .where('status', '=', claim.status)
    .where('version', '=', step.version)
    .executeTakeFirst();
  if (moved.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
  emit({
    type: emits,
    subject: { type: 'claim', id: claim.id },
    data: { from: claim.status, to, actorId: actor.userId },
  });
}

export const approveClaim = defineCommand({
  name: 'claim.approve',
  load,
  async run(context, input: { id: string; version: number; words?: string | undefined }, claim) {
    await moveClaim(context, claim, {
      action: 'approve',
      version: input.version,
      answer: input.words,
    });
    await (claim.subjectType === 'expert'
      ? giveProfile(context, claim)
      : giveOrganisation(context, claim));
    return { id: claim.id };
  },
});

async function giveOrganisation(context: CommandContext, claim: ClaimRow): Promise<void> {
  const { tx, now, actor } = context;
  const organisation = await getOrganisationRow(tx, claim.organisationId!);
  if (organisation.status !== 'active') {
    throw new AppError('refused', { code: 'directory.not_in_use' });
  }
  await joinOrganisation(tx, {
    userId: claim.userId,
    organisationId: organisation.id,
    at: now,
  });
  await ensureRole(tx, {
    userId: claim.userId,
    role: 'enterprise',
    regionCode: organisation.regionCode,
    at: now,
    by: actor.userId ?? 'system',
  });
  await addLine(context, 'organisation', organisation, {
    action: 'claim',
    from: organisation.status,
    keep: false,
  });
}

async function giveProfile(context: CommandContext, claim: ClaimRow): Promise<void> {
  const { tx, now, actor, emit } = context;
  const expert = await getExpertRow(tx, claim.expertId!);
  if (expert.status !== 'active') throw new AppError('refused', { code: 'directory.not_in_use' });
  const db = tx.withTables<DirectoryTables>();
  const other = await db
    .selectFrom('experts')
    .select('id')
    .where('userId', '=', claim.userId)
    .executeTakeFirst();
  if (other) throw new AppError('refused', { code: 'claim.has_profile' });
  const given = await db
    .updateTable('experts')
    .set({ userId: claim.userId })
    .where('id', '=', expert.id)
    .where('userId', 'is', null)
    .executeTakeFirst();
  if (given.numUpdatedRows !== 1n) throw new AppError('refused', { code: 'claim.taken' });
  await ensureRole(tx, {
    userId: claim.userId,
    role: 'expert',
    regionCode: expert.regionCode,
    at: now,
    by: actor.userId ?? 'system',
  });
  await addLine(context, 'expert', expert, { action: 'claim', from: expert.status, keep: false });
  emit({ type: 'expert.claimed', subject: { type: 'expert', id: expert.id } });
}

export const refuseClaim = defineCommand({
  name: 'claim.refuse',
  load,
  async run(
    context,
    input: { id: string; version: number; reasonCode: ClaimReason; words: string },
    claim,
  ) {
    await moveClaim(context, claim, {
      action: 'refuse',
      version: input.version,
      answer: input.words,
      reasonCode: input.reasonCode,
    });
    return { id: claim.id };
  },
});

export const withdrawClaim = defineCommand({
  name: 'claim.withdraw',
  load,
  async run(context, input: { id: string; version: number }, claim) {
    await moveClaim(context, claim, { action: 'withdraw', version: input.version });
    return { id: claim.id };
  },
});
