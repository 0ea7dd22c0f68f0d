import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shiftDate } from '../../../kernel/calendar.ts';
import {
  caseSteps,
  figuresOf,
  weekAt,
  weekOf,
  writeReport,
  type Evidence,
  type ReportWords,
  type WeekFacts,
} from './weekly-report.ts';

const anyEvidence: fc.Arbitrary<Evidence> = fc.record({
  on: fc.integer({ min: 0, max: 6 }).map((day) => shiftDate('2026-11-23', day)),
  text: fc
    .string({ minLength: 1, maxLength: 20 })
    .map((text) => `「${text.replaceAll('\n', ' ')}」`),
  path: fc.uuid().map((id) => `/cases/${id}`),
});
const some = <T>(one: fc.Arbitrary<T>) => fc.array(one, { maxLength: 6 });
const anyFacts: fc.Arbitrary<WeekFacts> = fc.record({
  dispatches: some(anyEvidence),
  accepted: some(anyEvidence),
  declined: some(anyEvidence),
  visits: some(
    anyEvidence.map((evidence) => ({ ...evidence, found: '看了现场', nextStep: '约复测' })),
  ),
  steps: some(
    fc
      .tuple(anyEvidence, fc.constantFrom(...caseSteps), fc.nat(1_000_000))
      .map(([evidence, step, amountFen]) => ({ ...evidence, step, amountFen })),
  ),
  stuck: some(anyEvidence),
  planned: some(anyEvidence.map((evidence) => ({ ...evidence, by: '' }))),
});
const words: ReportWords = {
  done: '一、本周做了什么',
  stuck: '二、卡在哪里',
  planned: '三、下周计划',
  nothingDone: '没有记录。',
  nothingStuck: '没有。',
  nothingPlanned: '没有。',
  day: (day) => day,
  visit: ({ text, found, nextStep }) => `${text}：${found}。下一步：${nextStep}`,
};

describe('the week of a report', () => {
  it('begins on Monday and ends on Sunday, in China', () => {
    expect(weekAt(new Date('2026-11-27T08:00:00Z'))).toEqual(weekOf('2026-11-23'));
    expect(weekAt(new Date('2026-11-29T15:59:00Z')).sunday).toBe('2026-11-29');
    // Half past midnight on Monday in China is still Sunday in London.
    expect(weekAt(new Date('2026-11-29T16:30:00Z')).monday).toBe('2026-11-30');
  });

  it('holds every moment of itself and none of another', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2020-01-01'), max: new Date('2035-01-01'), noInvalidDate: true }),
        (at) => {
          const week = weekAt(at);
          expect(week.from <= at && at < week.to).toBe(true);
        },
      ),
    );
  });
});

describe('the figures', () => {
  it('count what proves them and nothing else', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        for (const { key, value, evidence } of figuresOf(facts)) {
          if (key === 'contractFen' || key === 'paidFen') {
            if (evidence.length === 0) expect(value).toBe(0);
          } else expect(value).toBe(evidence.length);
        }
      }),
    );
  });
});

describe('the text of a draft', () => {
  it('has a line for every fact of the week, in the order of the days', () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const lines = writeReport(facts, words).split('\n');
        const { dispatches, accepted, declined, visits, steps, stuck, planned } = facts;
        const all = [dispatches, accepted, declined, visits, steps, stuck, planned];
        const count = all.reduce((sum, { length }) => sum + length, 0);
        const bullets = lines.filter((line) => line.startsWith('· '));
        expect(bullets).toHaveLength(count);
        const done = bullets.slice(0, count - stuck.length - planned.length);
        const days = done.map((line) => line.slice(2, 12));
        expect(days).toEqual(days.toSorted());
      }),
    );
  });

  it('says so where nothing happened', () => {
    const nothing = {
      dispatches: [],
      accepted: [],
      declined: [],
      visits: [],
      steps: [],
      stuck: [],
      planned: [],
    };
    expect(writeReport(nothing, words)).toBe(
      '一、本周做了什么\n没有记录。\n\n二、卡在哪里\n没有。\n\n三、下周计划\n没有。',
    );
  });
});
