import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import postings from './fixtures/postings.json' with { type: 'json' };
import { readPosting } from './posting.ts';
import { SPEAKS_OF_NEED } from './sentence-weight.ts';
import { splitNeeds } from './split-needs.ts';

const COUNTS_LESS = new Set(['profile', 'boilerplate', 'empty']);

/** Whether most of a stretch of the text was read as speaking of the need. */
function speaks(reading: ReturnType<typeof readPosting>, start: number, end: number): boolean {
  let speaking = 0;
  for (const sentence of reading.sentences) {
    if (sentence.field !== 'text' || sentence.weight < SPEAKS_OF_NEED) continue;
    speaking += Math.max(0, Math.min(end, sentence.end) - Math.max(start, sentence.start));
  }
  return speaking * 2 > end - start;
}

const read = (title: string, text = '') => readPosting({ title, text });
const needs = (title: string) => splitNeeds(title).map(({ text }) => text);

describe('readPosting', () => {
  it('tells what sort of thing is wanted', () => {
    const wrong = postings.filter(
      ({ title, wanted, sentences }) =>
        read(title, sentences.map(([, text]) => text).join('')).wanted.kind !== wanted,
    );
    expect(wrong.map(({ id, title }) => `${id} ${title}`)).toEqual([]);
  });

  it('tells what speaks of the need from what a company says of itself, in 19 sentences of 20', () => {
    let right = 0;
    let all = 0;
    for (const { title, sentences } of postings) {
      const reading = read(title, sentences.map(([, text]) => text).join(''));
      let at = 0;
      for (const [role = '', text = ''] of sentences) {
        if (speaks(reading, at, at + text.length) !== COUNTS_LESS.has(role)) right += 1;
        at += text.length;
        all += 1;
      }
    }
    expect(right / all).toBeGreaterThan(0.95);
  });

  it('keeps all of a tender', () => {
    const text =
      '1、设备占地不超过200平方米；2、年产能力不低于5万吨；3、现场温度35~45℃，处理后厂界臭气浓度≤20。4、供方应具有同类业绩。';
    const site =
      '现有车间一座，占地1200平方米，日产污泥80吨，进气硫化氢10~35mg/m³，温度35~45℃，湿度大于90%。';
    const reading = read('污泥干化车间臭气治理', site + text);
    expect(reading.sentences.map(({ weight }) => weight)).toEqual(reading.sentences.map(() => 1));
  });

  it('keeps all of what people write of their trouble in plain words', () => {
    const text =
      '我厂给摩托车主机厂供铝缸头和箱体，打压时大约有8%漏。铸件有20多个品种，换过脱模剂也没根治。要按级别遮住身份证、手机号。希望漏率压到2%以内。';
    expect(read('缸头漏气', text).sentences.every(({ weight }) => weight === 1)).toBe(true);
  });

  it('takes what goes on after a profile, and stands among it, for more of it', () => {
    const text =
      '本厂位于城北。公司成立于1998年，实现了规模化生产，满足客户需求。拥有一支队伍。先后获评龙头企业。';
    const reading = read('铸件气孔', text);
    expect(
      reading.sentences.filter(({ role }) => role !== 'title').map(({ role }) => role),
    ).toEqual(['profile', 'profile', 'profile', 'profile']);
  });

  it('says by which words it took a sentence for profile, and cuts where the want begins', () => {
    const text = '公司成立于2006年，注册资本3000万元，希望解决铸件气孔。略';
    const parts = read('铸件', text).sentences.filter(({ field }) => field === 'text');
    expect(parts.map(({ start, end, role }) => [text.slice(start, end), role])).toEqual([
      ['公司成立于2006年，注册资本3000万元，', 'profile'],
      ['希望解决铸件气孔。', 'wanted'],
      ['略', 'empty'],
    ]);
    expect(parts[0]!.cues).toEqual(['founded', 'capital']);
    expect(parts.map(({ weight }) => weight)).toEqual([0.1, 1, 0]);
  });

  it('takes who says nothing but who they are by that', () => {
    const text = '公司成立于2006年，主营水泵壳。';
    expect(read('', text).sentences.every(({ weight }) => weight === 1)).toBe(true);
    expect(read('水泵', text).sentences.at(-1)!.weight).toBeLessThan(SPEAKS_OF_NEED);
  });

  it.each([
    ['设备故障诊断技术', 'technology'],
    ['人才评价系统开发', 'technology'],
    ['融资租赁风控模型', 'technology'],
    ['园区能耗监测平台', 'technology'],
    ['求购耐磨涂层配方', 'technology'],
    ['焊接专家系统', 'technology'],
    ['引进博士及工程师团队', 'people'],
    ['高分子材料方向研发人员3-5名', 'people'],
    ['采购一台激光切割机', 'equipment'],
    ['年产5万吨有机肥项目', 'landing'],
    ['寻求天使轮投资人', 'money'],
  ])('%s asks for %s', (title, kind) => {
    expect(read(title).wanted.kind).toBe(kind);
  });

  it('reads a short question without a title in the same way', () => {
    expect(read('', '急需食品发酵工艺博士2名').wanted.kind).toBe('people');
    expect(read('', '机床冷机和热机差三丝，请专家看看').wanted.kind).toBe('technology');
  });

  it('points to the words that say it', () => {
    const { evidence } = read('急需食品发酵工艺博士2名').wanted;
    expect('急需食品发酵工艺博士2名'.slice(evidence!.start, evidence!.end)).toBe('博士2名');
  });

  it('gives places that lie in the texts, in order, not overlapping, for any texts', () => {
    const piece = fc.constantFrom(
      '公司成立于2006年',
      '，',
      '。',
      '；',
      '\n',
      '希望',
      '1.',
      '（二）',
      '略',
      '𠮷',
      'ＡＧＶ',
      '、',
      '与',
      '处理',
      '耐高温',
      '技术',
      '博士2名',
      ' ',
      '≤5%',
    );
    const text = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
    fc.assert(
      fc.property(text, text, (title, body) => {
        const reading = readPosting({ title, text: body });
        for (const [field, whole] of [
          ['title', title],
          ['text', body],
        ] as const) {
          let at = 0;
          for (const part of reading.sentences.filter((each) => each.field === field)) {
            expect(part.start).toBeGreaterThanOrEqual(at);
            expect(part.end).toBeGreaterThan(part.start);
            expect(part.weight).toBeGreaterThanOrEqual(0);
            expect(part.weight).toBeLessThanOrEqual(1);
            at = part.end;
          }
          expect(at).toBeLessThanOrEqual(whole.length);
        }
        for (const need of reading.needs) {
          expect(title.slice(need.start, need.end)).toBe(need.text);
        }
      }),
    );
  });
});

