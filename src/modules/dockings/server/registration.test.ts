import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  cases,
  givenCaseWorld,
  reason,
  upload,
  type Case,
  type CaseWorld,
} from '../../../../tests/support/dockings.ts';
import type { Person } from '../../../../tests/support/people.ts';

const MONDAY = '2026-11-23T02:00:00Z';
let test: TestApp;
let world: CaseWorld;

beforeAll(async () => {
  test = await startTestApp({ at: MONDAY });
  world = await givenCaseWorld(test);
});
afterEach(() => test.clock.set(MONDAY));
afterAll(() => test.close());

const step = ({ id, version }: Case) => ({ id, version });
const open = (docking: Case) =>
  docking.registration!.items.filter(({ standing }) => standing !== 'met').map(({ code }) => code);
const fetchAs = (person: Person, path: string) =>
  test.fetch(`/api/dockings/${path}`, { headers: { cookie: person.cookie } });

/** The form with everything that the venue asks of a service contract. */
function filled(docking: Case) {
  const { form, conditions } = docking.registration!;
  return {
    ...form,
    projectName: '主轴热误差补偿',
    rights: ['patent' as const],
    field: 'manufacturing' as const,
    objective: 'industry' as const,
    payment: 'parts' as const,
    conditions: conditions.map(({ code }) => code),
    deductions: [{ what: '测温传感器', amountFen: 7_000_000 }],
    periodFrom: '2026-11-23',
    periodUntil: '2027-11-22',
  };
}

describe('the papers for the registration of a contract', () => {
  it('say what is missing, and are one archive for the venue once nothing is', async () => {
    const signed = await world.givenContract();
    const { registration } = signed;
    // What the platform knows is filled in already.
    expect(registration!.form.buyer).toMatchObject({
      name: '凌峰精密机械',
      country: 'CHN',
      regionCode: '500118',
      nature: 'enterprise',
    });
    expect(open(signed)).toContain('technology_amount');
    const early = await fetchAs(world.broker, `${signed.id}/registration-package`);
    expect(early.status).toBe(422);
    expect(JSON.stringify(await early.json())).toContain('技术领域');

    const ready = await cases(world.broker).prepareRegistration({
      ...step(signed),
      ...filled(signed),
    });
    expect(open(ready)).toEqual([]);
    expect(ready.contract).toMatchObject({ technologyAmountFen: 41_000_000 });
    const answer = await fetchAs(world.holder, `${signed.id}/registration-package`);
    expect(answer.headers.get('content-type')).toContain('application/zip');
    const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
    const folder = `${signed.number} 技术合同登记材料`;
    expect(Object.keys(files).sort()).toEqual(
      [`${folder}/合同文本/合同.pdf`, `${folder}/登记数据.json`, `${folder}/登记表.pdf`].sort(),
    );
    const data = JSON.parse(new TextDecoder().decode(files[`${folder}/登记数据.json`]));
    expect(data).toMatchObject({
      projectName: '主轴热误差补偿',
      technologyAmountFen: 41_000_000,
      // The venue gives it; nothing here does.
      registrationNumber: null,
    });
    const sheet = Buffer.from(files[`${folder}/登记表.pdf`]!);
    expect(sheet.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await fetchAs(world.stranger, `${signed.id}/registration-package`)).status).toBe(403);
  });

  it('never say more money than the contract, nor a place that does not exist', async () => {
    const signed = await world.givenContract();
    const prepare = (change: object) =>
      cases(world.broker).prepareRegistration({ ...step(signed), ...filled(signed), ...change });
    const all = [{ what: '整机', amountFen: 48_000_001 }];
    await expect(prepare({ deductions: all })).rejects.toMatchObject(
      reason('docking.technology_amount', 400),
    );
    const nowhere = { ...filled(signed).buyer, regionCode: '999999' };
    await expect(prepare({ buyer: nowhere })).rejects.toMatchObject(
      reason('docking.unknown_region', 400),
    );
    await expect(prepare({ periodUntil: '2026-11-01' })).rejects.toMatchObject(
      reason('docking.period_ends_first', 400),
    );
  });

  it('end with the number as the registry gave it, with its day and certificate', async () => {
    const signed = await world.givenContract();
    const registered = {
      registrationNumber: '2026500118000017',
      registeredOn: '2026-11-23',
      fileId: await upload(world.holder, '认定登记证明.pdf'),
    };
    await expect(
      cases(world.holder).recordRegistration({
        ...step(signed),
        ...registered,
        registrationNumber: '12',
      }),
    ).rejects.toMatchObject({ status: 400 });
    await expect(
      cases(world.holder).recordRegistration({
        ...step(signed),
        ...registered,
        registeredOn: '2026-12-01',
      }),
    ).rejects.toMatchObject(reason('docking.registered_in_future', 400));
    const done = await cases(world.holder).recordRegistration({ ...step(signed), ...registered });
    expect(done).toMatchObject({
      contract: { registrationNumber: '2026500118000017' },
      registration: { registeredOn: '2026-11-23', certificate: { name: '认定登记证明.pdf' } },
    });
  });
});

