import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { setClock } from '../../../platform/clocks/step-clocks.ts';
import { dueFrom } from '../../../platform/settings/settings.ts';
import { getListingOwner } from '../../directory/index.ts';
import type { Tier } from '../domain/disclosure.ts';
import type { ListingDetails } from '../domain/listing-details.ts';
import { needWorkflow, type NeedCloseReason } from '../domain/need.workflow.ts';
import { setAttachments, type AttachmentEntry } from './attachments.ts';
import { checkPlace } from './check-place.ts';
import { writeDetails } from './listing-details.ts';
import { addEntry } from './listing-entries.ts';
import { changeContent, keepFirstVersion } from './listing-versions.ts';
import type { ExchangeTables, NeedRow } from './tables.ts';

export type NeedWords = {
  title: string;
  description: string;
  regionCode: string;
  industryCode: string | null;
  budgetFen: number | null;
  months: number | null;
  coopModes: string[];
};

/** What may be said beside the words; what is absent stays as it is. */
export type NeedParts = {
  attachments?: readonly AttachmentEntry[] | undefined;
  details?: ListingDetails | undefined;
  tier?: Tier | undefined;
};

export async function getNeedRow(tx: Tx, id: string) {
  const row = await tx
    .withTables<ExchangeTables>()
    .selectFrom('needs')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('need');
  return row;
}

/** What the clocks of the platform call a need. */
export const clockOfNeed = ({ id }: { id: string }) => ({ type: 'need', id });

export const loadNeed = ({ tx }: CommandContext, input: { id: string }) => getNeedRow(tx, input.id);

const wordsOf = (input: NeedWords) => ({
  title: input.title,
  description: input.description,
  regionCode: input.regionCode,
  industryCode: input.industryCode,
  budgetFen: input.budgetFen,
  months: input.months,
  coopModes: input.coopModes,
});

async function writeParts(context: CommandContext, id: string, parts: NeedParts): Promise<void> {
  if (parts.attachments) await setAttachments(context, { type: 'need', id }, parts.attachments);
  await writeDetails(context, { type: 'need', id }, parts);
}

