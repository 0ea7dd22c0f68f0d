import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  cases,
  reason,
  upload,
  givenCaseWorld,
  type CaseWorld,
} from '../../../../tests/support/dockings.ts';

const MONDAY = '2026-11-23T02:00:00Z';
let test: TestApp;
let asker: CaseWorld['asker'];
let holder: CaseWorld['holder'];
let stranger: CaseWorld['stranger'];
let broker: CaseWorld['broker'];
let propose: CaseWorld['propose'];
let givenContract: CaseWorld['givenContract'];

beforeAll(async () => {
  test = await startTestApp({ at: MONDAY });
  ({ asker, holder, stranger, broker, propose, givenContract } = await givenCaseWorld(test));
});
afterAll(() => test.close());

describe('evidence', () => {
  it('is read by the sides of the case and by nobody else', async () => {
    const { id, contract } = await givenContract();
    const fileId = contract!.file.id;
    const file = await test.fetch(`/api/dockings/${id}/files/${fileId}`, {
      headers: { cookie: holder.cookie },
    });
    expect(file.headers.get('content-type')).toContain('application/pdf');
    expect(await file.text()).toContain('%PDF');
    const refused = await test.fetch(`/api/dockings/${id}/files/${fileId}`, {
      headers: { cookie: stranger.cookie },
    });
    expect(refused.status).toBe(403);
    const elsewhere = await propose(broker);
    await expect(cases(broker).downloadFile({ id: elsewhere.id, fileId })).rejects.toMatchObject({
      status: 404,
    });
  });

  it('must be one’s own upload, used once', async () => {
    const { id, version, contract } = await givenContract();
    const payment = { id, version, amountFen: 100, paidOn: '2026-11-23' };
    const foreign = await upload(asker);
    await expect(
      cases(broker).recordPayment({ ...payment, fileId: foreign }),
    ).rejects.toMatchObject(reason('files.not_found', 400));
    await expect(
      cases(broker).recordPayment({ ...payment, fileId: contract!.file.id }),
    ).rejects.toMatchObject(reason('files.not_found', 400));
  });

  it('cannot say more than is true: no future days, no more money than the contract', async () => {
    const { id, version } = await givenContract();
    const fileId = await upload(broker);
    const payment = { id, version, amountFen: 48_000_000, paidOn: '2026-11-23', fileId };
    await expect(
      cases(broker).recordPayment({ ...payment, paidOn: '2026-11-24' }),
    ).rejects.toMatchObject(reason('docking.paid_in_future', 400));
    await expect(
      cases(broker).recordPayment({ ...payment, amountFen: 48_000_001 }),
    ).rejects.toMatchObject(reason('docking.paid_too_much', 400));
    await expect(cases(broker).recordPayment(payment)).resolves.toMatchObject({
      payments: [{ amountFen: 48_000_000 }],
    });
  });

  it('stays: the history can be neither changed nor shortened', async () => {
    await propose(asker);
    const { db } = test.platform;
    await expect(sql`update docking_entries set words = 'x'`.execute(db)).rejects.toThrow(
      'append-only',
    );
    await expect(sql`delete from docking_entries`.execute(db)).rejects.toThrow('append-only');
  });
});
