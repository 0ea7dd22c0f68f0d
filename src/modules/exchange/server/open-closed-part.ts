import { notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import {
  actorKey,
  defineCommand,
  type CommandContext,
} from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import { getAttachedFile } from '../../../platform/files/file-commands.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organisationNames } from '../../directory/index.ts';
import { findAchievements } from './achievement-queries.ts';
import { findAttachments, shownAttachments } from './attachments.ts';
import { closedRecord, readDetails, type Subject } from './listing-details.ts';
import { findNeeds } from './need-queries.ts';
import type { ExchangeTables } from './tables.ts';

/** A file that is read again within this time counts as one opening: downloads go on in parts. */
const SAME_OPENING_MS = 15 * 60_000;

export async function findListing(db: Db | Tx, { type, id }: Subject) {
  const [row] = type === 'need' ? await findNeeds(db, [id]) : await findAchievements({ db }, [id]);
  return row;
}

export async function getListing(db: Db | Tx, subject: Subject) {
  const row = await findListing(db, subject);
  if (!row) throw notFound(subject.type);
  return row;
}

/** Notes that somebody opens a closed part, or one of its files. Owners read their own without a note. */
const openClosed = defineCommand({
  name: 'closed-part.open',
  load: async ({ tx, actor, now }: CommandContext, input: Subject & { fileId?: string }) => ({
    ...(await closedRecord(tx, actor, await getListing(tx, input), now)),
  }),
  async run({ tx, actor, now, emit }, input, record) {
    if (record.tier === 'public' || actor.organisationIds.includes(record.organisationId)) return;
    const db = tx.withTables<ExchangeTables>();
    const attachments = await findAttachments(tx, input);
    const file = attachments.find(({ fileId }) => fileId === input.fileId);
    if (file) {
      const again = await db
        .selectFrom('closedOpenings')
        .select('id')
        .where('fileId', '=', file.fileId)
        .where('actorId', '=', actorKey(actor))
        .where('at', '>', new Date(now.getTime() - SAME_OPENING_MS))
        .executeTakeFirst();
      if (again) return;
    }
    const names = await organisationNames(tx, actor.organisationIds);
    const id = newId(now.getTime());
    await db
      .insertInto('closedOpenings')
      .values({
        id,
        subjectType: input.type,
        subjectId: input.id,
        at: now,
        actorId: actorKey(actor),
        actorName: actor.name,
        organisationName: [...names.values()].join('，'),
        fileId: file?.fileId ?? null,
        fileName: file?.name ?? null,
      })
      .execute();
    emit({
      type: 'closed-part.opened',
      subject: { type: 'closed-part', id },
      data: { listing: input.type, listingId: input.id },
    });
  },
});

/** What a closed part says, to somebody who may see it. */
export async function openClosedPart(platform: Platform, context: ApiContext, subject: Subject) {
  await requireReadable(platform, context, subject);
  await platform.runCommand(context.request, openClosed, subject);
  const attachments = await findAttachments(platform.db, subject);
  return {
    details: await readDetails(platform.db, subject),
    attachments: shownAttachments(attachments.filter(({ closed }) => closed)),
  };
}

/** A file of a listing; one of its closed part only to those who may open that, with a note of it. */
export async function downloadListingFile(
  platform: Platform,
  context: ApiContext,
  subject: Subject,
  fileId: string,
): Promise<File> {
  const { db, guard, clock, files } = platform;
  const { actor } = context.request;
  const row = await requireReadable(platform, context, subject);
  const attachment = (await findAttachments(db, subject)).find((each) => each.fileId === fileId);
  if (!attachment) throw notFound('file');
  if (attachment.closed) {
    const record = await closedRecord(db, actor, row, clock.now());
    // Whoever may not open it is not told that it is there.
    if (!guard.permit(actor, record)('closed-part.open').allowed) throw notFound('file');
    const request = { actor, requestId: context.request.requestId };
    await platform.runCommand(request, openClosed, { ...subject, fileId });
  }
  return files.open(await getAttachedFile(db, fileId, subject));
}

/** The row of a listing that this person may read; for everybody else there is none. */
export async function requireReadable(platform: Platform, context: ApiContext, subject: Subject) {
  const row = await getListing(platform.db, subject);
  const decision = platform.guard.permit(context.request.actor, row)(`${subject.type}.read`);
  if (!decision.allowed) throw notFound(subject.type);
  return row;
}
