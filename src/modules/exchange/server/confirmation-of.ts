import type { Db, Tx } from '../../../platform/db/database.ts';
import { findSetting } from '../../../platform/settings/settings.ts';
import { confirmationDays, confirmedUntil, reminderDays } from '../domain/confirmation.ts';
import type { AchievementRow, NeedRow } from './tables.ts';

/** How long a confirmation holds, and how long before its end the owner is reminded; in days. */
export async function termsOf(db: Db | Tx) {
  return {
    days: (await findSetting<number>(db, confirmationDays.setting)) ?? confirmationDays.initial,
    reminder: (await findSetting<number>(db, reminderDays.setting)) ?? reminderDays.initial,
  };
}

/** How the confirmation of a listing stands, for its page; null for what is not published or needs none. */
export async function confirmationOf(
  db: Db | Tx,
  row: NeedRow | AchievementRow,
  mine: boolean,
  now: Date,
) {
  if (row.status !== 'published' || row.isExample) return null;
  const { days, reminder } = await termsOf(db);
  const until = confirmedUntil(row, days);
  if (until === null) return null;
  const since = row.confirmedAt ?? row.publishedAt;
  return {
    confirmedAt: since?.toISOString() ?? null,
    until: until.toISOString(),
    hidden: row.lapsedAt !== null,
    /** A page asks for it only then; before, it would be a button in the way. */
    soon: now.getTime() >= until.getTime() - reminder * 86_400_000,
    mayConfirm: mine,
  };
}
