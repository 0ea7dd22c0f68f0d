import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { type ModelServer, startModelServer } from '../../../tests/support/model-server.ts';
import { createEmbeddings, cosine } from './embeddings.ts';
import { createEndpoint, EndpointFailure, operationUrl } from './endpoint.ts';
import { createVectorCache } from './vector-cache.ts';

let test: TestApp;
let server: ModelServer;
let waits: number[];
let now: number;
let models = 0;

beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());
beforeEach(async () => {
  waits = [];
  now = Date.UTC(2026, 10, 23, 2);
  server = await startModelServer({ vectorOf: (text) => [text.length, 1] });
});
afterEach(() => server.close());

/** Each use begins with a model, and so with a cache, of its own. */
function open(model = `model-${++models}`, url = server.url) {
  const outcomes: string[] = [];
  const endpoint = createEndpoint({
    url: operationUrl(url, 'embeddings'),
    apiKey: 'a key',
    world: {
      now: () => now,
      random: () => 1,
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
    },
    onCall: (outcome) => outcomes.push(outcome),
  });
  const cache = createVectorCache({ db: test.platform.db, clock: test.clock, model });
  return { embeddings: createEmbeddings({ endpoint, model, cache }), outcomes, model };
}

const failureOf = async (promise: Promise<unknown>): Promise<EndpointFailure> => {
  const error: unknown = await promise.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!(error instanceof EndpointFailure)) throw new Error(`no failure, but ${String(error)}`);
  return error;
};

describe('the address of an operation', () => {
  it.each([
    ['https://host', 'https://host/v1/embeddings'],
    ['https://host/', 'https://host/v1/embeddings'],
    ['https://host/v1', 'https://host/v1/embeddings'],
    ['https://host/v1/', 'https://host/v1/embeddings'],
    ['https://host/compatible-mode/v1', 'https://host/compatible-mode/v1/embeddings'],
    ['https://host/api/v3/embeddings', 'https://host/api/v3/embeddings'],
  ])('of %s is %s', (given, wanted) => {
    expect(operationUrl(given, 'embeddings')).toBe(wanted);
  });
});

describe('vectors', () => {
  it('come with the key of the operator, in the order of the texts, of length 1', async () => {
    const { embeddings, model } = open();
    const [long, short] = await embeddings.embed(['四个字的', '二字']);
    expect(server.asked[0]).toMatchObject({
      path: '/v1/embeddings',
      authorization: 'Bearer a key',
      body: { model, input: ['四个字的', '二字'] },
    });
    expect(long![0]).toBeCloseTo(4 / Math.hypot(4, 1), 6);
    expect(short![0]).toBeCloseTo(2 / Math.hypot(2, 1), 6);
    expect(cosine(long!, long!)).toBeCloseTo(1, 6);
  });

  it('are asked once for one text, also after a restart and however its blanks are written', async () => {
    const { embeddings, model } = open();
    await embeddings.embed(['轴承 温升', ' 轴承　温升']);
    expect(server.asked[0]!.body.input).toEqual(['轴承　温升']);
    await open(model).embeddings.embed([' 轴承 温升 ']);
    expect(await open(model).embeddings.recall(['轴承 温升', '别的'])).toEqual([
      expect.any(Float32Array),
      undefined,
    ]);
    expect(server.asked).toHaveLength(1);
    await open().embeddings.embed(['轴承 温升']);
    expect(server.asked, 'another model gives other vectors').toHaveLength(2);
  });

  it('of what somebody asked need not be written down', async () => {
    const { embeddings, model } = open();
    await embeddings.embed(['悄悄问'], { keep: false });
    await embeddings.embed(['悄悄问'], { keep: false });
    expect(server.asked).toHaveLength(1);
    expect(await open(model).embeddings.recall(['悄悄问'])).toEqual([undefined]);
  });

  it('are asked in batches, by number and by length', async () => {
    const { embeddings } = open();
    await embeddings.embed(Array.from({ length: 70 }, (_, n) => `第 ${n} 项`));
    expect(server.asked.map(({ body }) => body.input!.length)).toEqual([32, 32, 6]);
    server.asked.length = 0;
    await embeddings.embed(Array.from({ length: 8 }, (_, n) => `${n}${'长'.repeat(5_999)}`));
    expect(server.asked.map(({ body }) => body.input!.length)).toEqual([4, 4]);
  });

  it('nobody used for half a year are forgotten', async () => {
    const { embeddings, model } = open();
    const began = test.clock.now().getTime();
    const days = (count: number) => new Date(began + count * 86_400_000);
    await embeddings.embed(['用着的', '不用的']);
    test.clock.set(days(100));
    await open(model).embeddings.recall(['用着的']);
    test.clock.set(days(200));
    await embeddings.prune();
    expect(await open(model).embeddings.recall(['用着的', '不用的'])).toEqual([
      expect.any(Float32Array),
      undefined,
    ]);
    test.clock.set(days(0));
  });

  it('never come over more than two requests at once, one of them free for who waits', async () => {
    const { embeddings } = open();
    server.next('hang');
    const away = new AbortController();
    const slow = embeddings.embed(['慢'], { signal: away.signal });
    const behind = embeddings.embed(['也不急']);
    const quick = await Promise.all(
      ['一', '二二', '三三三'].map((text) => embeddings.embed([text], { budgetMs: 5_000 })),
    );
    expect(quick).toHaveLength(3);
    expect(server.mostAtOnce).toBe(2);
    away.abort(new Error('given up'));
    await expect(slow).rejects.toThrow('given up');
    await behind;
    expect(embeddings.state(), 'who gives up says nothing of the server').toBe('ready');
  });
});

