import { useLanguage } from './language.ts';
import type { Language } from './messages.ts';

/** The platform's days and hours are those of its district, wherever the reader is. */
const timeZone = 'Asia/Shanghai';

type When = string | number | Date;

export type Formats = {
  /** 11月25日 · 25 Nov; with the year when it is not this one. */
  day: (at: When, now?: When) => string;
  /** 11月25日（周三） · Wed 25 Nov */
  dayWithWeekday: (at: When, now?: When) => string;
  /** 18:00 */
  time: (at: When) => string;
  /** 11月25日（周三）18:00 · Wed 25 Nov, 18:00 */
  due: (at: When, now?: When) => string;
  /** 今天 9:42, 昨天 9:42, 11月18日 16:20, in two parts so that narrow columns can break between them. */
  moment: (at: When, now?: When) => { day: string; time: string };
  /** 2026-11-20 · 20 Nov 2026; for as-of dates. */
  date: (at: When) => string;
  /** 1,240 */
  number: (value: number) => string;
  /** 0.311 becomes 31.1%. */
  percent: (share: number, digits?: number) => string;
  /** Wan yuan (10,000 CNY): 50 becomes 50 万元 · ¥500,000. */
  wan: (value: number) => string;
  /** 40–60 万元 · ¥400,000–600,000; open ends in words; null when neither is known. */
  wanRange: (min: number | null | undefined, max: number | null | undefined) => string | null;
  /** 48 KB */
  bytes: (size: number) => string;
  /** 甲、乙 · A, B */
  list: (items: readonly string[]) => string;
};

type DateParts = {
  year: string;
  month: string;
  day: string;
  weekday: string;
  hour: string;
  minute: string;
};

function partsIn(locale: string): (at: When) => DateParts {
  const formatter = new Intl.DateTimeFormat(locale, {
    timeZone,
    year: 'numeric',
    month: locale === 'zh-CN' ? 'numeric' : 'short',
    day: 'numeric',
    weekday: 'short',
    hour: 'numeric',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (at) => {
    const found: DateParts = { year: '', month: '', day: '', weekday: '', hour: '', minute: '' };
    for (const part of formatter.formatToParts(new Date(at))) {
      if (part.type in found) found[part.type as keyof DateParts] = part.value;
    }
    return { ...found, month: found.month.replace('月', ''), day: found.day.replace('日', '') };
  };
}

const isoDay = new Intl.DateTimeFormat('en-CA', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** The calendar day in the district as yyyy-mm-dd. */
export const localDay = (at: When): string => isoDay.format(new Date(at));

const dayMs = 86_400_000;

function bytesOf(size: number): string {
  if (size < 1000) return `${size} B`;
  if (size < 1_000_000) return `${Math.round(size / 1000)} KB`;
  return `${(size / 1_000_000).toFixed(1).replace(/\.0$/, '')} MB`;
}

function chinese(): Formats {
  const parts = partsIn('zh-CN');
  const year = (at: When, now: When): string =>
    parts(at).year === parts(now).year ? '' : `${parts(at).year}年`;
  const day = (at: When, now: When = Date.now()): string => {
    const p = parts(at);
    return `${year(at, now)}${p.month}月${p.day}日`;
  };
  const time = (at: When): string => {
    const p = parts(at);
    return `${Number(p.hour)}:${p.minute}`;
  };
  const dayWithWeekday = (at: When, now?: When): string =>
    `${day(at, now)}（${parts(at).weekday}）`;
  const number = new Intl.NumberFormat('zh-CN');
  const wan = (value: number): string => `${number.format(value)} 万元`;
  return {
    day,
    dayWithWeekday,
    time,
    due: (at, now) => `${dayWithWeekday(at, now)}${time(at)}`,
    moment: (at, now = Date.now()) => {
      const on = localDay(at);
      if (on === localDay(now)) return { day: '今天', time: time(at) };
      if (on === localDay(new Date(now).getTime() - dayMs)) return { day: '昨天', time: time(at) };
      return { day: day(at, now), time: time(at) };
    },
    date: localDay,
    number: (value) => number.format(value),
    percent: percentIn('zh-CN'),
    wan,
    wanRange: (min, max) => {
      if (min != null && max != null) {
        return min === max ? wan(min) : `${number.format(min)}–${wan(max)}`;
      }
      if (max != null) return `${wan(max)}以内`;
      return min == null ? null : `${wan(min)}起`;
    },
    bytes: bytesOf,
    list: (items) => items.join('、'),
  };
}

function english(): Formats {
  const parts = partsIn('en-GB');
  const day = (at: When, now: When = Date.now()): string => {
    const p = parts(at);
    return `${p.day} ${p.month}${p.year === parts(now).year ? '' : ` ${p.year}`}`;
  };
  const time = (at: When): string => {
    const p = parts(at);
    return `${p.hour.padStart(2, '0')}:${p.minute}`;
  };
  const dayWithWeekday = (at: When, now?: When): string => `${parts(at).weekday} ${day(at, now)}`;
  const number = new Intl.NumberFormat('en-GB');
  const yuan = (wanValue: number): string => number.format(Math.round(wanValue * 10_000));
  return {
    day,
    dayWithWeekday,
    time,
    due: (at, now) => `${dayWithWeekday(at, now)}, ${time(at)}`,
    moment: (at, now = Date.now()) => {
      const on = localDay(at);
      if (on === localDay(now)) return { day: 'Today', time: time(at) };
      if (on === localDay(new Date(now).getTime() - dayMs))
        return { day: 'Yesterday', time: time(at) };
      return { day: day(at, now), time: time(at) };
    },
    date: (at) => {
      const p = parts(at);
      return `${p.day} ${p.month} ${p.year}`;
    },
    number: (value) => number.format(value),
    percent: percentIn('en-GB'),
    wan: (value) => `¥${yuan(value)}`,
    wanRange: (min, max) => {
      if (min != null && max != null) {
        return min === max ? `¥${yuan(min)}` : `¥${yuan(min)}–${yuan(max)}`;
      }
      if (max != null) return `up to ¥${yuan(max)}`;
      return min == null ? null : `from ¥${yuan(min)}`;
    },
    bytes: bytesOf,
    list: (items) => items.join(', '),
  };
}

const percentIn = (locale: string) => {
  const byDigits = new Map<number, Intl.NumberFormat>();
  return (share: number, digits = 1): string => {
    let formatter = byDigits.get(digits);
    if (!formatter) {
      formatter = new Intl.NumberFormat(locale, {
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      });
      byDigits.set(digits, formatter);
    }
    return formatter.format(share);
  };
};

const made = new Map<Language, Formats>();

export function formatsIn(language: Language): Formats {
  let formats = made.get(language);
  if (!formats) {
    formats = language === 'en' ? english() : chinese();
    made.set(language, formats);
  }
  return formats;
}

/** Dates, numbers and money in the reader's language. */
export const useFormats = (): Formats => formatsIn(useLanguage());
