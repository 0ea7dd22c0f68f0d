import fs from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Api, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenAccount,
  givenEnterprise,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  heatNeed,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';

let test: TestApp;
let owner: Enterprise;
let holder: Enterprise;
let operator: Person;
let broker: Person;

beforeAll(async () => {
  test = await startTestApp();
  owner = await givenEnterprise(test, { name: '凌峰精密机械', person: '陈望川' });
  holder = await givenEnterprise(test);
  operator = await givenRole(test, 'operator');
  broker = await givenRole(test, 'broker');
});
afterAll(() => test.close());

const withKey = (secret: string): Api => test.api(undefined, { authorization: `Bearer ${secret}` });
const codeOf = (call: Promise<unknown>) =>
  call.then(
    () => 'allowed',
    (error: { data?: { reasons?: { code: string }[] } }) => error.data?.reasons?.[0]?.code,
  );
const draft = (organisationId: string) => ({ organisationId, regionCode: '500118', ...heatNeed });

describe('an API key', () => {
  it('acts for the person who made it, as far as its scopes go', async () => {
    const { secret } = await owner.api.interchange.createKey({
      name: 'ERP',
      scopes: ['exchange:write'],
    });
    const program = withKey(secret);
    expect((await program.identity.getMe()).user?.email).toBe(owner.email);
    const need = await program.exchange.draftNeed(draft(owner.organisationId));
    expect((await owner.api.exchange.getNeed({ id: need.id })).history[0]?.actorName).toBe(
      '陈望川（ERP）',
    );
    expect(await codeOf(program.dockings.listDockings({}))).toBe('policy.scope');
    expect(await codeOf(program.interchange.listKeys())).toBe('policy.scope');
    expect(await codeOf(program.exchange.draftNeed(draft(holder.organisationId)))).toBe(
      'policy.not_your_organisation',
    );
    const reader = await owner.api.interchange.createKey({
      name: '看板',
      scopes: ['exchange:read'],
    });
    const board = withKey(reader.secret);
    expect((await board.exchange.listMyNeeds({})).total).toBe(1);
    expect(await codeOf(board.exchange.draftNeed(draft(owner.organisationId)))).toBe(
      'policy.scope',
    );
    const answer = await test.fetch('/api/my/data.json', {
      headers: { authorization: `Bearer ${secret}` },
    });
    expect(answer.status).toBe(403);
  });

  it('is shown once, kept as a hash, and seen by when it was used', async () => {
    const { id, secret } = await owner.api.interchange.createKey({
      name: '一次',
      scopes: ['exchange:read'],
    });
    await withKey(secret).exchange.listNeeds({});
    const key = (await owner.api.interchange.listKeys()).find((each) => each.id === id);
    expect(key).toMatchObject({
      hint: secret.slice(0, 10),
      lastUsedAt: test.clock.now().toISOString(),
    });
    const { rows } = await test.platform.pool.query<{ found: number }>(
      `select count(*)::int as found from (
        select row_to_json(k)::text as kept from api_keys k union all
        select row_to_json(i)::text from idempotency_keys i union all
        select row_to_json(a)::text from audit_entries a) all_rows where kept like $1`,
      [`%${secret}%`],
    );
    expect(rows[0]?.found).toBe(0);
  });

  it('of an organisation acts for that alone, and ends with the membership', async () => {
    const second = await givenEnterprise(test, { name: '第二家厂' });
    const { secret } = await second.api.interchange.createKey({
      name: '厂里的程序',
      scopes: ['exchange:write', 'dockings:read'],
      organisationId: second.organisationId,
    });
    expect(
      await codeOf(
        second.api.interchange.createKey({
          name: '别人的',
          scopes: ['exchange:read'],
          organisationId: owner.organisationId,
        }),
      ),
    ).toBe('policy.not_your_organisation');
    await withKey(secret).exchange.draftNeed(draft(second.organisationId));
    await test.platform.pool.query(`update memberships set until = now() where user_id = $1`, [
      second.userId,
    ]);
    expect(await codeOf(withKey(secret).exchange.draftNeed(draft(second.organisationId)))).toBe(
      'policy.not_your_organisation',
    );
  });

  it('is held to its number of requests a minute, and told when to come again', async () => {
    const { secret } = await owner.api.interchange.createKey({
      name: '慢',
      scopes: ['exchange:read'],
      perMinute: 2,
    });
    const ask = () => test.fetch('/api/needs', { headers: { authorization: `Bearer ${secret}` } });
    test.clock.set('2026-11-23T03:00:15Z');
    expect([(await ask()).status, (await ask()).status]).toEqual([200, 200]);
    const third = await ask();
    expect(third.status).toBe(429);
    expect(third.headers.get('retry-after')).toBe('45');
    test.clock.set('2026-11-23T03:01:00Z');
    expect((await ask()).status).toBe(200);
  });

  it('that has ended, or never was, opens nothing', async () => {
    const { id, secret } = await owner.api.interchange.createKey({
      name: '短',
      scopes: ['exchange:read'],
      expiresAt: '2026-11-24T00:00:00Z',
    });
    expect(await codeOf(holder.api.interchange.revokeKey({ id }))).toBe('policy.not_yours');
    test.clock.set('2026-11-24T00:00:00Z');
    const ask = (key: string) =>
      test.fetch('/api/needs', { headers: { authorization: `Bearer ${key}` } });
    const ended = await ask(secret);
    expect([ended.status, ((await ended.json()) as { message: string }).message]).toEqual([
      401,
      '这个密钥已经到期，请换一个新的。',
    ]);
    expect((await ask('rtk_nobody')).status).toBe(401);
    const lasting = await owner.api.interchange.createKey({
      name: '长',
      scopes: ['exchange:read'],
    });
    await owner.api.interchange.revokeKey({ id: lasting.id });
    expect((await ask(lasting.secret)).status).toBe(401);
  });
});

