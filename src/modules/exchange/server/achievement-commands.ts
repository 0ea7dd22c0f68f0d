import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { getListingOwner } from '../../directory/index.ts';
import { achievementWorkflow } from '../domain/achievement.workflow.ts';
import type { Tier } from '../domain/disclosure.ts';
import type { ListingDetails } from '../domain/listing-details.ts';
import { readPatents, type PatentEntry } from '../domain/patents.ts';
import { setAttachments, type AttachmentEntry } from './attachments.ts';
import { checkPlace } from './check-place.ts';
import { writeDetails } from './listing-details.ts';
import { addEntry } from './listing-entries.ts';
import { changeContent, keepFirstVersion } from './listing-versions.ts';
import type { AchievementRow, ExchangeTables } from './tables.ts';

export type AchievementWords = {
  title: string;
  abstract: string;
  keywords: string[];
  regionCode: string;
  industryCode: string | null;
  trl: number | null;
  priceMinFen: number | null;
  priceMaxFen: number | null;
  coopModes: string[];
};

/** What may be said beside the words; what is absent stays as it is. */
export type AchievementParts = {
  patents?: readonly PatentEntry[] | undefined;
  trlProof?: string | null | undefined;
  attachments?: readonly AttachmentEntry[] | undefined;
  details?: ListingDetails | undefined;
  tier?: Tier | undefined;
};

async function getAchievementRow(tx: Tx, id: string) {
  const row = await tx
    .withTables<ExchangeTables>()
    .selectFrom('achievements')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('achievement');
  return row;
}

const load = ({ tx }: CommandContext, input: { id: string }) => getAchievementRow(tx, input.id);

function wordsOf(input: AchievementWords) {
  checkPlace(input);
  if (
    input.priceMinFen !== null &&
    input.priceMaxFen !== null &&
    input.priceMinFen > input.priceMaxFen
  ) {
    throw new AppError('invalid', { code: 'achievement.price_order' });
  }
  return {
    title: input.title,
    abstract: input.abstract,
    keywords: input.keywords,
    regionCode: input.regionCode,
    industryCode: input.industryCode,
    trl: input.trl,
    priceMinFen: input.priceMinFen,
    priceMaxFen: input.priceMaxFen,
    coopModes: input.coopModes,
  };
}

/** Patents and the proof of maturity, as they are stored; a number that is wrong is said at its place. */
function partsOf({ patents, trlProof }: AchievementParts) {
  const read = patents && readPatents(patents);
  if (read && !read.ok) {
    const [first] = read.wrong;
    throw new AppError('invalid', {
      code: `patent.${first!.problem}`,
      params: { number: patents[first!.index]!.number },
    });
  }
  return {
    ...(read ? { patents: JSON.stringify(read.patents) } : {}),
    ...(trlProof === undefined ? {} : { trlProof: trlProof || null }),
  };
}

/** Whoever changes a listing, cares for it: that counts as a confirmation. */
const confirmedBy = ({ now }: CommandContext) => ({
  confirmedAt: now,
  confirmRemindedAt: null,
  lapsedAt: null,
});

async function writeParts(
  context: CommandContext,
  id: string,
  parts: AchievementParts,
): Promise<void> {
  const subject = { type: 'achievement', id } as const;
  if (parts.attachments) await setAttachments(context, subject, parts.attachments);
  await writeDetails(context, subject, parts);
}

