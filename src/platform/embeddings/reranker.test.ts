import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ModelServer, startModelServer } from '../../../tests/support/model-server.ts';
import { createEndpoint, operationUrl, systemWorld } from './endpoint.ts';
import { createReranker } from './reranker.ts';

let server: ModelServer;
beforeEach(async () => {
  server = await startModelServer({
    gradeOf: (query, document) => (document === query ? 0.9 : 0.1),
  });
});
afterEach(() => server.close());

const open = () =>
  createReranker({
    endpoint: createEndpoint({
      url: operationUrl(server.url, 'rerank'),
      apiKey: null,
      world: systemWorld,
      onCall: () => undefined,
    }),
    model: 'reranker-1',
  });

const budget = { budgetMs: 5_000 };

it('grades documents in the order they were given', async () => {
  expect(await open().rerank('气密', ['别的', '气密'], budget)).toEqual([0.1, 0.9]);
  expect(server.asked).toEqual([
    {
      path: '/v1/rerank',
      authorization: undefined,
      body: { model: 'reranker-1', query: '气密', documents: ['别的', '气密'], top_n: 2 },
    },
  ]);
});

it('asks nothing when there is nothing to grade', async () => {
  expect(await open().rerank('气密', [], budget)).toEqual([]);
  expect(server.asked).toEqual([]);
});

it('takes log odds for what they are, and a bare list with scores', async () => {
  server.next({
    status: 200,
    body: [
      { index: 1, score: 0 },
      { index: 0, score: -4 },
    ],
  });
  const [first, second, third] = await open().rerank('气密', ['一', '二', '三'], budget);
  expect(first).toBeCloseTo(1 / (1 + Math.exp(4)), 9);
  expect(second).toBe(0.5);
  expect(third, 'left out by the server').toBeUndefined();
});

it.each([
  ['another form', { data: [] }],
  ['a document that was not sent', { results: [{ index: 7, relevance_score: 1 }] }],
])('finds out a server that answers %s, and leaves it alone', async (_what, body) => {
  const reranker = open();
  server.next({ status: 200, body });
  await expect(reranker.rerank('气密', ['一'], budget)).rejects.toMatchObject({ kind: 'wrong' });
  await expect(reranker.rerank('气密', ['一'], budget)).rejects.toMatchObject({ kind: 'paused' });
  expect(reranker.state()).toBe('away');
});

it('leaves a server alone that refuses what cannot be asked smaller', async () => {
  const reranker = open();
  server.next({ status: 422 });
  await expect(reranker.rerank('气密', ['一'], budget)).rejects.toMatchObject({ kind: 'too_much' });
  expect(reranker.state()).toBe('away');
});
