export type Day = {
  date: string;
  holiday: boolean;
  slots: { startsAt: string; endsAt: string; state: 'free' | 'taken' | 'closed' }[];
};

/** The time that somebody has chosen: free slots of one day, one after the other. */
export type Choice = { date: string; startsAt: string; endsAt: string };

/**
 * What is chosen after a press on a slot. A later slot of the same day joins what was chosen when
 * all between is free, adjacent and not too long together; anything else begins anew, and a press
 * on the only chosen slot gives it back.
 */
export function chooseSlot(
  before: Choice | undefined,
  day: Day,
  at: number,
  longestMinutes: number,
): Choice | undefined {
  const slot = day.slots[at]!;
  const alone = { date: day.date, startsAt: slot.startsAt, endsAt: slot.endsAt };
  if (!before || before.date !== day.date) return alone;
  if (before.startsAt === slot.startsAt && before.endsAt === slot.endsAt) return undefined;
  const first = day.slots.findIndex(({ startsAt }) => startsAt === before.startsAt);
  if (at <= first) return alone;
  const run = day.slots.slice(first, at + 1);
  const joined = run.every(
    (each, index) =>
      each.state === 'free' && (index === 0 || each.startsAt === run[index - 1]!.endsAt),
  );
  const minutes = (Date.parse(slot.endsAt) - Date.parse(before.startsAt)) / 60_000;
  return joined && minutes <= longestMinutes
    ? { date: day.date, startsAt: before.startsAt, endsAt: slot.endsAt }
    : alone;
}