export const draftAchievement = defineCommand({
  name: 'achievement.draft',
  load: async ({ tx }, input: AchievementWords & AchievementParts & { organisationId: string }) =>
    getListingOwner(tx, input.organisationId),
  async run(context, input, owner) {
    const { tx, actor, now, emit } = context;
    const id = newId(now.getTime());
    await tx
      .withTables<ExchangeTables>()
      .insertInto('achievements')
      .values({
        id,
        ...wordsOf(input),
        ...partsOf(input),
        organisationId: input.organisationId,
        expertId: actor.expertIds[0] ?? null,
        status: achievementWorkflow.initial,
        publishedAt: null,
        isExample: owner.isExample,
        createdBy: actor.userId ?? 'system',
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await writeParts(context, id, input);
    await keepFirstVersion(context, { type: 'achievement', id });
    await addEntry(context, {
      subjectType: 'achievement',
      subjectId: id,
      action: 'draft',
      from: null,
      to: achievementWorkflow.initial,
    });
    emit({ type: 'achievement.drafted', subject: { type: 'achievement', id } });
    return { id };
  },
});

export const reviseAchievement = defineCommand({
  name: 'achievement.revise',
  load,
  async run(
    context,
    input: AchievementWords & AchievementParts & { id: string; version: number },
    achievement,
  ) {
    if (achievementWorkflow.isFinal(achievement.status)) {
      throw new AppError('refused', { code: 'achievement.merged' });
    }
    await changeContent(context, { type: 'achievement', id: input.id }, async () => {
      const result = await context.tx
        .withTables<ExchangeTables>()
        .updateTable('achievements')
        .set({
          ...wordsOf(input),
          ...partsOf(input),
          ...confirmedBy(context),
          version: achievement.version + 1,
          updatedAt: context.now,
        })
        .where('id', '=', input.id)
        .where('version', '=', input.version)
        .executeTakeFirst();
      if (result.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
      await writeParts(context, input.id, input);
    });
    context.emit({ type: 'achievement.revised', subject: { type: 'achievement', id: input.id } });
    return { id: input.id };
  },
});

/** Moves an achievement by its workflow: refuses with reasons, writes the history and the event. */
export async function moveAchievement(
  context: CommandContext,
  achievement: AchievementRow & { openDockings?: number },
  step: {
    action: keyof typeof achievementWorkflow.transitions;
    version: number;
    words?: string | undefined;
    mergedInto?: string;
  },
): Promise<{ id: string }> {
  const reasons = achievementWorkflow.refusals(step.action, achievement, context.now);
  if (reasons.length > 0) throw new AppError('refused', reasons);
  const { to, emits } = achievementWorkflow.transitions[step.action];
  const result = await context.tx
    .withTables<ExchangeTables>()
    .updateTable('achievements')
    .set({
      status: to,
      version: achievement.version + 1,
      updatedAt: context.now,
      ...(to === 'published' ? { publishedAt: context.now } : {}),
      ...confirmedBy(context),
      ...(step.mergedInto === undefined ? {} : { mergedInto: step.mergedInto }),
      // What was not public, or taken back, does not become readable by ending.
      ...(to === 'merged' && achievement.status !== 'published' ? { publishedAt: null } : {}),
    })
    .where('id', '=', achievement.id)
    .where('status', '=', achievement.status)
    .where('version', '=', step.version)
    .executeTakeFirst();
  if (result.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
  await addEntry(context, {
    subjectType: 'achievement',
    subjectId: achievement.id,
    action: step.action,
    from: achievement.status,
    to,
    words: step.words,
  });
  context.emit({
    type: emits,
    subject: { type: 'achievement', id: achievement.id },
    data: {
      from: achievement.status,
      to,
      version: achievement.version + 1,
      ...(step.mergedInto === undefined ? {} : { into: step.mergedInto }),
    },
  });
  return { id: achievement.id };
}

export const publishAchievement = defineCommand({
  name: 'achievement.publish',
  load,
  run: (context, input: { id: string; version: number }, achievement) =>
    moveAchievement(context, achievement, { action: 'publish', version: input.version }),
});

export const withdrawAchievement = defineCommand({
  name: 'achievement.withdraw',
  load,
  run: (context, input: { id: string; version: number; words: string }, achievement) =>
    moveAchievement(context, achievement, {
      action: 'withdraw',
      version: input.version,
      words: input.words,
    }),
});
