import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { defaultBackground } from './background.ts';
import type { Ask, Mark, MatchResult, Offer } from './match.ts';
import { createRanker, rankOffers } from './rank.ts';
import { candidateGrams } from './text-relevance.ts';

const background = defaultBackground();

function achievement(
  id: string,
  title: string,
  abstract: string,
  more: Partial<Offer> = {},
): Offer {
  return { id, kind: 'achievement', title, fields: { title, abstract, keywords: '' }, ...more };
}
function expert(id: string, name: string, research: string, bio: string): Offer {
  return { id, kind: 'expert', title: name, fields: { title: name, research, bio } };
}

/** The problem on the portal's first page. */
const driftingMachine: Ask = {
  text: '加工中心开机一上午，孔深和面高就慢慢跑，冷机和热机差30多微米，工人只能每隔一小时对一次刀。车间没有恒温条件，不能停机太久，希望全天稳定在1丝以内。',
};

const thermal = achievement(
  'thermal',
  '无恒温车间加工中心热误差在线补偿',
  '建立主轴热误差模型，冷机与热机状态下自动补偿，全天孔深误差稳定在7μm，停机时间短。',
  {
    priceMinWan: 40,
    priceMaxWan: 60,
    trl: 8,
    coopModes: ['技术服务'],
    regionCode: '500109',
    industryCode: 'C3421',
  },
);
const probing = achievement(
  'probing',
  '机床在机测头自动对刀装置',
  '每隔一小时自动对刀，减少人工，适合加工中心批量生产。',
  { priceMinWan: 90, priceMaxWan: 150, trl: 8, coopModes: ['产品供货'], regionCode: '330100' },
);
const tea = achievement('tea', '夏秋绿茶提香加工', '短时萎凋与滚筒杀青，香气评分提高4分。');
const bamboo = achievement('bamboo', '竹材防霉处理', '热改性后28天不长霉，开裂率低于2%。');
const machinist = expert(
  'machinist',
  '郁承钧',
  '数控机床热误差与几何误差补偿',
  '主持加工中心热变形补偿项目。',
);
const teaMaster = expert('tea-master', '温恒', '茶叶加工', '从事制茶二十年。');
const library = [tea, bamboo, probing, thermal, machinist, teaMaster];

function ids(results: readonly MatchResult[]): string[] {
  return results.map(({ id }) => id);
}
function only(results: readonly MatchResult[], id: string): MatchResult {
  const found = results.find((result) => result.id === id);
  if (!found) throw new Error(`${id} is not among ${ids(results).join(', ')}.`);
  return found;
}
const codes = (result: MatchResult) => result.against.map(({ note }) => note?.code);

