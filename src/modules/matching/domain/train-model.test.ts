import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { seededRandom } from '../../../kernel/random.ts';
import { crossValidate } from './cross-validation.ts';
import { FEATURES, type FeatureName, type Features } from './features.ts';
import { fitWeights } from './fit-weights.ts';
import { type RankingModel, shippedModel } from './model.ts';
import { trainModel } from './train-model.ts';
import { type TrainingQuery, weightedSum, type Weights } from './training-query.ts';

const quick = { repeats: 1, samples: 400, l2: [0.01] };
const zero = Object.fromEntries(FEATURES.map((name) => [name, 0])) as Weights;
const [first, second, third] = FEATURES as readonly FeatureName[] as [
  FeatureName,
  FeatureName,
  FeatureName,
];

/** A model of the given weights for both kinds, with nothing usual. */
function modelOf(weights: Partial<Weights>): RankingModel {
  const all = { ...zero, ...weights };
  return { ...shippedModel, usual: zero, weights: { achievement: all, expert: all } };
}

/** Questions whose best offers are those that a hidden rule likes best, blurred by noise. */
function questionsOf(
  rule: (features: Features) => number,
  options: { seed: number; count?: number; offers?: number; noise?: number; task?: string },
): TrainingQuery[] {
  const { seed, count = 40, offers = 30, noise = 0, task = 'made' } = options;
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, at) => {
    const drawn = Array.from({ length: offers }, () => {
      const features: Features = { [first]: random(), [second]: random(), [third]: random() };
      return { features, liked: rule(features) + noise * (random() - 0.5) };
    }).sort((a, b) => b.liked - a.liked);
    const judged = drawn.map(({ features }, place) => ({ features, grade: place < 3 ? 1 : 0 }));
    // Offers must not stand in the order of their grades, or ties would be settled by the answer.
    judged.sort((a, b) => a.features[third]! - b.features[third]!);
    return { id: `q${at}`, task, kind: 'achievement' as const, offers: judged };
  });
}

const favour = (weights: Partial<Weights>) => (features: Features) =>
  weightedSum({ ...zero, ...weights }, zero, features);

