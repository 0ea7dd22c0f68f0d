import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { type ModelServer, startModelServer } from '../../../../tests/support/model-server.ts';
import {
  type Enterprise,
  givenEnterprise,
  givenPublishedAchievement,
} from '../../../../tests/support/people.ts';
import { anchorPairs } from '../domain/anchor-pairs.ts';

const question = '减速机端盖漏油，换了油封三个月又渗，希望一年不漏。';
/** Says the same words about something else. */
const alike = {
  title: '减速机端盖图像监测',
  abstract: '用摄像头看地面油迹，早一点发现。',
};
/** Answers it, with few of its words. */
const answering = {
  title: '旋转轴端面静密封结构',
  abstract: '采用低压缩永久变形橡胶，减速装置台架试验一年无渗漏。',
};
/** Answers it, with none of its words. */
const strange = {
  title: '氟橡胶唇形圈耐久设计',
  abstract: '针对转轴与壳体之间介质外泄，优化唇口过盈量与表面织构，台架试验两万小时未见外泄。',
};

/** As a language model would: near by meaning, whatever the words. */
function vectorOf(text: string): number[] {
  const towards = (dimension: number, share = 1) => {
    const vector = Array.from({ length: 16 }, () => 0);
    vector[dimension] = share;
    vector[15] = Math.sqrt(1 - share * share);
    return vector;
  };
  const anchor = anchorPairs.findIndex((pair) => [pair.asked, pair.offered].includes(text));
  if (anchor !== -1) return towards(anchor);
  if (text.includes(answering.title)) return towards(12, 0.95);
  if (text.includes(strange.title)) return towards(12, 0.9);
  if (text.startsWith('减速机端盖漏油，')) return towards(12);
  return towards(13);
}

let test: TestApp;
let server: ModelServer;
let holder: Enterprise;

const ask = (text = question) => test.api().matching.ask({ text, preview: true });
const titles = (answer: Awaited<ReturnType<typeof ask>>) =>
  answer.matches.map(({ title }) => title);
/** Past the pause that follows a failure. */
const later = () => test.clock.set(new Date(test.clock.now().getTime() + 400_000));
const texts = () => server.asked.flatMap(({ body }) => body.input ?? []);

