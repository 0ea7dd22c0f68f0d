import { describe, expect, it } from 'vitest';
import type { ReasonLine } from '../../../ui/reading/reason.ts';
import { brieflyOf } from './present-reasons.ts';

const phrase = (wanted: string): ReasonLine => ({
  kind: 'phrase',
  verdict: 'yes',
  wanted,
  offered: wanted,
});
const tooDear: ReasonLine = {
  kind: 'budget',
  verdict: 'no',
  wanted: '50 万元以内',
  offered: '90–140 万元',
  note: { code: 'budget.above', params: { over: 40 } },
};

describe('a few reasons that stand for all', () => {
  it('never hide what speaks against it behind what speaks for it', () => {
    const brief = brieflyOf([phrase('甲'), phrase('乙'), phrase('丙'), phrase('丁'), tooDear], 3);
    expect(brief).toHaveLength(3);
    expect(brief.at(-1)).toMatchObject({ kind: 'budget', verdict: 'no' });
  });

  it('name the gravest first when there is room for one only', () => {
    const silent: ReasonLine = { kind: 'metric', verdict: 'none', wanted: '1 丝', offered: null };
    const brief = brieflyOf([silent, phrase('甲'), phrase('乙'), tooDear], 3);
    expect(brief.map(({ kind }) => kind)).toEqual(['phrase', 'phrase', 'budget']);
  });

  it('are no more than asked for', () => {
    expect(brieflyOf([phrase('甲'), tooDear, tooDear, tooDear], 3)).toHaveLength(3);
    expect(brieflyOf([], 3)).toEqual([]);
  });
});