describe('a server that is not well', () => {
  it('is asked again after growing pauses, as long as it wants', async () => {
    const { embeddings, outcomes } = open();
    server.next({ status: 500 }, { status: 429, headers: { 'retry-after': '7' } }, { status: 503 });
    await embeddings.embed(['一']);
    expect(waits).toEqual([500, 7_000, 2_000]);
    expect(outcomes).toEqual(['away', 'away', 'away', 'ok']);
    expect(embeddings.state()).toBe('ready');
  });

  it('keeps nobody waiting beyond the budget, and is left alone for a while', async () => {
    const { embeddings } = open();
    server.always('hang');
    // Long enough for the question to arrive on a busy machine; without a budget it would wait for ever.
    expect(await failureOf(embeddings.embed(['一'], { budgetMs: 500 }))).toMatchObject({
      kind: 'away',
      message: expect.stringMatching(/has not answered within \d+ ms/) as string,
    });
    expect(embeddings.state()).toBe('away');
    expect((await failureOf(embeddings.embed(['一'], { budgetMs: 60 }))).kind).toBe('paused');
    expect(server.asked, 'nothing is asked meanwhile').toHaveLength(1);

    server.always(undefined);
    now += 10_000;
    await embeddings.embed(['一'], { budgetMs: 5_000 });
    expect(embeddings.state()).toBe('ready');
  });

  it('is looked for by one request at a time, more and more seldom', async () => {
    const { embeddings } = open();
    server.always({ status: 503 });
    const ask = () => failureOf(embeddings.embed(['一'], { budgetMs: 5_000 }));
    await Promise.all([ask(), ask()]);
    const first = server.asked.length;
    now += 10_000;
    const kinds = (await Promise.all([ask(), ask(), ask()])).map(({ kind }) => kind);
    expect(kinds.sort()).toEqual(['away', 'paused', 'paused']);
    expect(server.asked).toHaveLength(first + 1);
    now += 10_000;
    expect((await ask()).kind, 'the second pause is longer').toBe('paused');
    now += 10_000;
    expect((await ask()).kind).toBe('away');
  });

  it('is left alone as long as it asks for', async () => {
    const { embeddings } = open();
    server.next({ status: 429, headers: { 'retry-after': '120' } });
    expect((await failureOf(embeddings.embed(['一']))).kind).toBe('away');
    now += 119_000;
    expect((await failureOf(embeddings.embed(['一']))).kind).toBe('paused');
    now += 1_000;
    await embeddings.embed(['一']);
  });

  it('that is gone says so', async () => {
    const { embeddings } = open();
    await server.close();
    expect(await failureOf(embeddings.embed(['一'], { budgetMs: 5_000 }))).toMatchObject({
      kind: 'away',
      message: expect.stringMatching(/cannot be reached \(ECONNREFUSED\)/) as string,
    });
    server = await startModelServer();
  });

  it('that refuses the key is not asked again and again', async () => {
    const { embeddings } = open();
    server.always({ status: 401 });
    expect((await failureOf(embeddings.embed(['一']))).kind).toBe('refused');
    expect((await failureOf(embeddings.embed(['一']))).kind).toBe('paused');
    expect(server.asked).toHaveLength(1);
  });

  it('that finds a request too large gets smaller ones', async () => {
    const { embeddings } = open();
    server.next({ status: 413 }, { status: 400 });
    const vectors = await embeddings.embed(['甲'.repeat(3_000), '乙'.repeat(3_000)]);
    expect(vectors).toHaveLength(2);
    expect(server.asked.map(({ body }) => body.input!.map((text) => text.length))).toEqual([
      [3_000, 3_000],
      [3_000],
      [1_500],
      [1_500],
    ]);
    expect(embeddings.state()).toBe('ready');
  });

  it.each([
    ['no JSON', { text: '<html>' }, /no JSON/],
    ['another form', { body: { vectors: [] } }, /another form/],
    ['too few vectors', { body: { data: [] } }, /another form/],
    ['no numbers', { body: { data: [{ index: 0, embedding: ['1', null] }] } }, /another form/],
    [
      'a vector that is all zero',
      { body: { data: [{ index: 0, embedding: [0, 0] }] } },
      /direction/,
    ],
    [
      'a number beyond all bounds',
      { body: { data: [{ index: 0, embedding: [1e39, 1] }] } },
      /direction/,
    ],
    [
      'a vector for no text',
      { body: { data: [{ index: 3, embedding: [1, 1] }] } },
      /no vector for text 0/,
    ],
  ])('is found out when it answers %s', async (_what, given, message) => {
    const { embeddings } = open();
    server.next({ status: 200, ...given });
    expect(await failureOf(embeddings.embed(['一']))).toMatchObject({
      kind: 'wrong',
      message: expect.stringMatching(message) as string,
    });
    expect(await embeddings.recall(['一']), 'nothing of it is kept').toEqual([undefined]);
  });

  it('is found out when another model runs under the same name', async () => {
    const { embeddings } = open();
    await embeddings.embed(['一']);
    server.next({ status: 200, body: { data: [{ index: 0, embedding: [1, 2, 3] }] } });
    expect((await failureOf(embeddings.embed(['二']))).message).toMatch(
      /vectors of 3 numbers where there were 2/,
    );
  });

  it('loses nothing of what it gave before', async () => {
    const { embeddings } = open();
    const texts = Array.from({ length: 40 }, (_, n) => `第 ${n} 段`);
    server.always(undefined);
    const good = {
      status: 200,
      body: { data: texts.slice(0, 32).map((_, index) => ({ index, embedding: [1, index] })) },
    };
    server.next(good, { status: 401 });
    expect((await failureOf(embeddings.embed(texts))).kind).toBe('refused');
    now += 10_000;
    await embeddings.embed(texts);
    expect(server.asked.map(({ body }) => body.input!.length)).toEqual([32, 8, 8]);
  });
});