export const draftNeed = defineCommand({
  name: 'need.draft',
  load: async ({ tx }, input: NeedWords & NeedParts & { organisationId: string }) =>
    getListingOwner(tx, input.organisationId),
  async run(context, input, owner) {
    const { tx, actor, now, emit } = context;
    checkPlace(input);
    const id = newId(now.getTime());
    await tx
      .withTables<ExchangeTables>()
      .insertInto('needs')
      .values({
        id,
        ...wordsOf(input),
        organisationId: input.organisationId,
        status: needWorkflow.initial,
        closeReason: null,
        publishedAt: null,
        stepStartedAt: now,
        dueAt: null,
        overdueAt: null,
        isExample: owner.isExample,
        createdBy: actor.userId ?? 'system',
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await writeParts(context, id, input);
    await keepFirstVersion(context, { type: 'need', id });
    await addEntry(context, {
      subjectType: 'need',
      subjectId: id,
      action: 'draft',
      from: null,
      to: needWorkflow.initial,
    });
    emit({ type: 'need.drafted', subject: { type: 'need', id } });
    return { id };
  },
});

export const reviseNeed = defineCommand({
  name: 'need.revise',
  load: loadNeed,
  async run(context, input: NeedWords & NeedParts & { id: string; version: number }, need) {
    if (need.status !== 'draft' && need.status !== 'returned') {
      throw new AppError('refused', { code: 'need.not_editable' });
    }
    checkPlace(input);
    await changeContent(context, { type: 'need', id: input.id }, async () => {
      const result = await context.tx
        .withTables<ExchangeTables>()
        .updateTable('needs')
        .set({ ...wordsOf(input), version: need.version + 1, updatedAt: context.now })
        .where('id', '=', input.id)
        .where('status', '=', need.status)
        .where('version', '=', input.version)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
      await writeParts(context, input.id, input);
    });
    context.emit({ type: 'need.revised', subject: { type: 'need', id: input.id } });
    return { id: input.id };
  },
});

/** Says who may read the closed part, whatever the state; searching and matching follow at once. */
export const setNeedTier = defineCommand({
  name: 'need.set-tier',
  load: loadNeed,
  async run(context, input: { id: string; version: number; tier: Tier }, need) {
    if (need.status === 'closed') throw new AppError('refused', { code: 'workflow.ended' });
    const subject = { type: 'need', id: need.id } as const;
    await changeContent(context, subject, async () => {
      const result = await context.tx
        .withTables<ExchangeTables>()
        .updateTable('needs')
        .set({ version: need.version + 1, updatedAt: context.now })
        .where('id', '=', need.id)
        .where('version', '=', input.version)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
      await writeDetails(context, subject, { tier: input.tier });
    });
    await addEntry(context, {
      subjectType: 'need',
      subjectId: need.id,
      action: 'setTier',
      from: need.status,
      to: need.status,
    });
    context.emit({ type: 'need.revised', subject });
    return { id: need.id };
  },
});

/**
 * Moves a need by its workflow: refuses with reasons, sets the new step's deadline, writes the
 * history and the event. `version` is the one the person saw; null for steps that follow from others.
 */
export async function moveNeed(
  context: CommandContext,
  need: NeedRow,
  step: {
    action: keyof typeof needWorkflow.transitions;
    version: number | null;
    words?: string | undefined;
    closeReason?: NeedCloseReason;
    mergedInto?: string;
    openDockings?: number;
    dockings?: number;
  },
): Promise<{ id: string }> {
  const { tx, now, emit } = context;
  const facts = { ...need, openDockings: step.openDockings ?? need.openDockings };
  const reasons = needWorkflow.refusals(step.action, facts, now);
  if (reasons.length > 0) throw new AppError('refused', reasons);
  const transition = needWorkflow.transitions[step.action];
  const to = transition.to;
  const keepsStep = to === need.status;
  const dueAt = await dueFrom(tx, now, needWorkflow.states[to].due);
  const result = await tx
    .withTables<ExchangeTables>()
    .updateTable('needs')
    .set({
      status: to,
      closeReason: step.closeReason ?? null,
      mergedInto: step.mergedInto ?? null,
      openDockings: facts.openDockings,
      dockings: step.dockings ?? need.dockings,
      version: need.version + 1,
      updatedAt: now,
      ...(to === 'published' && need.publishedAt === null ? { publishedAt: now } : {}),
      ...(keepsStep
        ? {}
        : {
            stepStartedAt: now,
            dueAt,
            overdueAt: null,
            // Whoever moves it, cares for it: a step counts as a confirmation.
            confirmedAt: now,
            confirmRemindedAt: null,
            lapsedAt: null,
          }),
    })
    .where('id', '=', need.id)
    .where('status', '=', need.status)
    .where('version', '=', step.version ?? need.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
  if (!keepsStep) await setClock(context, clockOfNeed(need), { startedAt: now, dueAt });
  await addEntry(context, {
    subjectType: 'need',
    subjectId: need.id,
    action: step.action,
    from: need.status,
    to,
    words: step.words,
    reasonCode: step.closeReason ?? null,
  });
  emit({
    type: transition.emits,
    subject: { type: 'need', id: need.id },
    data: {
      from: need.status,
      to,
      version: need.version + 1,
      actorId: context.actor.userId,
      ...(step.mergedInto === undefined ? {} : { into: step.mergedInto }),
    },
  });
  return { id: need.id };
}

type Step = { id: string; version: number };

export const submitNeed = defineCommand({
  name: 'need.submit',
  load: loadNeed,
  run: (context, input: Step, need) =>
    moveNeed(context, need, { action: 'submit', version: input.version }),
});

export const publishNeed = defineCommand({
  name: 'need.publish',
  load: loadNeed,
  run: (context, input: Step & { words?: string | undefined }, need) =>
    moveNeed(context, need, { action: 'publish', version: input.version, words: input.words }),
});

export const returnNeed = defineCommand({
  name: 'need.return',
  load: loadNeed,
  run: (context, input: Step & { words: string }, need) =>
    moveNeed(context, need, { action: 'return', version: input.version, words: input.words }),
});

export const closeNeed = defineCommand({
  name: 'need.close',
  load: loadNeed,
  run: (context, input: Step & { reasonCode: NeedCloseReason; words: string }, need) =>
    moveNeed(context, need, {
      action: 'close',
      version: input.version,
      words: input.words,
      closeReason: input.reasonCode,
    }),
});

/**
 * A need follows its dockings: `started` takes it off the search, `ended` puts it back when it was
 * the last one, and once one was `completed` it closes as answered when nothing else is open. Called
 * by the dockings module inside its own command.
 */
export async function followDocking(
  context: CommandContext,
  needId: string,
  change: 'started' | 'ended' | 'completed',
): Promise<void> {
  const need = await getNeedRow(context.tx, needId);
  if (change === 'started') {
    await moveNeed(context, need, {
      action: 'startDocking',
      version: null,
      openDockings: need.openDockings + 1,
      dockings: need.dockings + 1,
    });
    return;
  }
  const openDockings = Math.max(0, need.openDockings - 1);
  const answered = need.answered || change === 'completed';
  if (openDockings === 0 && need.status === 'in_docking') {
    await moveNeed(context, need, {
      version: null,
      openDockings,
      ...(answered ? { action: 'close', closeReason: 'answered' } : { action: 'resumeSearch' }),
    });
    return;
  }
  await context.tx
    .withTables<ExchangeTables>()
    .updateTable('needs')
    .set({ openDockings, answered, updatedAt: context.now, version: need.version + 1 })
    .where('id', '=', needId)
    .where('version', '=', need.version)
    .execute();
}
