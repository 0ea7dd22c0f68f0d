import { useFormats } from '../../../ui/i18n/format.ts';
import type { OpeningHours } from '../domain/facilities.ts';
import { facilityWords } from './facility-words.ts';

/** Name of a weekday, 1 Monday … 7 Sunday. */
export function useWeekday(): (weekday: number) => string {
  const t = facilityWords.useText();
  return (weekday) => t(`weekdays.d${weekday as 1}`);
}

/** A length of time: whole hours as hours. */
export function useLength(): (minutes: number) => string {
  const t = facilityWords.useText();
  return (minutes) =>
    minutes % 60 === 0 ? t('hours', { count: minutes / 60 }) : t('minutes', { count: minutes });
}

/** Days with the same hours in one line: “周一–周五 09:00–12:00、14:00–17:00”. */
export function useOpeningLines(): (opening: readonly OpeningHours[]) => string[] {
  const weekday = useWeekday();
  const formats = useFormats();
  return (opening) => {
    const groups: { days: number[]; hours: string }[] = [];
    for (let day = 1; day <= 7; day += 1) {
      const hours = formats.list(
        opening.filter((each) => each.weekday === day).map(({ from, until }) => `${from}–${until}`),
      );
      if (hours === '') continue;
      const last = groups.at(-1);
      if (last?.hours === hours && last.days.at(-1) === day - 1) last.days.push(day);
      else groups.push({ days: [day], hours });
    }
    return groups.map(({ days, hours }) => {
      const first = weekday(days[0]!);
      return `${days.length > 1 ? `${first}–${weekday(days.at(-1)!)}` : first} ${hours}`;
    });
  };
}