describe('with an embeddings server', () => {
  beforeAll(async () => {
    server = await startModelServer({ vectorOf });
    test = await startTestApp({
      env: { EMBEDDINGS_URL: server.url, EMBEDDINGS_MODEL: 'meaning-1' },
    });
    holder = await givenEnterprise(test);
    await givenPublishedAchievement(holder, alike);
    await givenPublishedAchievement(holder, answering);
    await test.settle();
    await test.app.backgroundSettled();
  });
  afterAll(async () => {
    await test.close();
    await server.close();
  });
  beforeEach(async () => {
    server.always(undefined);
    later();
    await ask();
    server.asked.length = 0;
  });

  it('what means the same stands before what is written the same, and the account says why', async () => {
    const answer = await ask();
    expect(titles(answer)).toEqual([answering.title, alike.title]);
    expect(answer.notices).toEqual([]);
    const [first, second] = answer.matches;
    expect(first!.features['dense']).toBeGreaterThan(0.9);
    expect(second!.features['dense']).toBe(0);
    expect(first!.reasons.map(({ note }) => note?.code)).toContain('phrase.near-by-model');
    expect(second!.reasons.map(({ note }) => note?.code)).not.toContain('phrase.near-by-model');
  });

  it('nobody is asked the same twice', async () => {
    await ask();
    await ask();
    expect(server.asked).toEqual([]);
  });

  it('a server that goes away costs its part of the answer only, says so, and is taken back', async () => {
    server.always({ status: 503 });
    const asked = `${question}要快。`;
    const without = await ask(asked);
    expect(without.notices).toEqual(['embeddings.away']);
    expect(titles(without)[0], 'the order of our own methods').toBe(alike.title);
    expect(without.matches[0]!.features).not.toHaveProperty('dense');
    server.asked.length = 0;
    expect((await ask(asked)).notices).toEqual(['embeddings.away']);
    expect(server.asked, 'and is left alone for a while').toEqual([]);

    server.always(undefined);
    later();
    const back = await ask(asked);
    expect(back.notices).toEqual([]);
    expect(titles(back)[0]).toBe(answering.title);
  });

  it('a server that hangs keeps a question waiting for the budget at most', async () => {
    server.always('hang');
    const started = performance.now();
    const answer = await ask(`${question}很急。`);
    expect(performance.now() - started).toBeLessThan(4_000);
    expect(answer.notices).toEqual(['embeddings.away']);
    expect(answer.matches.length).toBeGreaterThan(0);
  });

  it('a listing that shares no word is found once its vector has come, which no command waits for', async () => {
    server.always({ status: 503 });
    const listed = await givenPublishedAchievement(holder, strange);
    await test.settle();
    await test.app.backgroundSettled();
    expect(titles(await ask())).not.toContain(strange.title);

    server.always(undefined);
    later();
    server.asked.length = 0;
    await test.app.backgroundSettled();
    expect(texts().filter((text) => text.includes(strange.title))).toHaveLength(1);
    const found = (await ask()).matches.find(({ id }) => id === listed.id);
    expect(found?.features).toMatchObject({ text: 0 });
    expect(found?.reasons.map(({ note }) => note?.code)).toContain('phrase.near-by-model');

    await holder.api.exchange.withdrawAchievement({
      id: listed.id,
      version: listed.version,
      words: '这项技术暂时不再对外提供。',
    });
    await test.settle();
    expect(titles(await ask())).not.toContain(strange.title);
  });

  it('a name is never sent', () => {
    expect(texts().join()).not.toContain(holder.organisationName);
  });
});

describe('with a reranking server', () => {
  beforeAll(async () => {
    server = await startModelServer({
      gradeOf: (_query, document) => (document.includes(answering.title) ? 0.97 : 0.02),
    });
    test = await startTestApp({
      env: { RERANKER_URL: `${server.url}/v1`, RERANKER_MODEL: 'grades-1', RERANKER_API_KEY: 'k' },
    });
    holder = await givenEnterprise(test);
    await givenPublishedAchievement(holder, alike);
    await givenPublishedAchievement(holder, answering);
    await test.settle();
  });
  afterAll(async () => {
    await test.close();
    await server.close();
  });

  it('the best are gone over once more', async () => {
    const answer = await ask();
    expect(titles(answer)).toEqual([answering.title, alike.title]);
    expect(answer.matches[0]!.features['rerank']).toBe(0.97);
    expect(server.asked).toHaveLength(1);
    expect(server.asked[0]).toMatchObject({
      path: '/v1/rerank',
      authorization: 'Bearer k',
      body: { model: 'grades-1', query: question },
    });
  });

  it('they stay as they were when it goes away, and the answer says so', async () => {
    server.next({ status: 500 });
    const answer = await ask();
    expect(answer.notices).toEqual(['reranker.away']);
    expect(titles(answer)[0]).toBe(alike.title);
    expect(answer.matches[0]!.features).not.toHaveProperty('rerank');
    later();
    expect((await ask()).notices).toEqual([]);
  });
});

describe('with no server set', () => {
  beforeAll(async () => {
    test = await startTestApp();
    holder = await givenEnterprise(test);
    await givenPublishedAchievement(holder, alike);
    await givenPublishedAchievement(holder, answering);
    await test.settle();
    await test.app.backgroundSettled();
  });
  afterAll(() => test.close());

  it('nothing is said of servers', async () => {
    const answer = await ask();
    expect(answer.notices).toEqual([]);
    expect(titles(answer)[0]).toBe(alike.title);
    for (const { features } of answer.matches) {
      expect(features).not.toHaveProperty('dense');
      expect(features).not.toHaveProperty('rerank');
    }
  });
});