describe('fitting weights to judgements', () => {
  it('finds the proportions of the weights that made the judgements', () => {
    const queries = questionsOf(favour({ [first]: 1, [second]: 0.5 }), {
      seed: 1,
      count: 80,
    });
    const fitted = fitWeights(queries, modelOf({ [first]: 1, [second]: 1, [third]: 1 }), {
      l2: 0.0001,
    });
    expect(Math.abs(fitted[second] / fitted[first] - 0.5)).toBeLessThan(0.1);
    expect(fitted[third] / fitted[first]).toBeLessThan(0.1);
  });

  it('never lets a feature speak against an offer, whatever was judged', () => {
    const grades = fc.array(
      fc.record({
        a: fc.double({ min: -1, max: 1, noNaN: true }),
        b: fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: undefined }),
        grade: fc.integer({ min: 0, max: 3 }),
        weight: fc.double({ min: 0, max: 20, noNaN: true }),
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(fc.array(grades, { minLength: 1, maxLength: 5 }), (lists) => {
        const queries = lists.map((list, at) => ({
          id: `q${at}`,
          task: 'made',
          kind: 'expert' as const,
          offers: list.map(({ a, b, grade, weight }) => ({
            features: { [first]: a, ...(b !== undefined && { [second]: b }) },
            grade,
            weight,
          })),
        }));
        const fitted = fitWeights(queries, shippedModel, { l2: 0.01 });
        for (const name of FEATURES) expect(fitted[name]).toBeGreaterThanOrEqual(0);
        expect(Object.values(fitted).every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('gives a feature that harms the weight 0, not less', () => {
    const queries = questionsOf((features) => features[first]! - features[second]!, { seed: 3 });
    const fitted = fitWeights(queries, modelOf({ [first]: 1, [second]: 1 }), { l2: 0.001 });
    expect(fitted[second]).toBe(0);
  });

  it('orders the same whatever unit a feature is measured in', () => {
    const model = modelOf({ [first]: 1, [second]: 0.7 });
    const queries = questionsOf(favour({ [first]: 1, [second]: 2 }), { seed: 4, noise: 0.2 });
    const scaled = queries.map((query) => ({
      ...query,
      offers: query.offers.map((offer) => ({
        ...offer,
        features: { ...offer.features, [second]: offer.features[second]! * 100 },
      })),
    }));
    const fitted = fitWeights(queries, model, { l2: 0.01 });
    const again = fitWeights(scaled, modelOf({ [first]: 1, [second]: 0.007 }), { l2: 0.01 });
    expect(again[second] * 100).toBeCloseTo(fitted[second], 3);
    expect(again[first]).toBeCloseTo(fitted[first], 3);
  });

  it('leaves right answers where they stood on the scale of scores', () => {
    const model = modelOf({ [first]: 1, [second]: 0.2 });
    const queries = questionsOf(favour({ [second]: 1 }), { seed: 5 });
    const fitted = fitWeights(queries, model, { l2: 0.001 });
    const height = (weights: Weights) => {
      const right = queries.flatMap(({ offers }) => offers.filter(({ grade }) => grade > 0));
      return right.reduce((sum, { features }) => sum + weightedSum(weights, zero, features), 0);
    };
    expect(fitted[second]).toBeGreaterThan(fitted[first]);
    expect(height(fitted)).toBeCloseTo(height(model.weights.achievement), 6);
  });

  it('keeps the weight of what nobody measured, and of everything when one question tells nothing', () => {
    const model = modelOf({ [first]: 1, [FEATURES.at(-1)!]: 0.3 });
    const measured = questionsOf(favour({ [first]: 1 }), { seed: 6, count: 1 }).map((query) => ({
      ...query,
      offers: query.offers.map(({ features, grade }) => ({
        features: { [first]: features[first]! },
        grade,
      })),
    }));
    expect(fitWeights(measured, model, { l2: 0.01 })[FEATURES.at(-1)!]).toBe(0.3);
    const same = measured.map((query) => ({
      ...query,
      offers: query.offers.map((offer) => ({ ...offer, grade: 1 })),
    }));
    expect(fitWeights(same, model, { l2: 0.01 })).toEqual(model.weights.achievement);
  });

  it('leaves a held feature its share against what it would gain', () => {
    const model = modelOf({ [first]: 1, [second]: 0.2, [third]: 1 });
    const queries = questionsOf(favour({ [second]: 1 }), { seed: 9 });
    const free = fitWeights(queries, model, { l2: 1 });
    const fitted = fitWeights(queries, model, { l2: 1, held: [second] });
    expect(fitted[second] / fitted[first]).toBeLessThan((free[second] / free[first]) * 0.9);
  });

  it('counts every task alike, however many questions it has', () => {
    const model = modelOf({ [first]: 1, [second]: 1 });
    const many = questionsOf(favour({ [first]: 1 }), { seed: 7, count: 60, task: 'many' });
    const few = questionsOf(favour({ [second]: 1 }), { seed: 8, count: 6, task: 'few' });
    const together = fitWeights([...many, ...few], model, { l2: 0.001 });
    const share = together[second] / (together[first] + together[second]);
    expect(share).toBeGreaterThan(0.35);
    expect(share).toBeLessThan(0.65);
  });

  it('believes a judgement the more, the more weight it has', () => {
    const model = modelOf({ [first]: 1, [second]: 1 });
    const query = (weight: number): TrainingQuery => ({
      id: 'q',
      task: 'made',
      kind: 'achievement',
      offers: [
        { features: { [first]: 0.2, [second]: 0.2 }, grade: 0 },
        { features: { [first]: 1, [second]: 0 }, grade: 1 },
        { features: { [first]: 0, [second]: 1 }, grade: 1, weight },
      ],
    });
    const ratio = (weight: number) => {
      const fitted = fitWeights([query(weight)], model, { l2: 0.1 });
      return fitted[second] / fitted[first];
    };
    expect(ratio(5)).toBeGreaterThan(ratio(1));
  });
});

describe('training a model', () => {
  const wrong = modelOf({ [first]: 0.2, [second]: 1, [third]: 1 });

  it('takes weights that order unseen questions better, and says by how much', () => {
    const queries = questionsOf(favour({ [first]: 1 }), { seed: 11, noise: 0.1 });
    const { weights, kinds } = trainModel(queries, wrong, quick);
    const [achievements, experts] = kinds;
    expect(achievements).toMatchObject({ verdict: 'better', questions: 40, worse: [] });
    const { before, after, gain } = achievements!.validation!.overall;
    expect(after).toBeGreaterThan(before + 0.2);
    expect(gain.lo).toBeGreaterThan(0);
    expect(weights!.achievement[first]).toBeGreaterThan(weights!.achievement[second]);
    // Of experts nothing was judged: they keep their weights.
    expect(experts).toMatchObject({ verdict: 'too-few', questions: 0 });
    expect(weights!.expert).toEqual(wrong.weights.expert);
  });

  it.each([21, 22, 23, 24, 25, 26])('refuses when judgements are noise (%i)', (seed) => {
    const random = seededRandom(seed);
    const queries = questionsOf(() => random(), { seed });
    const { weights, kinds } = trainModel(queries, wrong, quick);
    expect(weights).toBeUndefined();
    expect(kinds[0]!.verdict).toBe('not-better');
  });

  it('refuses when the model is already as good as it gets', () => {
    const queries = questionsOf(favour({ [first]: 1 }), { seed: 12 });
    const { weights } = trainModel(queries, modelOf({ [first]: 1 }), quick);
    expect(weights).toBeUndefined();
  });

  it('refuses what helps one task and harms another', () => {
    const made = (liked: Partial<Weights>, seed: number, task: string) =>
      questionsOf(favour(liked), { seed, task }).map((query) => ({
        ...query,
        id: `${task} ${query.id}`,
      }));
    const { weights, kinds } = trainModel(
      [
        ...made({ [first]: 1 }, 13, 'helped'),
        ...made({ [first]: 1 }, 18, 'helped as well'),
        ...made({ [second]: 1, [third]: 1 }, 14, 'harmed'),
      ],
      wrong,
      quick,
    );
    expect(kinds[0]).toMatchObject({ verdict: 'worse-task', worse: ['harmed'] });
    expect(weights).toBeUndefined();
  });

  it('says that there is too little, of nothing and of a single question', () => {
    for (const queries of [[], questionsOf(favour({ [first]: 1 }), { seed: 15, count: 1 })]) {
      const { weights, kinds } = trainModel(queries, wrong, quick);
      expect(weights).toBeUndefined();
      expect(kinds.map(({ verdict }) => verdict)).toEqual(['too-few', 'too-few']);
    }
  });

  it('gives the same figures for the same seed', () => {
    const queries = questionsOf(favour({ [first]: 1, [third]: 0.4 }), { seed: 16, noise: 0.5 });
    const run = () => trainModel(queries, wrong, { ...quick, l2: [0.001, 0.1] });
    expect(run()).toEqual(run());
  });

  it('counts a right answer that ranking cannot reach as missed, before and after', () => {
    const queries = questionsOf(favour({ [first]: 1 }), { seed: 17 });
    const harder = queries.map((query) => ({ ...query, unreached: [1, 1, 1] }));
    const best = (given: TrainingQuery[]) => crossValidate(given, wrong, quick).overall.after;
    expect(best(harder)).toBeLessThan(best(queries) - 0.2);
  });
});
