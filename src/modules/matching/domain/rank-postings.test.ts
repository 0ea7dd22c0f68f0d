import { describe, expect, it } from 'vitest';

import { defaultBackground } from './background.ts';
import offered from './fixtures/posted-achievements.json' with { type: 'json' };
import postings from './fixtures/postings.json' with { type: 'json' };
import type { Ask, Offer } from './match.ts';
import { createRanker } from './rank.ts';

const ranker = createRanker(defaultBackground());
const achievements = offered.map(({ id, title, abstract }): Offer => ({
  id,
  kind: 'achievement',
  title,
  fields: { title, abstract },
}));
/** Postings of companies that tell more of themselves than of what they want. */
const noisy = postings.filter(
  ({ answer, sentences }) => answer !== undefined && sentences.some(([role]) => role === 'profile'),
);

/** Mean of 1/rank of the right answer. */
function meanReciprocalRank(askOf: (posting: (typeof postings)[number]) => Ask): number {
  let sum = 0;
  for (const posting of noisy) {
    const ids = ranker.scoreOffers(askOf(posting), achievements).map(({ id }) => id);
    const at = ids.indexOf(posting.answer!);
    sum += at < 0 ? 0 : 1 / (at + 1);
  }
  return sum / noisy.length;
}

const textOf = (posting: (typeof postings)[number]) =>
  posting.sentences.map(([, text]) => text).join('');

describe('postings with a company profile', () => {
  it('find the answer to their need, not what resembles the company', () => {
    const whole = meanReciprocalRank((posting) => ({
      title: posting.title,
      text: textOf(posting),
    }));
    const titleAlone = meanReciprocalRank(({ title }) => ({ title, text: '' }));
    // 0.38 when every sentence counts alike.
    expect(whole).toBeGreaterThan(0.85);
    expect(whole).toBeGreaterThan(titleAlone);
  });

  it('give no figure and no word of the profile as a reason', () => {
    const ask = {
      title: '铸件气孔控制',
      text: '公司成立于2006年，要求员工持证上岗率达到95%以上，荣获称号，主营水泵壳。',
    };
    const pump: Offer = {
      id: 'pump',
      kind: 'achievement',
      title: '水泵壳铸件气孔',
      fields: { title: '水泵壳铸件气孔', abstract: '主营水泵壳的企业可用，铸件气孔少。' },
    };
    const [match] = ranker.rankOffers(ask, [pump]).matches;
    expect(match!.reasons.map(({ wanted }) => wanted)).toContain('铸件气孔');
    expect(match!.reasons.map(({ wanted }) => wanted)).not.toContain('水泵壳');
  });
});

describe('a title that lists several needs', () => {
  const ask = { title: '1.废旧轮胎炭黑改性；2.裂解油脱硫；3.尾气余热回收', text: '略' };
  const sulphur: Offer = {
    id: 'sulphur',
    kind: 'achievement',
    title: '裂解油催化氧化脱硫',
    fields: { title: '裂解油催化氧化脱硫', abstract: '裂解油脱硫率95%，常压操作。' },
  };

  it('is answered by what meets one of them well, and says which', () => {
    const [match] = ranker.rankOffers(ask, [sulphur, ...achievements]).matches;
    expect(match!.id).toBe('sulphur');
    expect(match!.reasons[0]).toMatchObject({
      wanted: '裂解油脱硫',
      note: { code: 'phrase.one-of-several', params: { at: 2, of: 3 } },
    });
  });

  it('gives that answer the score it has for the one need', () => {
    const ids = (asked: Ask) => ranker.rankOffers(asked, [sulphur]).matches.map(({ id }) => id);
    expect(ids(ask)).toEqual(ids({ title: '裂解油脱硫', text: '略' }));
  });
});

describe('a posting that looks for people', () => {
  it('sees experts first', () => {
    const maker: Offer = {
      id: 'maker',
      kind: 'expert',
      title: '顾临',
      fields: { title: '顾临', research: '固态发酵与食品发酵工艺', bio: '主持酱油发酵工艺项目。' },
    };
    const process: Offer = {
      id: 'process',
      kind: 'achievement',
      title: '酱油固态发酵工艺',
      fields: { title: '酱油固态发酵工艺', abstract: '食品发酵工艺缩短三成。' },
    };
    const ask = { title: '急需食品发酵工艺博士2名', text: '从事酱油固态发酵。' };
    expect(ranker.rankOffers(ask, [process, maker]).matches.map(({ id }) => id)).toEqual([
      'maker',
      'process',
    ]);
  });
});
