import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { coach, coachCells, type CoachCell, type CoachedNeed } from './coach.ts';

const nothing: CoachedNeed = {
  title: '',
  description: '',
  metrics: [],
  tried: '',
  limits: '',
  scale: '',
  budgetFen: null,
  months: null,
  coopModes: [],
};
const need = (words: Partial<CoachedNeed>): CoachedNeed => ({ ...nothing, ...words });
const stateOf = (words: Partial<CoachedNeed>, cell: CoachCell) =>
  coach(need(words)).cells.find((each) => each.cell === cell)!;

const rancid = {
  title: '底料放半年就有股哈喇味',
  description:
    '牛油火锅块常温超市卖，六七个月后有油蒿味被投诉。不想加传统的合成添加剂，包装机可以小改，希望能敢标15个月保质期。',
};

describe('the coach', () => {
  it('asks first what is wrong, when nothing is said', () => {
    const { score, next, cells } = coach(nothing);
    expect(score).toBe(0);
    expect(cells).toHaveLength(10);
    expect(next).toMatchObject({ cell: 'symptom', question: 'missing' });
  });

  it('reads a problem in everyday words, and asks for what was tried', () => {
    const { cells, next } = coach(
      need({ ...rancid, budgetFen: 45_000_000, months: 8, coopModes: ['技术服务'] }),
    );
    const states = Object.fromEntries(cells.map(({ cell, state }) => [cell, state]));
    expect(states).toMatchObject({
      object: 1,
      symptom: 1,
      wanted: 1,
      limits: 0.5,
      tried: 0,
      budget: 1,
      months: 1,
      modes: 1,
    });
    expect(next).toMatchObject({ cell: 'tried', question: 'missing' });
  });

  it('quotes the very words that it asks about', () => {
    expect(stateOf(rancid, 'limits')).toMatchObject({
      question: 'half',
      said: '不想加传统的合成添加剂',
    });
    expect(stateOf({ description: '目前孔深偏差大约0.03mm，想要好一些。' }, 'now')).toMatchObject({
      state: 0.5,
      question: 'about',
    });
  });

  it('knows the figure today from the figure wanted', () => {
    const words = { description: '加工中心现在Z向漂移38μm，希望降到7μm以内。' };
    expect(stateOf(words, 'now').state).toBe(1);
    expect(stateOf(words, 'wanted').state).toBe(1);
    expect(stateOf({ description: '加工中心现在Z向漂移38μm。' }, 'wanted').state).toBe(0);
    expect(stateOf({ description: '希望漂移小一点。' }, 'wanted').state).toBe(0.5);
  });

  it('takes figures from their own fields', () => {
    const metrics = [{ name: '保质期', now: '6–7', wanted: '≥ 15', unit: '个月' }];
    expect(stateOf({ metrics }, 'now').state).toBe(1);
    expect(stateOf({ metrics }, 'wanted').state).toBe(1);
  });

  it('takes “not tried” for an answer, and a budget in the text for half of one', () => {
    expect(stateOf({ tried: '没试过' }, 'tried').state).toBe(1);
    expect(stateOf({ description: '预算50万元左右' }, 'budget').state).toBe(0.5);
  });

  it('has nothing more to ask once all is said', () => {
    const all = coach(
      need({
        title: '主轴发热，早晚尺寸差三四丝',
        description: '加工中心每天开机后三小时孔深慢慢跑偏，Z向最不准。',
        metrics: [{ name: 'Z向漂移', now: '38', wanted: '≤ 10', unit: 'μm' }],
        tried: '换过主轴油、加过风扇，好了两成。',
        limits: '不停产、不换机床',
        scale: '12 台机床，年产 8 万件',
        budgetFen: 30_000_000,
        months: 6,
        coopModes: ['技术服务'],
      }),
    );
    expect(all).toMatchObject({ score: 10, next: null });
  });

  it('never takes away what was said, however the form is filled in further', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 80 });
    const metric = fc.record({ name: text, now: text, wanted: text, unit: text });
    const any = fc.record({
      title: text,
      description: text,
      metrics: fc.array(metric, { maxLength: 3 }),
      tried: text,
      limits: text,
      scale: text,
      budgetFen: fc.option(fc.nat()),
      months: fc.option(fc.integer({ min: 1, max: 120 })),
      coopModes: fc.array(text, { maxLength: 2 }),
    });
    fc.assert(
      fc.property(any, (said) => {
        const { cells, score, next } = coach(said);
        expect(cells.map(({ cell }) => cell)).toEqual(coachCells);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(10);
        expect(next === null).toBe(score === 10);
        expect(cells.every(({ state, question }) => (state === 1) === (question === null))).toBe(
          true,
        );
        const more = coach({
          ...said,
          metrics: [...said.metrics, { name: '指标', now: '3', wanted: '5', unit: '' }],
          budgetFen: said.budgetFen ?? 1,
          months: said.months ?? 1,
          coopModes: [...said.coopModes, '技术服务'],
        });
        expect(more.score).toBeGreaterThanOrEqual(score);
      }),
      { numRuns: 200 },
    );
  });
});
