import { sql } from 'kysely';
import { beijingDate } from '../../../kernel/calendar.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { standingOf } from '../domain/disclosure.ts';
import { findAchievements } from './achievement-queries.ts';
import { getDisclosureRow, type DisclosureRow } from './disclosure-commands.ts';
import type { Subject } from './listing-details.ts';
import { findNeeds } from './need-queries.ts';
import { requireReadable } from './open-closed-part.ts';
import type { ExchangeTables } from './tables.ts';

/** The log is long on a listing that many read; the page shows the latest. */
const MOST_OPENINGS = 200;

/** Who asked to see a closed part, and who opened it, for its owner and the operators of the region. */
export async function listDisclosures(platform: Platform, context: ApiContext, subject: Subject) {
  const row = await requireReadable(platform, context, subject);
  platform.guard.require(context.request.actor, 'closed-part.oversee', row);
  const db = platform.db.withTables<ExchangeTables>();
  const questions = await db
    .selectFrom('disclosures')
    .selectAll()
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .orderBy('requestedAt', 'desc')
    .execute();
  const openings = await db
    .selectFrom('closedOpenings')
    .selectAll()
    .where('subjectType', '=', subject.type)
    .where('subjectId', '=', subject.id)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(MOST_OPENINGS)
    .execute();
  return {
    questions: await shown(platform, questions),
    openings: openings.map(({ at, actorName, organisationName, fileName }) => ({
      at: at.toISOString(),
      actorName,
      organisationName,
      fileName,
    })),
  };
}

/** Questions to my organisations that wait for an answer, the oldest first. */
export async function listMyDisclosures(
  platform: Platform,
  context: ApiContext,
  paging: { page: number; pageSize: number },
) {
  const { actor } = context.request;
  platform.guard.require(actor, 'closed-part.mine');
  if (actor.organisationIds.length === 0) return { items: [], total: 0, ...paging };
  const waiting = platform.db
    .withTables<ExchangeTables>()
    .selectFrom('disclosures')
    .where('status', '=', 'asked')
    .where('ownerId', 'in', actor.organisationIds);
  const { total } = await waiting
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await waiting
    .selectAll()
    .orderBy('requestedAt')
    .limit(paging.pageSize)
    .offset((paging.page - 1) * paging.pageSize)
    .execute();
  return { items: await shown(platform, rows), total, ...paging };
}

export async function getDisclosure(platform: Platform, id: string) {
  const [question] = await shown(platform, [await getDisclosureRow(platform.db, id)]);
  return question!;
}

async function shown({ db, clock }: Platform, rows: readonly DisclosureRow[]) {
  const ids = (type: DisclosureRow['subjectType']) =>
    rows.filter((row) => row.subjectType === type).map((row) => row.subjectId);
  const titles = new Map(
    [
      ...(await findNeeds(db, ids('need'))),
      ...(await findAchievements({ db }, ids('achievement'))),
    ].map((listing) => [listing.id, listing.title]),
  );
  const today = beijingDate(clock.now());
  return rows.map((row) => ({
    id: row.id,
    kind: row.subjectType,
    listingId: row.subjectId,
    title: titles.get(row.subjectId) ?? '',
    requesterName: row.requesterName,
    requesterOrganisation: row.requesterOrganisation,
    words: row.words,
    askedAt: row.requestedAt.toISOString(),
    standing: standingOf(row, today),
    until: row.validUntil,
    reason: row.reason,
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }));
}
