import { sql } from 'kysely';
import type { Actor } from '../../../kernel/policy.ts';
import { filterSql } from '../../../platform/db/filter-sql.ts';
import type { CalendarEntry } from '../../../platform/documents/ics.ts';
import type { Translate } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import { standingFilter } from '../domain/docking-turn.ts';
import { namer, waitingFor } from './docking-summaries.ts';
import { calendarEntry } from './meeting-calendar.ts';
import type { Docking, DockingTables } from './tables.ts';

const columns = {
  status: 'status',
  askerOrganisationId: 'askerOrganisationId',
  responderOrganisationId: 'responderOrganisationId',
  responderExpertId: 'responderExpertId',
  brokerId: 'brokerId',
  regionCode: 'regionCode',
};

/** How far back meetings are told of, in days, and the most dates of each kind. */
const BACK_DAYS = 90;
const MOST = 500;
const HALF_HOUR = 30 * 60_000;

/** Due times of the open cases somebody has a part in, and the meetings this person is asked to. */
export async function ownDates(
  platform: Platform,
  actor: Actor,
  translate: Translate,
): Promise<CalendarEntry[]> {
  const { db, clock, config } = platform;
  const tables = db.withTables<DockingTables>();
  const involved = filterSql(standingFilter('involved', actor), columns);
  const due = await tables
    .selectFrom('dockings')
    .selectAll()
    .where(involved)
    .where('endedAt', 'is', null)
    .where('dueAt', 'is not', null)
    .orderBy('dueAt')
    .limit(MOST)
    .execute();
  const meetings = await tables
    .selectFrom('dockingMeetings')
    .selectAll()
    .where('beginsAt', '>', new Date(clock.now().getTime() - BACK_DAYS * 86_400_000))
    .where(
      sql<boolean>`exists (select from docking_meeting_people as person
        where person.meeting_id = docking_meetings.id and person.user_id = ${actor.userId})`,
    )
    .orderBy('beginsAt')
    .limit(MOST)
    .execute();
  const cases = await casesOf(
    platform,
    meetings.map(({ dockingId }) => dockingId),
  );
  const readable = platform.guard;
  const entries: CalendarEntry[] = [];
  for (const meeting of meetings) {
    const docking = cases.get(meeting.dockingId);
    if (!docking || !readable.permit(actor, docking)('docking.read').allowed) continue;
    entries.push(await calendarEntry(db, config.publicUrl, translate, { docking, meeting }));
  }
  const name = await namer(
    db,
    translate,
    due.map(({ brokerId }) => brokerId),
  );
  return [
    ...entries,
    ...due.flatMap((docking) =>
      docking.dueAt === null
        ? []
        : [
            {
              uid: `due-${docking.id}@${new URL(config.publicUrl).hostname}`,
              sequence: docking.version,
              stamp: docking.stepStartedAt,
              beginsAt: new Date(docking.dueAt.getTime() - HALF_HOUR),
              endsAt: docking.dueAt,
              title: translate('docking.due.title', {
                number: docking.number,
                name: waitingFor(docking, name, translate) ?? '',
              }),
              place: '',
              text: translate('docking.due.text', {
                need: docking.needTitle,
                asker: docking.askerName,
                offer: docking.offerTitle,
                responder: docking.responderName,
              }),
              url: `${config.publicUrl}/cases/${docking.id}`,
              cancelled: false,
            },
          ],
    ),
  ];
}

async function casesOf({ db }: Platform, ids: readonly string[]): Promise<Map<string, Docking>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .withTables<DockingTables>()
    .selectFrom('dockings')
    .selectAll()
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map((row) => [row.id, row]));
}
