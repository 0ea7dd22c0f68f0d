import { isDeepStrictEqual } from 'node:util';
import { formatMoney } from '../../../kernel/money.ts';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import { industryLabel, regionLabel } from '../../reference-data/index.ts';
import { versionFields, type VersionField } from '../domain/versions.ts';
import { detailsText, noDetails } from '../domain/listing-details.ts';
import { findAttachments } from './attachments.ts';
import { readDetails, type Subject } from './listing-details.ts';
import type { ExchangeTables, VersionContent } from './tables.ts';

/** All that a listing says now, as a version keeps it. */
async function readContent(
  tx: Tx,
  subject: Subject,
): Promise<{ content: VersionContent; updatedAt: Date }> {
  const db = tx.withTables<ExchangeTables>();
  const attachments = (await findAttachments(tx, subject)).map(
    ({ name, sha256, caption, purpose, closed }) => ({ name, sha256, caption, purpose, closed }),
  );
  const details = await readDetails(tx, subject);
  if (subject.type === 'need') {
    const row = await db
      .selectFrom('needs')
      .selectAll()
      .where('id', '=', subject.id)
      .executeTakeFirstOrThrow();
    return {
      updatedAt: row.updatedAt,
      content: {
        title: row.title,
        text: row.description,
        regionCode: row.regionCode,
        industryCode: row.industryCode,
        budgetFen: row.budgetFen,
        months: row.months,
        coopModes: row.coopModes,
        tier: row.tier,
        details,
        attachments,
      },
    };
  }
  const row = await db
    .selectFrom('achievements')
    .selectAll()
    .where('id', '=', subject.id)
    .executeTakeFirstOrThrow();
  return {
    updatedAt: row.updatedAt,
    content: {
      title: row.title,
      text: row.abstract,
      keywords: row.keywords,
      regionCode: row.regionCode,
      industryCode: row.industryCode,
      trl: row.trl,
      trlProof: row.trlProof,
      patents: row.patents,
      priceMinFen: row.priceMinFen,
      priceMaxFen: row.priceMaxFen,
      coopModes: row.coopModes,
      tier: row.tier,
      details,
      attachments,
    },
  };
}

/** Keeps what a listing says now as its newest version, unless that one says the same already. */
async function keepVersion(
  context: CommandContext,
  subject: Subject,
  before: boolean,
): Promise<void> {
  const db = context.tx.withTables<ExchangeTables>();
  const last = await db
    .selectFrom('listingVersions')
    .select(['number', 'content'])
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
  const { content, updatedAt } = await readContent(context.tx, subject);
  // Compared as it comes back from the database: what is absent there is absent here.
  const plain = JSON.parse(JSON.stringify(content)) as VersionContent;
  if (last && isDeepStrictEqual(last.content, plain)) return;
  await db
    .insertInto('listingVersions')
    .values({
      subjectType: subject.type,
      subjectId: subject.id,
      number: (last?.number ?? 0) + 1,
      at: before ? updatedAt : context.now,
      // What came in with a whole library was written by nobody known here.
      actorName: before ? '' : context.actor.name,
      content: JSON.stringify(plain),
    })
    .execute();
}

/** Changes the content of a listing and keeps both what it said and what it says. */
export async function changeContent<R>(
  context: CommandContext,
  subject: Subject,
  change: () => Promise<R>,
): Promise<R> {
  await keepVersion(context, subject, true);
  const result = await change();
  await keepVersion(context, subject, false);
  return result;
}

/** The first version of a listing that was just written. */
export const keepFirstVersion = (context: CommandContext, subject: Subject): Promise<void> =>
  keepVersion(context, subject, false);

/**
 * What a listing said before and says now, newest first, in the reader's language. Without `whole`,
 * what was in its closed part is left out.
 */
export async function listVersions(db: Db, context: ApiContext, subject: Subject, whole: boolean) {
  const rows = await db
    .withTables<ExchangeTables>()
    .selectFrom('listingVersions')
    .selectAll()
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .orderBy('number', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ number, at, actorName, content }) => ({
    number,
    at: at.toISOString(),
    actorName,
    fields: versionFields.flatMap((field) => {
      const value = valueOf(field, whole ? content : openContent(content), context);
      return value === '' ? [] : [{ field, value }];
    }),
  }));
}

const openContent = (content: VersionContent): VersionContent =>
  (content.tier ?? 'public') === 'public'
    ? content
    : {
        ...content,
        details: noDetails,
        attachments: content.attachments.filter(({ closed }) => !closed),
      };

function valueOf(
  field: VersionField,
  content: VersionContent,
  { language, translate }: ApiContext,
): string {
  const money = (fen: number | null | undefined): string =>
    typeof fen === 'number' ? formatMoney(fen, language) : '';
  const { industryCode, patents = [], attachments } = content;
  switch (field) {
    case 'keywords':
    case 'coopModes':
      return (content[field] ?? []).join('，');
    case 'patents':
      return patents
        .map(
          ({ number, kind, status }) =>
            `${number} ${translate(`patent.kind.${kind}`)} ${translate(`patent.status.${status}`)}`,
        )
        .join('\n');
    case 'budget':
      return money(content.budgetFen);
    case 'price':
      return [money(content.priceMinFen), money(content.priceMaxFen)].filter(Boolean).join(' – ');
    case 'region':
      return regionLabel(content.regionCode, language);
    case 'industry':
      return industryCode === null ? '' : (industryLabel(industryCode, language) ?? '');
    case 'details':
      return detailsText({ ...noDetails, ...content.details });
    case 'tier':
      return translate(`listing.tier.${content.tier ?? 'public'}`);
    case 'attachments':
      return attachments
        .map(({ name, caption }) => (caption ? `${name}（${caption}）` : name))
        .join('\n');
    default:
      return String(content[field] ?? '');
  }
}
