import { describe, expect, it } from 'vitest';
import { formatsIn, localDay } from './format.ts';

const zh = formatsIn('zh-CN');
const en = formatsIn('en');
/** A Wednesday, 18:00 in the district. */
const due = '2026-11-25T10:00:00Z';
const now = '2026-11-20T01:42:00Z';

describe('days and hours', () => {
  it('a due time names day, weekday and hour of the district', () => {
    expect(zh.due(due, now)).toBe('11月25日（周三）18:00');
    expect(en.due(due, now)).toBe('Wed 25 Nov, 18:00');
  });

  it('the year is said when it is another one', () => {
    expect(zh.due('2027-01-04T10:00:00Z', now)).toBe('2027年1月4日（周一）18:00');
    expect(en.day('2027-01-04T10:00:00Z', now)).toBe('4 Jan 2027');
  });

  it('a moment of today or yesterday is said so, by the calendar of the district', () => {
    expect(zh.moment('2026-11-19T16:05:00Z', now)).toEqual({ day: '今天', time: '0:05' });
    expect(zh.moment('2026-11-19T15:59:00Z', now)).toEqual({ day: '昨天', time: '23:59' });
    expect(en.moment('2026-11-18T08:20:00Z', now)).toEqual({ day: '18 Nov', time: '16:20' });
  });

  it('an as-of date can be sorted in Chinese', () => {
    expect(zh.date('2026-11-19T16:00:00Z')).toBe('2026-11-20');
    expect(localDay('2026-11-19T15:59:59Z')).toBe('2026-11-19');
  });
});

describe('money and numbers', () => {
  it('wan stays wan in Chinese and becomes yuan in English', () => {
    expect(zh.wanRange(40, 60)).toBe('40–60 万元');
    expect(en.wanRange(40, 60)).toBe('¥400,000–600,000');
    expect(zh.wanRange(null, 50)).toBe('50 万元以内');
    expect(en.wanRange(1.5, null)).toBe('from ¥15,000');
    expect(zh.wanRange(null, undefined)).toBeNull();
  });

  it('a share keeps one digit', () => {
    expect(zh.percent(386 / 1240)).toBe('31.1%');
    expect(zh.number(1240)).toBe('1,240');
  });
});
