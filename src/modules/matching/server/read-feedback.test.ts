import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';
import { FEATURES } from '../domain/features.ts';
import type { RankBias } from '../domain/position-bias.ts';
import { forgetRankingSettings } from './ranking-settings.ts';
import { measurePositionBias, readFeedbackQueries } from './read-feedback.ts';

let test: TestApp;
let owner: Enterprise;
let operator: Person;
let needId: string;

const titles = [
  '机床主轴热误差补偿',
  '加工中心热误差在线测量',
  '数控机床热误差建模',
  '车床热误差温度传感',
];

beforeAll(async () => {
  test = await startTestApp();
  owner = await givenEnterprise(test);
  operator = await givenRole(test, 'operator');
  const holder = await givenEnterprise(test);
  for (const title of titles) await givenPublishedAchievement(holder, { title });
  needId = (await givenPublishedNeed(owner, operator)).id;
  await test.settle();
});
afterAll(() => test.close());

const bias: RankBias[] = [1, 2].map((rank) => ({
  rank,
  andBelow: rank === 2,
  shown: 100,
  acted: 50,
  drawn: 0,
  propensity: rank === 1 ? 1 : 0.5,
  lo: 0,
  hi: 1,
}));

async function setExploration(margin: number): Promise<void> {
  await test.platform.pool.query(
    `insert into settings (key, value, updated_at, updated_by) values ('matching.exploration', $1, now(), 'test')
     on conflict (key) do update set value = excluded.value`,
    [JSON.stringify(margin)],
  );
  forgetRankingSettings(test.platform);
}

describe('learning from what people did', () => {
  it('makes a question of what was judged, with what stood beside it', async () => {
    const { askId, matches } = await owner.api.matching.matchNeed({ id: needId });
    expect(matches).toHaveLength(4);
    const judge = (
      by: Person,
      at: number,
      verdict: 'useful' | 'not_useful',
      reason: 'too_early' | 'not_my_problem' | null = null,
    ) =>
      by.api.matching.judgeMatch({
        id: needId,
        askId: askId!,
        kind: 'achievement',
        offerId: matches[at]!.id,
        verdict,
        reason,
      });
    await judge(owner, 1, 'useful');
    // The operator thinks otherwise; whoever has the need is believed.
    await judge(operator, 1, 'not_useful', 'not_my_problem');
    await judge(owner, 0, 'not_useful', 'not_my_problem');
    // The matter was right: nothing to learn about ranking.
    await judge(owner, 2, 'not_useful', 'too_early');

    const [query, ...others] = await readFeedbackQueries(test.platform.db, bias);
    expect(others).toEqual([]);
    expect(query).toMatchObject({ id: needId, task: 'feedback', kind: 'achievement' });
    const seen = (at: number) => matches[at]!.features['text']!;
    const found = query!.offers
      .map(({ grade, weight, features }) => [grade, weight, features.text])
      .sort((a, b) => b[2]! - a[2]!);
    expect(found).toHaveLength(3);
    expect(found).toEqual(
      [
        [0, 1, expect.closeTo(seen(0), 3)],
        [1, 2, expect.closeTo(seen(1), 3)],
        [0, undefined, expect.closeTo(seen(3), 3)],
      ].sort((a, b) => (b[2] as { sample: number }).sample - (a[2] as { sample: number }).sample),
    );
    for (const { features } of query!.offers) {
      expect(Object.keys(features).every((name) => FEATURES.some((known) => known === name))).toBe(
        true,
      );
    }
  });

  it('says nothing of the place before enough was looked at', async () => {
    expect(await measurePositionBias(test.platform.db)).toBeUndefined();
  });
});

describe('exploring', () => {
  const ask = async (key: string) => {
    const api = test.api(undefined, { 'idempotency-key': key });
    const { askId, matches } = await api.matching.ask({ text: '数控机床热误差怎么补偿' });
    return {
      askId: askId!,
      ids: matches.map(({ id }) => id),
      ranks: matches.map(({ rank }) => rank),
    };
  };
  const drawnIn = async (askId: string): Promise<unknown[]> => {
    const { rows } = await test.platform.pool.query('select shown from match_asks where id = $1', [
      askId,
    ]);
    return (rows[0] as { shown: { drawn?: number }[] }).shown.flatMap(({ drawn }) => drawn ?? []);
  };
  const key = (n: number) => `0190f3a0-0000-7000-8000-00000000000${n}`;

  it('is off unless an operator set it: the same question, the same order', async () => {
    const first = await ask(key(1));
    for (let n = 2; n < 7; n++) expect((await ask(key(n))).ids).toEqual(first.ids);
    expect(await drawnIn(first.askId)).toEqual([]);
  });

  it('lets chance order near equals when it is on, and keeps that it did', async () => {
    const plain = await ask(key(1));
    await setExploration(0.1);
    const orders = [];
    for (let n = 0; n < 10; n++) orders.push(await ask(`1190f3a0-0000-7000-8000-00000000000${n}`));
    expect(orders.some(({ ids }) => ids.join() !== plain.ids.join())).toBe(true);
    for (const { ids, ranks } of orders) {
      expect(ids.toSorted()).toEqual(plain.ids.toSorted());
      expect(ranks).toEqual(plain.ranks);
    }
    const moved = orders.find(({ ids }) => ids.join() !== plain.ids.join())!;
    expect((await drawnIn(moved.askId)).length).toBeGreaterThan(0);
    await setExploration(0);
    expect((await ask('2190f3a0-0000-7000-8000-000000000000')).ids).toEqual(plain.ids);
  });
});