describe('rankOffers', () => {
  it('answers a problem in plain words with what speaks of it, achievements and experts apart', () => {
    const { matches } = rankOffers(driftingMachine, library, background);
    expect(ids(matches)).toEqual(['thermal', 'probing', 'machinist']);
    expect(matches.map(({ rank }) => rank)).toEqual([1, 2, 1]);
    expect(matches[0]!.score).toBeGreaterThan(matches[1]!.score);
  });

  it('says why: the phrases that met, marked on both sides under one number', () => {
    const { matches } = rankOffers(driftingMachine, library, background);
    const result = only(matches, 'thermal');
    const phrases = result.reasons.filter(
      ({ kind, verdict }) => kind === 'phrase' && verdict === 'yes',
    );
    expect(phrases.map(({ wanted }) => wanted)).toContain('孔深');
    expect(phrases.length).toBeLessThanOrEqual(6);
    const pair = phrases.find(({ wanted }) => wanted === '孔深')?.pair;
    const asked = result.marks.asked.find((mark) => mark.pair === pair)!;
    const offered = result.marks.offered.find((mark) => mark.pair === pair)!;
    expect(driftingMachine.text.slice(asked.start, asked.end)).toBe('孔深');
    expect(thermal.fields[offered.field]!.slice(offered.start, offered.end)).toBe('孔深');
  });

  it('compares the figure that was wanted with the one that is given', () => {
    const { matches } = rankOffers(driftingMachine, library, background);
    const metric = only(matches, 'thermal').reasons.find(({ kind }) => kind === 'metric');
    expect(metric).toMatchObject({
      verdict: 'yes',
      wanted: '1丝以内',
      offered: '7μm',
      note: { code: 'metric.met', params: { wanted: 10, offered: 7, unit: 'μm' } },
    });
    const silent = only(matches, 'probing').reasons.find(({ kind }) => kind === 'metric');
    expect(silent).toMatchObject({ verdict: 'none', offered: null });
  });

  it('takes the end of one word and the beginning of the next for no word', () => {
    const wanted = (text: string, offer: Offer) =>
      Object.values(rankOffers({ text }, [offer], background))
        .flat()
        .flatMap(({ reasons }) => reasons)
        .filter(({ note }) => note?.code === 'phrase.literal')
        .map((reason) => reason.wanted);
    const text = '工人拿角磨机磨铸件焊缝，粉尘大，打磨一致性差。';
    const robot = achievement(
      'robot',
      '铸件焊缝打磨机器人恒力控制',
      '铸件焊缝打磨一致性高，粉尘收集。',
    );
    const grinder = achievement('grinder', '低噪声角磨机', '角磨机磨铸件焊缝，粉尘少。');
    expect(wanted(text, robot)).toEqual(expect.arrayContaining(['粉尘']));
    expect(wanted(text, robot)).not.toContain('磨机');
    expect(wanted(text, grinder).some((phrase) => phrase?.includes('磨机'))).toBe(true);
  });

  it('does not hold a figure about something else against an offer', () => {
    const ask = { text: '竹砧板发霉开裂，希望裂的比例低于2%，28天不发霉。' };
    const other = achievement(
      'other',
      '竹砧板发霉检测',
      '相机识别竹砧板发霉，检出率98%，库存占用率35%。',
    );
    const { matches } = rankOffers(ask, [other], background);
    const metrics = only(matches, 'other').reasons.filter(({ kind }) => kind === 'metric');
    expect(metrics.every(({ verdict }) => verdict === 'none')).toBe(true);
  });

  it('weighs money, maturity, way of working and distance as conditions', () => {
    const ask: Ask = {
      ...driftingMachine,
      budgetWan: 50,
      coopModes: ['技术服务'],
      months: 5,
      regionCode: '500118',
    };
    const { matches, nearMisses } = rankOffers(ask, library, background);
    const verdicts = Object.fromEntries(
      only(matches, 'thermal').reasons.map(({ kind, verdict }) => [kind, verdict]),
    );
    expect(verdicts).toMatchObject({
      budget: 'part',
      maturity: 'yes',
      cooperation: 'yes',
      region: 'yes',
    });
    expect(codes(only(matches, 'thermal'))).toEqual(['budget.upper-end-above']);
    // Well said but wholly above the budget: nearly, and it says what is in the way.
    expect(codes(only(nearMisses, 'probing'))).toEqual([
      'budget.above',
      'cooperation.other-modes-only',
    ]);
  });

  it('reads the budget from the words when no field was filled', () => {
    const ask = { text: `${driftingMachine.text}预算50万左右。` };
    const { nearMisses } = rankOffers(ask, library, background);
    expect(codes(only(nearMisses, 'probing'))).toEqual(['budget.above']);
  });

  it('lets another way of working alone not shut an offer out', () => {
    const ask: Ask = { ...driftingMachine, coopModes: ['产品供货'] };
    const { matches } = rankOffers(ask, library, background);
    expect(codes(only(matches, 'thermal'))).toEqual(['cooperation.other-modes-only']);
  });

  it.each(['', '你好', '我们想要的和希望的都在这里', '12345 67 8', '航天器对接机构磁悬浮'])(
    'finds nothing for “%s”, where there is nothing to find',
    (text) => {
      expect(rankOffers({ text }, [tea, bamboo, teaMaster], background)).toEqual({
        matches: [],
        nearMisses: [],
      });
    },
  );

  it('never finds an expert by name', () => {
    expect(rankOffers({ text: '郁承钧' }, library, background).matches).toEqual([]);
  });

  it('shows nothing that it cannot show a reason for', () => {
    for (const ask of [
      driftingMachine,
      { text: '竹砧板放南方仓库就长毛、开裂' },
      { text: '夏天的茶又苦又涩' },
    ]) {
      const { matches, nearMisses } = rankOffers(ask, library, background);
      for (const { marks } of [...matches, ...nearMisses]) {
        expect(marks.offered.length).toBeGreaterThan(0);
        expect(marks.asked.some(({ pair }) => pair === marks.offered[0]!.pair)).toBe(true);
      }
    }
  });
});

