import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { givenEnterprise } from '../../../tests/support/people.ts';

let test: TestApp;
beforeAll(async () => {
  test = await startTestApp();
});
afterAll(() => test.close());

const json = { 'content-type': 'application/json' };

describe('the server', () => {
  it('says that it lives, that it is ready, and what it has done', async () => {
    expect((await test.fetch('/healthz')).status).toBe(200);
    expect((await test.fetch('/readyz')).status).toBe(200);
    await test.api().matching.ask({ text: '机床热误差' });
    const metrics = await (await test.fetch('/metrics')).text();
    expect(metrics).toContain('rongtong_commands_total{command="match.ask",outcome="done"} 1');
    expect(metrics).toMatch(/rongtong_index_lag_events \d/);
  });

  it('gives every answer a request id, and takes a good one that was sent', async () => {
    const given = await test.fetch('/healthz', { headers: { 'x-request-id': 'abcd-1234' } });
    expect(given.headers.get('x-request-id')).toBe('abcd-1234');
    const bad = await test.fetch('/healthz', { headers: { 'x-request-id': 'a"b\\c' } });
    expect(bad.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('does not carry out what another site makes a browser send', async () => {
    const owner = await givenEnterprise(test);
    const response = await test.fetch('/api/needs', {
      method: 'POST',
      headers: { ...json, cookie: owner.cookie, origin: 'https://evil.example' },
      body: '{}',
    });
    expect(response.status).toBe(403);
  });

  it('answers what it cannot read with a sentence, never with its insides', async () => {
    const broken = await test.fetch('/api/match', {
      method: 'POST',
      headers: json,
      body: '{"text":',
    });
    expect(broken.status).toBe(400);
    const body = await broken.text();
    expect(body).toContain('这个请求读不懂');
    expect(body).not.toMatch(/node_modules|\.ts:/);
    const nowhere = await test.fetch('/api/nothing/here', { headers: { 'accept-language': 'en' } });
    expect(nowhere.status).toBe(404);
    expect(await nowhere.json()).toMatchObject({ message: 'There is nothing at this address.' });
    const id = await test.fetch('/api/needs/not-an-id');
    expect(id.status).toBe(400);
  });

  it('describes itself, with a page to browse it that needs no other site', async () => {
    const description = (await (await test.fetch('/api/openapi.json')).json()) as {
      openapi: string;
    };
    expect(description.openapi).toMatch(/^3\.1/);
    const page = await (await test.fetch('/api/docs')).text();
    expect(page).not.toMatch(/(src|href)="https?:/);
    for (const [, asset] of page.matchAll(/(?:src|href)="([^"]+)"/g)) {
      expect((await test.fetch(asset!)).status).toBe(200);
    }
  });
});
