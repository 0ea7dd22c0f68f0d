import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenAccount,
  givenRole,
  inventedUscc,
  type Person,
} from '../../../../tests/support/people.ts';
import type { Mail } from '../../../platform/mail/mail.ts';

let test: TestApp;
let admin: Person;
beforeAll(async () => {
  test = await startTestApp();
  admin = await givenRole(test, 'admin', '管理员', null);
});
afterAll(() => test.close());

const origin = 'http://rongtong.test';
const post = (pathname: string, body: unknown, cookie = '') =>
  test.fetch(pathname, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin, cookie },
    body: JSON.stringify(body),
  });

describe('an account', () => {
  it('is opened with e-mail and password, and closed for now by signing out', async () => {
    const opened = await post('/api/auth/sign-up/email', {
      name: '周翠微',
      email: 'zhou@example.com',
      password: 'a long password',
    });
    expect(opened.status).toBe(200);
    const signedIn = await post('/api/auth/sign-in/email', {
      email: 'zhou@example.com',
      password: 'a long password',
    });
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
    const cookies = signedIn.headers.getSetCookie().join();
    expect(cookies).toMatch(/HttpOnly/i);
    expect(cookies).toMatch(/SameSite=Lax/i);
    const me = await test.api(cookie).identity.getMe();
    expect(me).toMatchObject({ signedIn: true, user: { name: '周翠微' }, roles: ['visitor'] });
    await post('/api/auth/sign-out', {}, cookie);
    expect((await test.api(cookie).identity.getMe()).signedIn).toBe(false);
  });

  it('is not opened with a short password or by a wrong one', async () => {
    const short = await post('/api/auth/sign-up/email', {
      name: '某人',
      email: 'short@example.com',
      password: 'short',
    });
    expect(short.status).toBe(400);
    const person = await givenAccount(test);
    const wrong = await post('/api/auth/sign-in/email', {
      email: person.email,
      password: 'not the password',
    });
    expect(wrong.status).toBe(401);
  });
});

describe('mail about an account', () => {
  const email = 'lu@example.com';
  const password = 'a long password';
  const lastMail = async () => {
    const { rows } = await sql<{ data: Mail }>`
      select data from jobs.job where name = 'mail.send' and data->>'to' = ${email}
      order by created_on desc limit 1`.execute(test.platform.db);
    return rows[0]!.data;
  };
  const tokenOf = ({ text }: Mail) => decodeURIComponent(/token=(\S+)/.exec(text)![1]!);
  const signIn = (given: string) => post('/api/auth/sign-in/email', { email, password: given });
  const cookieOf = (response: Response) =>
    response.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
  const isConfirmed = async (cookie: string) =>
    (await test.api(cookie).notifications.getMyChoices({})).emailVerified;

  it('asks whoever signs up to confirm the address, and a link does it', async () => {
    const cookie = cookieOf(
      await post('/api/auth/sign-up/email', { name: '陆知行', email, password }),
    );
    const mail = await lastMail();
    expect(mail.text).toContain('http://rongtong.test/confirm-email?token=');
    expect(await isConfirmed(cookie)).toBe(false);
    const changed = await test.fetch(`/api/auth/verify-email?token=${tokenOf(mail)}x`);
    expect(changed.status).toBe(401);
    const confirmed = await test.fetch(`/api/auth/verify-email?token=${tokenOf(mail)}`);
    expect(confirmed.status).toBe(200);
    expect(await isConfirmed(cookieOf(await signIn(password)))).toBe(true);
  });

  it('brings a link that sets a new password once, and signs out everywhere else', async () => {
    const elsewhere = cookieOf(await signIn(password));
    const headers = { 'content-type': 'application/json', origin, 'accept-language': 'en' };
    const ask = (address: string) =>
      test.fetch('/api/auth/request-password-reset', {
        method: 'POST',
        headers,
        body: JSON.stringify({ email: address }),
      });
    const [known, unknown] = [await ask(email), await ask('nobody@example.com')];
    expect(await known.text()).toBe(await unknown.text());
    const mail = await lastMail();
    expect(mail.subject).toBe('[Rongtong] Reset your password');
    const token = tokenOf(mail);
    const reset = (newPassword: string) => post('/api/auth/reset-password', { token, newPassword });
    expect((await reset('short')).status).toBe(400);
    expect((await reset('another password')).status).toBe(200);
    expect((await reset('a third password')).status).toBe(400);
    expect((await signIn(password)).status).toBe(401);
    const me = await test.api(elsewhere).identity.getMe();
    expect(me.signedIn).toBe(false);
    const log = await test
      .api(cookieOf(await signIn('another password')))
      .notifications.listMyDeliveries({ channel: 'mail' });
    expect(log.items.map(({ title }) => title).toSorted()).toEqual([
      '[Rongtong] Reset your password',
      '【融通】确认您的邮箱',
    ]);
  });
});

