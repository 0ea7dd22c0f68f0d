import { readFileSync } from 'node:fs';

import { seededRandom } from '../src/kernel/random.ts';
import type { BenchAchievement, BenchExpert, BenchNeed } from './bench-data.ts';
import { PLAIN, SENTENCES, TITLES, TRADES } from './listing-words.ts';

/** Shares of the kinds among the listings. */
const KINDS = { achievement: 0.7, expert: 0.15 };
/** Rare words a subject draws on. Each subject is a corner of its trade with words of its own. */
const SUBJECTS = 3000;
const WORDS_OF_A_SUBJECT = 40;
/** Terms this common make up the sentences themselves and are no subject's own. */
const COMMON_TERMS = 300;
const REGIONS = '重庆永川 重庆江津 四川泸州 浙江杭州 湖北武汉 广东深圳 江苏苏州 陕西西安'.split(
  ' ',
);
const MODES = '技术转让 技术许可 合作开发 技术服务 技术咨询 技术入股'.split(' ');

type Trade = {
  industryCode: string;
  things: string[];
  ways: string[];
  troubles: string[];
  figures: { name: string; unit: string; least: number; most: number }[];
};

export type GeneratedLibrary = {
  achievements: BenchAchievement[];
  experts: BenchExpert[];
  needs: BenchNeed[];
};

const trades: Trade[] = TRADES.map((trade) => ({
  industryCode: trade.industryCode,
  things: trade.things.split(' '),
  ways: trade.ways.split(' '),
  troubles: trade.troubles.split(' '),
  figures: trade.figures.split(' ').map((figure) => {
    const [name = '', unit = '', least = '0', most = '1'] = figure.split(',');
    return { name, unit, least: Number(least), most: Number(most) };
  }),
}));

/** Chinese terms of the product's list by how common they are, without those of every text. */
function readTail(): string[] {
  const file = new URL('../src/modules/matching/data/terms.tsv', import.meta.url);
  return readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split('\t')[0] ?? '')
    .filter((term) => /^\p{Script=Han}{2,4}$/u.test(term))
    .slice(COMMON_TERMS);
}

/**
 * Listings as people write them, as many as wanted and always the same for a seed: sentences of the
 * trade over templates, words by Zipf's law within a subject, figures with units. They are made to
 * load an index like real text, not to be judged: what they say is often nonsense.
 */
export function generateListings(count: number, seed = 1): GeneratedLibrary {
  const random = seededRandom(seed);
  const tail = readTail();
  const plain = PLAIN.split(' ');
  /** Place n of a list is drawn about in proportion to 1 / n. */
  const zipf = (size: number) => Math.min(size - 1, Math.floor(size ** random()) - 1);
  const of = <Item>(list: readonly Item[]): Item => list[Math.floor(random() * list.length)]!;
  const subjects = Array.from({ length: SUBJECTS }, (_, at) => ({
    trade: trades[at % trades.length]!,
    words: Array.from({ length: WORDS_OF_A_SUBJECT }, () => tail[zipf(tail.length)]!),
  }));

  function figure({ figures }: Trade): string {
    const { name, unit, least, most } = of(figures);
    const value = Number((least + random() * random() * (most - least)).toPrecision(2));
    const form = of([
      '{n}达到{v}{u}',
      '{n}≤{v}{u}',
      '{n}不低于{v}{u}',
      '{n}由{w}{u}改善到{v}{u}',
      '{n}{v}{u}',
    ]);
    const worse = String(Number((value * (1.2 + random())).toPrecision(2)));
    return form
      .replace('{n}', name)
      .replaceAll('{u}', unit)
      .replace('{v}', String(value))
      .replace('{w}', worse);
  }

  function fill(template: string, subject: (typeof subjects)[number]): string {
    const { trade, words } = subject;
    return template.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
      if (name === 'thing') return trade.things[zipf(trade.things.length)]!;
      if (name === 'way') return trade.ways[zipf(trade.ways.length)]!;
      if (name === 'trouble') return trade.troubles[zipf(trade.troubles.length)]!;
      if (name === 'figure') return figure(trade);
      if (name === 'plain') return plain[zipf(plain.length)]!;
      // Mostly words of the subject, sometimes any word of the language.
      return random() < 0.75 ? words[zipf(words.length)]! : tail[zipf(tail.length)]!;
    });
  }

  function prose(sentences: readonly string[], most: number, subject: (typeof subjects)[number]) {
    const wanted = 2 + Math.floor(random() * random() * most);
    return `${Array.from({ length: wanted }, () => fill(of(sentences), subject)).join('。')}。`;
  }

  const library: GeneratedLibrary = { achievements: [], experts: [], needs: [] };
  for (let n = 0; n < count; n++) {
    const subject = subjects[zipf(SUBJECTS)]!;
    const { industryCode } = subject.trade;
    const kind = random();
    const region = of(REGIONS);
    const coopModes = [of(MODES)];
    if (kind < KINDS.achievement) {
      const price = 5 + Math.floor(random() * random() * 400);
      library.achievements.push({
        id: `a${n}`,
        title: fill(of(TITLES.achievement.split('|')), subject),
        abstract: prose(SENTENCES.achievement, 9, subject),
        keywords: [of(subject.trade.things), of(subject.words), of(subject.words)],
        industryCode,
        trl: 3 + Math.floor(random() * 7),
        region,
        coopModes,
        priceMinWan: price,
        priceMaxWan: price * 2,
      });
    } else if (kind < KINDS.achievement + KINDS.expert) {
      library.experts.push({
        id: `e${n}`,
        name: `专家${n}`,
        org: '大学',
        title: '教授',
        research: fill('{thing}、{way}、{tail}、{tail}', subject),
        bio: prose(SENTENCES.expert, 5, subject),
      });
    } else {
      library.needs.push({
        id: `n${n}`,
        title: fill(of(TITLES.need.split('|')), subject),
        description: prose(SENTENCES.need, 6, subject),
        industryCode,
        region,
        budgetWan: 10 + Math.floor(random() * 300),
        coopModes,
        months: 3 + Math.floor(random() * 20),
      });
    }
  }
  return library;
}