describe('splitNeeds', () => {
  it.each([
    [
      '1.高温合金粉末制备；2.激光熔覆工艺；3.涂层检测',
      ['高温合金粉末制备', '激光熔覆工艺', '涂层检测'],
    ],
    ['①废轮胎裂解②炭黑改性', ['废轮胎裂解', '炭黑改性']],
    ['智能仓储系统、AGV调度算法、视觉检测设备', ['智能仓储系统', 'AGV调度算法', '视觉检测设备']],
    ['高炉煤气除尘、转炉钢渣利用及烟气脱硝技术', ['高炉煤气除尘', '转炉钢渣利用', '烟气脱硝技术']],
    ['竹材防霉处理与竹炭活化工艺', ['竹材防霉处理', '竹炭活化工艺']],
    ['茶叶色选设备；茶多酚提取', ['茶叶色选设备', '茶多酚提取']],
  ])('takes %s apart', (title, expected) => {
    expect(needs(title)).toEqual(expected);
  });

  it('finds the single needs of all the postings, and no list where there is none', () => {
    const wrong = postings.filter(
      (posting) => needs(posting.title).join() !== posting.needs.join(),
    );
    expect(wrong.map(({ title }) => needs(title))).toEqual([]);
  });

  it.each([
    '轻量化、高强度铝合金压铸件',
    '研发、生产与检测一体化设备',
    '耐高温、耐腐蚀环氧树脂胶黏剂',
    '集装卸、输送和码垛于一体的成套装备控制系统',
    '焊缝缺陷检测与控制技术',
    '电池材料制备与回收利用技术',
    '钢结构桥梁与混凝土桥面板连接件疲劳试验',
    '3.5毫米薄板1.2米宽幅轧制',
    '铝合金、镁合金压铸技术',
    '色差大、回修率高',
    '冷链运输车厢温度不均',
  ])('leaves %s whole', (title) => {
    expect(needs(title)).toEqual([title]);
  });

  it('finds nothing in nothing', () => {
    expect(needs(' 。')).toEqual([]);
  });
});