describe('a role', () => {
  it('holds from its first day to the end of its last, in China, and not after it was revoked', async () => {
    const person = await givenAccount(test, '沈牧之');
    const grant = await admin.api.identity.grantRole({
      userId: person.userId,
      role: 'broker',
      regionCode: '500118',
      from: '2026-11-24',
      until: '2026-11-26',
    });
    const rolesAt = async (moment: string) => {
      test.clock.set(moment);
      return (await person.api.identity.getMe()).roles;
    };
    expect(await rolesAt('2026-11-23T15:59:00Z')).toEqual(['visitor']);
    expect(await rolesAt('2026-11-23T16:01:00Z')).toEqual(['visitor', 'broker']);
    expect(await rolesAt('2026-11-26T15:59:00Z')).toEqual(['visitor', 'broker']);
    expect(await rolesAt('2026-11-26T16:01:00Z')).toEqual(['visitor']);
    test.clock.set('2026-11-25T02:00:00Z');
    await admin.api.identity.revokeRole({ id: grant.id });
    expect((await person.api.identity.getMe()).roles).toEqual(['visitor']);
    const { items } = await admin.api.identity.listAccounts({ q: person.email });
    expect(items[0]?.grants[0]).toMatchObject({
      role: 'broker',
      revokedAt: '2026-11-25T02:00:00.000Z',
    });
    test.clock.set('2026-11-23T02:00:00Z');
  });

  it('is given only within the region of the administrator', async () => {
    const local = await givenRole(test, 'admin', '区管理员', '500118');
    const person = await givenAccount(test);
    const give = (regionCode: string | null) =>
      local.api.identity.grantRole({
        userId: person.userId,
        role: 'operator',
        regionCode,
        from: '2026-11-23',
        until: null,
      });
    await expect(give('500117')).rejects.toMatchObject({ status: 403 });
    await expect(give(null)).rejects.toMatchObject({ status: 403 });
    await expect(give('500118')).resolves.toMatchObject({ role: 'operator' });
  });
});

describe('an organisation', () => {
  const register = (person: Person, uscc: string) =>
    person.api.directory.registerOrganisation({
      name: '翠屏纸品',
      kind: 'enterprise',
      uscc,
      regionCode: '500118',
    });

  it('is registered once, by a code whose check digit is right, and its first member may act for it', async () => {
    const person = await givenAccount(test);
    const uscc = inventedUscc(777);
    const wrong = `${uscc.slice(0, 17)}${uscc.at(17) === '0' ? '1' : '0'}`;
    await expect(register(person, wrong)).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('校验位'),
    });
    const { id } = await register(person, uscc);
    const me = await person.api.identity.getMe();
    expect(me.organisations).toEqual([{ id, name: '翠屏纸品' }]);
    expect(me.roles).toContain('enterprise');
    await expect(register(await givenAccount(test), uscc)).rejects.toMatchObject({
      status: 409,
      message: expect.stringContaining('翠屏纸品'),
    });
  });
});