describe('own dates in a calendar', () => {
  it('are at a private address that can be changed and ended', async () => {
    const need = await givenPublishedNeed(owner, operator);
    const achievement = await givenPublishedAchievement(holder);
    await test.settle();
    const docking = await broker.api.dockings.proposeDocking({
      needId: need.id,
      offerKind: 'achievement',
      offerId: achievement.id,
    });
    const { address } = await holder.api.interchange.renewCalendar();
    const read = async (at: string) => {
      const answer = await test.fetch(new URL(at).pathname);
      return { status: answer.status, text: await answer.text() };
    };
    const { text } = await read(address);
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
    expect(text).toContain(`UID:due-${docking.id}@rongtong.test`);
    expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    // Of somebody else's cases it says nothing.
    const stranger = await givenEnterprise(test);
    const other = await stranger.api.interchange.renewCalendar();
    expect((await read(other.address)).text).not.toContain('VEVENT');
    const renewed = await holder.api.interchange.renewCalendar();
    expect((await read(address)).status).toBe(404);
    expect((await read(renewed.address)).status).toBe(200);
    await holder.api.interchange.revokeCalendar();
    expect((await read(renewed.address)).status).toBe(404);
  });
});

describe('own data', () => {
  it('come as a whole, and nothing of others comes with them', async () => {
    const person = await givenAccount(test, '桑以宁');
    expect((await test.fetch('/api/my/data.json')).status).toBe(401);
    const get = async (who: Person) => {
      const answer = await test.fetch('/api/my/data.json', { headers: { cookie: who.cookie } });
      expect(answer.headers.get('content-disposition')).toContain('attachment');
      return (await answer.json()) as Record<string, Record<string, unknown>[]>;
    };
    const empty = await get(person);
    expect(empty['account']).toMatchObject([{ email: person.email }]);
    expect(empty['needs']).toEqual([]);
    await givenPublishedNeed(owner, operator);
    await owner.api.interchange.createKey({ name: '看板', scopes: ['exchange:read'] });
    const data = await get(owner);
    expect(data['memberships']).toMatchObject([{ organisationId: owner.organisationId }]);
    expect(data['needs']!.map(({ title }) => title)).toContain(heatNeed.title);
    expect(data['actions']!.map(({ action }) => action)).toContain('need.submit');
    expect(data['apiKeys']!.length).toBeGreaterThan(0);
    // A table that names accounts is either in it, or named here with the reason.
    const elsewhere = new Set([
      'credentials', // secrets
      'calendar_addresses', // a hash and a day
      'notification_languages', // shown with the choices
      'import_mappings', // which column was what
      'digests', // counts of what the notices say
      'setting_changes',
      'clock_pauses',
    ]);
    const { rows: tables } = await test.platform.pool.query<{ name: string }>(
      `select distinct table_name as name from information_schema.columns
       where table_schema = 'public' and column_name in ('user_id', 'recorded_by', 'uploaded_by')`,
    );
    const sources = [
      'identity',
      'directory',
      'exchange',
      'dockings',
      'matching',
      'notifications',
      'teams',
      'interchange',
    ]
      .map((name) => fs.readFileSync(`src/modules/${name}/server/personal-data.ts`, 'utf8'))
      .join('\n');
    const forgotten = tables
      .map(({ name }) => name)
      .filter((name) => !elsewhere.has(name) && !new RegExp(`\\b${name}\\b`).test(sources));
    expect(forgotten).toEqual([]);
    const text = JSON.stringify(data);
    expect(text).not.toContain(holder.email);
    expect(text).not.toMatch(/keyHash|password|token/i);
  });
});