const piece = fc.constantFrom(
  '加工中心',
  '热误差',
  '恒温',
  '车间',
  '补偿',
  '竹',
  '发霉',
  '希望',
  '稳定在',
  '1丝以内',
  '7μm',
  '，',
  '。',
  '的',
  'QFN',
  '焊盘',
  '空洞率',
  '5%以下',
  '２％',
  '热机',
  '①',
  ' ',
  '漏气',
  '半年',
  '预算50万元',
);
const prose = fc.array(piece, { maxLength: 20 }).map((parts) => parts.join(''));
const anyOffer = fc.record({
  kind: fc.constantFrom('achievement' as const, 'expert' as const),
  title: prose,
  text: prose,
  keywords: prose,
  price: fc.option(fc.integer({ min: 1, max: 200 })),
});
const anyLibrary = fc.array(anyOffer, { maxLength: 8 }).map((rows) =>
  rows.map(({ kind, title, text, keywords, price }, n): Offer => ({
    id: `o${n}`,
    kind,
    title,
    fields:
      kind === 'expert'
        ? { title, research: text, bio: keywords }
        : { title, abstract: text, keywords },
    priceMinWan: price,
  })),
);
const anyAsk = fc.record({
  title: prose,
  text: prose,
  budgetWan: fc.option(fc.integer({ min: 1, max: 200 })),
});

describe('promises for any texts', () => {
  const everyMark = (
    ask: Ask,
    offers: readonly Offer[],
    check: (mark: Mark, field: string) => void,
  ) => {
    const { matches, nearMisses } = rankOffers(ask, offers, background);
    for (const result of [...matches, ...nearMisses]) {
      const offer = offers.find(({ id }) => id === result.id)!;
      for (const mark of result.marks.asked)
        check(mark, mark.field === 'title' ? ask.title! : ask.text);
      for (const mark of result.marks.offered) {
        check(mark, mark.field === 'title' ? offer.title : offer.fields[mark.field]!);
      }
      for (const side of [result.marks.asked, result.marks.offered]) {
        side.forEach((mark, n) => {
          const next = side[n + 1];
          if (next?.field === mark.field) expect(next.start).toBeGreaterThanOrEqual(mark.end);
        });
      }
    }
  };

  it('marks lie inside their field, never overlap, and hold words', () => {
    fc.assert(
      fc.property(anyAsk, anyLibrary, (ask, offers) => {
        everyMark(ask, offers, (mark, field) => {
          expect(mark.start).toBeGreaterThanOrEqual(0);
          expect(mark.end).toBeLessThanOrEqual(field.length);
          expect(field.slice(mark.start, mark.end)).toMatch(/[\p{L}\p{N}]/u);
        });
      }),
    );
  });

  it('literal reasons quote words that stand on both sides', () => {
    fc.assert(
      fc.property(anyAsk, anyLibrary, (ask, offers) => {
        const plain = (text: string) => text.normalize('NFKC').toLowerCase();
        for (const result of rankOffers(ask, offers, background).matches) {
          const offer = offers.find(({ id }) => id === result.id)!;
          for (const reason of result.reasons) {
            if (reason.note?.code !== 'phrase.literal') continue;
            expect(plain(reason.wanted!)).toBe(plain(reason.offered!));
            expect(`${ask.title}\n${ask.text}`).toContain(reason.wanted);
            expect([offer.title, ...Object.values(offer.fields)].join('\n')).toContain(
              reason.offered,
            );
          }
        }
      }),
    );
  });

  it('the order in which offers come in changes nothing', () => {
    fc.assert(
      fc.property(anyAsk, anyLibrary, (ask, offers) => {
        expect(rankOffers(ask, offers.toReversed(), background)).toEqual(
          rankOffers(ask, offers, background),
        );
      }),
    );
  });

  it('a new listing never changes the order or scores of the others', () => {
    const ranker = createRanker(background);
    fc.assert(
      fc.property(anyAsk, anyLibrary, (ask, offers) => {
        const others = ranker.scoreOffers(ask, offers);
        const more = ranker.scoreOffers(ask, [...offers, tea, bamboo, thermal, machinist]);
        expect(more.filter(({ id }) => id.startsWith('o'))).toEqual(others);
      }),
    );
  });

  it('remembering offers changes nothing, also when their text changes under the same id', () => {
    const ranker = createRanker(background, { remember: 3 });
    fc.assert(
      fc.property(anyAsk, anyLibrary, (ask, offers) => {
        expect(ranker.rankOffers(ask, offers)).toEqual(rankOffers(ask, offers, background));
      }),
    );
  });
});

describe('candidateGrams', () => {
  it('gives the telling grams, fewer of them in a large library, without numbers and small words', () => {
    const long = {
      text: driftingMachine.text.repeat(3) + library.map(({ fields }) => fields.abstract).join(''),
    };
    const all = candidateGrams(long, background, 100);
    expect(all).toContain('恒温');
    expect(all).not.toContain('的');
    expect(all).not.toContain('30');
    expect(candidateGrams(long, background, 1_000_000)).toEqual(all.slice(0, 60));
  });
});
