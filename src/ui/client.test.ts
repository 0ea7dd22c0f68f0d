import { oc } from '@orpc/contract';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { ApiFailure } from './api-failure.ts';
import { createClient, requestJson } from './client.ts';
import './i18n/words.ts';

const contract = {
  publish: oc
    .route({ method: 'POST', path: '/needs/{id}/publish' })
    .input(z.object({ id: z.string(), note: z.string() })),
  find: oc.route({ method: 'GET', path: '/needs/{id}' }).input(z.object({ id: z.string() })),
};

let sent: Request[] = [];
let answer: () => Response | Promise<Response>;

beforeEach(() => {
  sent = [];
  vi.stubGlobal('window', { location: { origin: 'http://platform.test' } });
  vi.stubGlobal('fetch', async (input: Request | string, init?: RequestInit) => {
    sent.push(
      new Request(
        new URL(input instanceof Request ? input.url : input, 'http://platform.test'),
        input instanceof Request ? input : init,
      ),
    );
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

const failureOf = async (call: Promise<unknown>): Promise<ApiFailure> => {
  const failure = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(failure).toBeInstanceOf(ApiFailure);
  return failure as ApiFailure;
};

describe('the client', () => {
  const client = createClient(contract);

  it('asks in the reader’s language, and names each POST so that it acts once', async () => {
    answer = () => Response.json({});
    await client.publish({ id: '7', note: 'x' });
    await client.find({ id: '7' });
    expect(sent.map((request) => `${request.method} ${new URL(request.url).pathname}`)).toEqual([
      'POST /api/needs/7/publish',
      'GET /api/needs/7',
    ]);
    expect(sent[0]?.headers.get('accept-language')).toBe('zh-CN');
    expect(sent[0]?.headers.get('idempotency-key')).toMatch(/^[0-9a-f-]{36}$/);
    expect(sent[1]?.headers.has('idempotency-key')).toBe(false);
  });

  it('repeats an intent under its own key', async () => {
    answer = () => Response.json({});
    const context = { idempotencyKey: 'same-intent' };
    await client.publish({ id: '7', note: 'x' }, { context });
    await client.publish({ id: '7', note: 'x' }, { context });
    expect(sent.map((request) => request.headers.get('idempotency-key'))).toEqual([
      'same-intent',
      'same-intent',
    ]);
  });

  it('says which field is wrong', async () => {
    answer = () =>
      Response.json(
        {
          defined: false,
          code: 'BAD_REQUEST',
          status: 400,
          message: '预算不对。',
          data: { issues: [{ path: 'budget', message: '要大于 0' }], requestId: 'r1' },
        },
        { status: 400 },
      );
    expect(await failureOf(client.publish({ id: '7', note: '' }))).toMatchObject({
      code: 'BAD_REQUEST',
      status: 400,
      message: '预算不对。',
      issues: [{ path: 'budget', message: '要大于 0' }],
      requestId: 'r1',
      passing: false,
    });
  });

  it('gives a refusal its words', async () => {
    answer = () =>
      Response.json(
        {
          defined: false,
          code: 'FORBIDDEN',
          status: 403,
          message: 'Forbidden',
          data: { reasons: [{ code: 'policy.other_region' }] },
        },
        { status: 403 },
      );
    expect(await failureOf(client.find({ id: '7' }))).toMatchObject({
      message: '这不在你负责的地区。',
    });
  });

  it('never shows a fault’s own message, nor a proxy’s page', async () => {
    answer = () => new Response('<html>Bad gateway</html>', { status: 502 });
    expect(await failureOf(requestJson('/api/me'))).toMatchObject({ status: 502, passing: true });
    answer = () =>
      Response.json(
        { defined: false, code: 'INTERNAL_SERVER_ERROR', status: 500, message: 'pg: relation x' },
        { status: 500 },
      );
    const failure = await failureOf(client.find({ id: '7' }));
    expect(failure.message).not.toContain('pg:');
  });

  it('knows when nobody answered', async () => {
    answer = () => Promise.reject(new TypeError('Failed to fetch'));
    expect(await failureOf(client.find({ id: '7' }))).toMatchObject({ code: 'NETWORK', status: 0 });
    expect(await failureOf(requestJson('/api/me'))).toMatchObject({ code: 'NETWORK' });
  });
});
