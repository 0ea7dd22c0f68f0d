import { beijingDate } from '../../../kernel/calendar.ts';
import type { Actor } from '../../../kernel/policy.ts';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { standingOf, type Tier } from '../domain/disclosure.ts';
import { isPublicAchievement, isPublicNeed } from '../domain/exchange.policy.ts';
import {
  detailsText,
  noDetails,
  saysNothing,
  type ListingDetails,
} from '../domain/listing-details.ts';
import { shownAttachments, type Attachment } from './attachments.ts';
import type { AchievementRow, ExchangeTables, ListingType, NeedRow } from './tables.ts';

export type Subject = { type: ListingType; id: string };

/** What a listing says beside its open text. Whoever gives it to somebody asks `closed-part.open` first. */
export async function readDetails(db: Db | Tx, { type, id }: Subject): Promise<ListingDetails> {
  const row = await db
    .withTables<ExchangeTables>()
    .selectFrom('listingDetails')
    .select('details')
    .where('subjectType', '=', type)
    .where('subjectId', '=', id)
    .executeTakeFirst();
  return { ...noDetails, ...row?.details };
}

/** Writes the details and who may read them; what is absent stays as it is. */
export async function writeDetails(
  { tx }: CommandContext,
  subject: Subject,
  parts: { details?: ListingDetails | undefined; tier?: Tier | undefined },
): Promise<void> {
  if (parts.details === undefined && parts.tier === undefined) return;
  const db = tx.withTables<ExchangeTables>();
  const table = subject.type === 'need' ? 'needs' : 'achievements';
  const row = await db
    .selectFrom(table)
    .select('tier')
    .where('id', '=', subject.id)
    .executeTakeFirstOrThrow();
  const details = parts.details ?? (await readDetails(tx, subject));
  const tier = parts.tier ?? row.tier;
  if (parts.details) {
    const stored = JSON.stringify(details);
    await db
      .insertInto('listingDetails')
      .values({ subjectType: subject.type, subjectId: subject.id, details: stored })
      .onConflict((conflict) =>
        conflict.columns(['subjectType', 'subjectId']).doUpdateSet({ details: stored }),
      )
      .execute();
  }
  if (subject.type === 'achievement') {
    await db.updateTable('achievements').set({ tier }).where('id', '=', subject.id).execute();
    return;
  }
  // Only what everybody may read is put where lists, matching and cases read it.
  const openDetails = tier === 'public' ? detailsText(details) : '';
  await db.updateTable('needs').set({ tier, openDetails }).where('id', '=', subject.id).execute();
}

/** A listing as the rules of closed parts judge it. */
export async function closedRecord(
  db: Db | Tx,
  actor: Actor,
  row: NeedRow | AchievementRow,
  now: Date,
) {
  const subject = subjectOf(row);
  const mine = await findQuestions(db, actor, subject);
  const today = beijingDate(now);
  return {
    id: row.id,
    organisationId: row.organisationId,
    regionCode: row.regionCode,
    tier: row.tier,
    isPublic: 'description' in row ? isPublicNeed(row) : isPublicAchievement(row),
    consented: mine.some((each) => standingOf(each, today) === 'granted'),
  };
}

export const subjectOf = (row: NeedRow | AchievementRow): Subject => ({
  type: 'description' in row ? 'need' : 'achievement',
  id: row.id,
});

/** What this person, or one of its organisations, has asked about a listing; the newest first. */
async function findQuestions(db: Db | Tx, actor: Actor, { type, id }: Subject) {
  if (actor.userId === null) return [];
  const { userId, organisationIds } = actor;
  return db
    .withTables<ExchangeTables>()
    .selectFrom('disclosures')
    .selectAll()
    .where('subjectType', '=', type)
    .where('subjectId', '=', id)
    .where((where) =>
      where.or([
        where('requestedBy', '=', userId),
        ...(organisationIds.length > 0 ? [where('organisationId', 'in', organisationIds)] : []),
      ]),
    )
    .orderBy('requestedAt', 'desc')
    .execute();
}

/**
 * The closed part as far as the reader is concerned: what it says only when nothing has to be opened,
 * whether it may be opened or asked for, and the files that are there without opening it.
 */
export async function closedStateOf(
  platform: Platform,
  context: ApiContext,
  row: NeedRow | AchievementRow,
  attachments: readonly Attachment[],
) {
  const { db, guard, clock } = platform;
  const { actor } = context.request;
  const subject = subjectOf(row);
  const record = await closedRecord(db, actor, row, clock.now());
  const permit = guard.permit(actor, record);
  const details = await readDetails(db, subject);
  const closedFiles = attachments.some(({ closed }) => closed);
  const mine = actor.organisationIds.includes(row.organisationId);
  const direct = mine || (row.tier === 'public' && record.isPublic);
  const [question] = mine ? [] : await findQuestions(db, actor, subject);
  const today = beijingDate(clock.now());
  const standing = question && standingOf(question, today);
  const mayOpen = permit('closed-part.open').allowed;
  return {
    attachments: shownAttachments(attachments.filter(({ closed }) => direct || !closed)),
    closed: {
      tier: row.tier,
      hasMore: !saysNothing(details) || (closedFiles && row.tier !== 'public'),
      details: direct ? details : null,
      mayOpen: mayOpen && !direct,
      mayAsk: !mayOpen && standing !== 'asked' && permit('closed-part.ask').allowed,
      question:
        question && standing
          ? {
              id: question.id,
              standing,
              until: question.validUntil,
              reason: question.reason,
              askedAt: question.requestedAt.toISOString(),
            }
          : null,
    },
  };
}