describe('ratings', () => {
  const good = { reply: 5, promise: 4, again: 5, words: '说到做到，现场响应快。' };

  async function givenCompleted(): Promise<Case> {
    const begun = await world.givenDelivery();
    return cases(world.asker).completeDocking({ ...step(begun), words: '全部达标。' });
  }

  it('are read when both sides gave theirs, and not before', async () => {
    const begun = await world.givenDelivery();
    await expect(cases(world.asker).rate({ id: begun.id, ...good })).rejects.toMatchObject(
      reason('docking.rate_later'),
    );
    const { id } = await cases(world.asker).completeDocking({
      ...step(begun),
      words: '全部达标。',
    });
    const first = await cases(world.asker).rate({ id, ...good });
    expect(first.ratings).toMatchObject({ count: 1, open: false, given: [{ side: 'asker' }] });
    expect((await cases(world.holder).getDocking({ id })).ratings.given).toEqual([]);
    await expect(cases(world.asker).rate({ id, ...good })).rejects.toMatchObject(
      reason('docking.rated'),
    );
    const both = await cases(world.holder).rate({ id, ...good, reply: 3 });
    expect(both.ratings.given.map(({ side, reply }) => [side, reply])).toEqual([
      ['asker', 5],
      ['responder', 3],
    ]);
  });

  it('are read after fourteen days, when nobody can answer them any more', async () => {
    const { id } = await givenCompleted();
    await cases(world.asker).rate({ id, ...good });
    test.clock.set('2026-12-07T02:00:00Z');
    const late = await cases(world.holder).getDocking({ id });
    expect(late.ratings).toMatchObject({ open: true, given: [{ words: good.words }] });
    await expect(cases(world.holder).rate({ id, ...good })).rejects.toMatchObject(
      reason('docking.rate_over'),
    );
  });

  it('are shown of an organisation from three on, as means', async () => {
    const shown = () =>
      test.api().dockings.getOrganisationRatings({ id: world.holder.organisationId });
    // Of those above one was opened by both sides; the other opens only in December.
    expect(await shown()).toEqual({ count: 0, fewest: 3, means: null });
    for (const again of [4, 3]) {
      const { id } = await givenCompleted();
      await cases(world.asker).rate({ id, ...good, again });
      await cases(world.holder).rate({ id, ...good });
    }
    expect(await shown()).toEqual({
      count: 3,
      fewest: 3,
      means: { reply: 5, promise: 4, again: 4 },
    });
  });
});

it('a case is printed whole for its sides, and for nobody else', async () => {
  const { id, number } = await world.givenContract();
  const answer = await fetchAs(world.asker, `${id}/pdf`);
  expect(answer.headers.get('content-type')).toContain('application/pdf');
  expect(decodeURIComponent(answer.headers.get('content-disposition') ?? '')).toContain(number);
  expect(
    Buffer.from(await answer.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
  expect((await fetchAs(world.stranger, `${id}/pdf`)).status).toBe(403);
});
