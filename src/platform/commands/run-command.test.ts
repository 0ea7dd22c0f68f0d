import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../tests/support/app.ts';
import { givenEnterprise, heatNeed, type Enterprise } from '../../../tests/support/people.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { advanceSubscriber, readOutbox } from '../outbox/outbox.ts';

let test: TestApp;
let owner: Enterprise;
beforeAll(async () => {
  test = await startTestApp();
  owner = await givenEnterprise(test);
});
afterAll(() => test.close());

const words = () => ({
  organisationId: owner.organisationId,
  regionCode: '500118',
  ...heatNeed,
});
const count = async () => (await owner.api.exchange.listMyNeeds({})).total;

describe('a command sent twice with one Idempotency-Key', () => {
  it('answers the same and changes nothing the second time', async () => {
    const api = test.api(owner.cookie, { 'idempotency-key': randomUUID() });
    const before = await count();
    const first = await api.exchange.draftNeed(words());
    const second = await api.exchange.draftNeed(words());
    expect(second.id).toBe(first.id);
    expect(await count()).toBe(before + 1);
  });

  it('does so even when both arrive at once', async () => {
    const api = test.api(owner.cookie, { 'idempotency-key': randomUUID() });
    const before = await count();
    const answers = await Promise.all([1, 2, 3].map(() => api.exchange.draftNeed(words())));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await count()).toBe(before + 1);
  });

  it('is refused when the second one says something else', async () => {
    const api = test.api(owner.cookie, { 'idempotency-key': randomUUID() });
    await api.exchange.draftNeed(words());
    await expect(api.exchange.draftNeed({ ...words(), title: '另一条难题' })).rejects.toMatchObject(
      { status: 409, message: expect.stringContaining('幂等键') },
    );
  });

  it('may be tried again after a refusal, which leaves nothing behind', async () => {
    const api = test.api(owner.cookie, { 'idempotency-key': randomUUID() });
    const before = await count();
    await expect(
      api.exchange.draftNeed({ ...words(), regionCode: '999999' }),
    ).rejects.toMatchObject({ status: 400 });
    expect(await count()).toBe(before);
    await api.exchange.draftNeed(words());
    expect(await count()).toBe(before + 1);
  });

  it('does not give one person the answer of another', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const other = await givenEnterprise(test);
    const mine = await test.api(owner.cookie, key).exchange.draftNeed(words());
    const theirs = await test
      .api(other.cookie, key)
      .exchange.draftNeed({ ...words(), organisationId: other.organisationId });
    expect(theirs.id).not.toBe(mine.id);
  });
});

describe('the audit', () => {
  it('has a line for every change, with who, what and when, and no free text', async () => {
    const need = await owner.api.exchange.draftNeed(words());
    const { rows } = await sql<{ actorId: string; action: string; data: unknown; at: Date }>`
      select actor_id, action, data, at from audit_entries
      where subject_id = ${need.id} order by seq`.execute(test.platform.db);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      actorId: owner.userId,
      action: 'need.draft',
      at: test.clock.now(),
    });
    expect(JSON.stringify(rows[0]!.data)).not.toContain(heatNeed.title);
  });

  it('cannot be changed or shortened by the application', async () => {
    const { db } = test.platform;
    await expect(sql`update audit_entries set action = 'x'`.execute(db)).rejects.toThrow(
      'append-only',
    );
    await expect(sql`delete from audit_entries`.execute(db)).rejects.toThrow('append-only');
    await expect(sql`truncate audit_entries`.execute(db)).rejects.toThrow('append-only');
  });

  it('shows when somebody with the whole database changed or removed an entry', async () => {
    const { db } = test.platform;
    for (let i = 0; i < 3; i += 1) await owner.api.exchange.draftNeed(words());
    expect(await verifyAudit(db)).toMatchObject({ intact: true });
    const tamper = async (change: string) => {
      await sql`alter table audit_entries disable trigger audit_entries_append_only`.execute(db);
      await sql.raw(change).execute(db);
      await sql`alter table audit_entries enable trigger audit_entries_append_only`.execute(db);
      return verifyAudit(db);
    };
    const changed = await tamper(
      `update audit_entries set actor_id = actor_id || 'x' where seq = 2`,
    );
    expect(changed).toMatchObject({ intact: false, brokenAt: 2, problem: 'hash' });
    await tamper(`update audit_entries set actor_id = rtrim(actor_id, 'x') where seq = 2`);
    const { rows } = await sql<{ seq: number }>`select max(seq) as seq from audit_entries`.execute(
      db,
    );
    const cut = await tamper(`delete from audit_entries where seq = ${rows[0]!.seq}`);
    expect(cut).toMatchObject({ intact: false, problem: 'head' });
    const gap = await tamper('delete from audit_entries where seq = 2');
    expect(gap).toMatchObject({ intact: false, brokenAt: 2, problem: 'gap' });
  });
});

describe('the outbox', () => {
  it('numbers events without a gap in the order in which they were committed', async () => {
    await Promise.all(Array.from({ length: 12 }, () => owner.api.exchange.draftNeed(words())));
    const events = await readOutbox(test.platform.db, 0, 10_000);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
  });

  it('brings every event to a subscriber once, though several read and one fails', async () => {
    const { db } = test.platform;
    await owner.api.exchange.draftNeed(words());
    const seen: number[] = [];
    let failing = true;
    const subscriber = {
      name: 'test.once',
      types: ['need.drafted'],
      async handle(_tx: unknown, event: { seq: number }) {
        if (failing && seen.length === 0) {
          failing = false;
          throw new Error('away for a moment');
        }
        seen.push(event.seq);
      },
    };
    await expect(advanceSubscriber(db, subscriber)).rejects.toThrow('away for a moment');
    const readers = Array.from({ length: 3 }, async () => {
      while ((await advanceSubscriber(db, subscriber, 5)) > 0);
    });
    await Promise.all(readers);
    const events = await readOutbox(db, 0, 10_000);
    const wanted = events.filter(({ type }) => type === 'need.drafted').map(({ seq }) => seq);
    expect(seen.sort((a, b) => a - b)).toEqual(wanted);
  });
});
