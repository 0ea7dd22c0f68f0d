import { sql } from 'kysely';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { DigestLine } from '../../../platform/digest/source.ts';
import type { NotificationTables } from './tables.ts';

type Waiting = { kind: string; lines: DigestLine[]; more: number };

/** Notices that no mail brought yet, by kind, the newest first; what was read in the app needs none. */
const waiting = (database: Db | Tx, userId: string, until: Date) =>
  database
    .withTables<NotificationTables>()
    .selectFrom('notices')
    .where('userId', '=', userId)
    .where('mail', '=', 'daily')
    .where('digestDay', 'is', null)
    .where('readAt', 'is', null)
    .where('at', '<', until);

export async function waitingNotices(
  db: Db,
  { userId, until, most }: { userId: string; until: Date; most: number },
): Promise<Waiting[]> {
  const ranked = await waiting(db, userId, until)
    .select(['kind', 'title', 'text', 'path', 'at'])
    .select(
      sql<number>`row_number() over (partition by kind order by at desc, id desc)`.as('place'),
    )
    .select(sql<number>`count(*) over (partition by kind)`.as('total'))
    .execute();
  const kinds = new Map<string, Waiting>();
  for (const row of ranked.toSorted((a, b) => a.place - b.place)) {
    const section = kinds.get(row.kind) ?? { kind: row.kind, lines: [], more: 0 };
    kinds.set(row.kind, section);
    if (row.place > most) continue;
    section.lines.push({
      title: row.title,
      reason: firstOf(row.text),
      path: row.path ?? '/my/notices',
    });
    section.more = row.total - section.lines.length;
  }
  return [...kinds.values()];
}

/** The first paragraph says what happened and what to do; the rest stands on the page. */
const firstOf = (text: string): string => text.split('\n\n')[0]!.replaceAll('\n', ' ');

/** Notes that the daily mail of this day tells of them. */
export async function markTold(
  tx: Tx,
  { userId, day, until }: { userId: string; day: string; until: Date },
): Promise<void> {
  await tx
    .withTables<NotificationTables>()
    .updateTable('notices')
    .set({ digestDay: day })
    .where('id', 'in', waiting(tx, userId, until).select('id'))
    .execute();
}
