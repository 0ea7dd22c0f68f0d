import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenExpert,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  type Enterprise,
  type Expert,
  type Person,
} from '../../../../tests/support/people.ts';
import { toldSoFar, type Told } from '../../../../tests/support/notices.ts';
import { checkDue } from './check-due.job.ts';

const MONDAY = '2026-11-23T02:00:00Z';
let test: TestApp;
let asker: Enterprise;
let holder: Enterprise;
let expert: Expert;
let broker: Person;
let otherBroker: Person;
let operator: Person;
let stranger: Enterprise;

beforeAll(async () => {
  test = await startTestApp({ at: MONDAY });
  asker = await givenEnterprise(test, { name: '凌峰精密机械', person: '陈望川' });
  holder = await givenEnterprise(test, { name: '渝西热控技术', person: '卓竹筠' });
  stranger = await givenEnterprise(test, { name: '翠屏纸品' });
  expert = await givenExpert(test);
  broker = await givenRole(test, 'broker', '罗予安');
  otherBroker = await givenRole(test, 'broker', '何见深');
  operator = await givenRole(test, 'operator', '许知勤');
});
afterEach(() => test.clock.set(MONDAY));
afterAll(() => test.close());

const cases = (person: Person) => person.api.dockings;
const reason = (code: string, status = 422) => ({ status, data: { reasons: [{ code }] } });

/** A need and an achievement of their own, so that no story meets another. */
async function givenPair() {
  const need = await givenPublishedNeed(asker, operator);
  const offer = await givenPublishedAchievement(holder);
  return { needId: need.id, offerKind: 'achievement' as const, offerId: offer.id };
}
const propose = async (by: Person, pair?: Awaited<ReturnType<typeof givenPair>>) =>
  cases(by).proposeDocking(pair ?? (await givenPair()));

async function upload(by: Person, name = '合同.pdf'): Promise<string> {
  const content = new Blob(['%PDF-1.7 ', name], { type: 'application/pdf' });
  const { id } = await by.api.files.uploadFile({ file: new File([content], name) });
  return id;
}

const signed = {
  type: 'service' as const,
  amountFen: 48_000_000,
  technologyAmountFen: 41_000_000,
  signedOn: '2026-11-23',
};

/** A case brought as far as the contract by a broker. */
async function givenContract() {
  const { id } = await propose(broker);
  await cases(holder).acceptDocking({ id, version: 1 });
  await cases(broker).recordContact({ id, version: 2, channel: 'phone', words: '双方都愿意谈。' });
  await cases(broker).recordMeeting({
    id,
    version: 3,
    heldOn: '2026-11-23',
    place: '凌峰精密二车间',
    people: 5,
    words: '现场测得冷热机差 34 μm。',
  });
  await cases(asker).startNegotiation({ id, version: 4 });
  const fileId = await upload(broker);
  return cases(broker).recordContract({ id, version: 5, ...signed, fileId });
}

describe('a case that goes well', () => {
  it('passes every stage to its end, each step by the one whose turn it is, and answers the need', async () => {
    const proposed = await propose(asker);
    const { id } = proposed;
    expect(proposed).toMatchObject({
      number: expect.stringMatching(/^RT-2026-\d{4}$/),
      status: 'proposed',
      side: 'asker',
      turn: 'responder',
      waitingFor: '渝西热控技术',
      myTurn: false,
      brokerName: null,
    });
    // Three working days from Monday the 23rd.
    expect(proposed.due?.at).toBe('2026-11-26T10:00:00.000Z');

    const accepted = await cases(holder).acceptDocking({ id, version: 1, words: '可以试装。' });
    expect(accepted).toMatchObject({ status: 'accepted', waitingFor: '运营员' });

    const taken = await cases(broker).takeDocking({ id, version: 2 });
    expect(taken).toMatchObject({ brokerName: '罗予安', myTurn: true, side: 'broker' });

    await cases(broker).recordContact({ id, version: 3, channel: 'phone', words: '都愿意谈。' });
    await cases(broker).recordMeeting({
      id,
      version: 4,
      heldOn: '2026-11-23',
      place: '凌峰精密二车间',
      people: 5,
      words: '换型停机不超过两小时。',
    });
    await cases(asker).startNegotiation({ id, version: 5 });
    const contract = await upload(broker);
    await cases(broker).recordContract({ id, version: 6, ...signed, fileId: contract });
    const delivering = await cases(holder).startDelivery({
      id,
      version: 7,
      deliverBy: '2027-03-31',
    });
    expect(delivering.due?.at).toBe('2027-03-31T10:00:00.000Z');
    await cases(asker).recordPayment({
      id,
      version: 8,
      amountFen: 10_000_000,
      paidOn: '2026-11-23',
      fileId: await upload(asker, '回单.pdf'),
    });
    const done = await cases(asker).completeDocking({ id, version: 9, words: '连测两周合格。' });

    expect(done).toMatchObject({
      status: 'completed',
      turn: null,
      due: null,
      contract: { amountFen: 48_000_000, registrationNumber: null, file: { name: '合同.pdf' } },
      payments: [{ amountFen: 10_000_000, file: { name: '回单.pdf' } }],
    });
    expect(done.stages.every((stage) => stage.state === 'done' && stage.at !== null)).toBe(true);
    expect(done.history.map((entry) => entry.action)).toEqual([
      'complete',
      'payment',
      'startDelivery',
      'recordContract',
      'startNegotiation',
      'recordMeeting',
      'recordContact',
      'take',
      'accept',
      'propose',
    ]);
    expect(done.history.at(-2)).toMatchObject({
      actorName: '卓竹筠',
      actorSide: 'responder',
      words: '可以试装。',
      facts: { workingDaysUsed: 0, workingDaysAllowed: 3 },
    });
    const need = await asker.api.exchange.getNeed({ id: done.needId });
    expect(need).toMatchObject({ status: 'closed', closeReason: 'answered' });
  });

  it('keeps the reasons as they stood when it was proposed', async () => {
    await test.settle();
    const { matchThen } = await propose(asker);
    expect(matchThen?.reasons.length).toBeGreaterThan(0);
  });

  it('asks an expert as a person', async () => {
    const need = await givenPublishedNeed(asker, operator);
    const pair = { needId: need.id, offerKind: 'expert' as const, offerId: expert.expertId };
    const { id, waitingFor } = await cases(asker).proposeDocking(pair);
    expect(waitingFor).toContain('郁承钧');
    const accepted = await cases(expert).acceptDocking({ id, version: 1 });
    expect(accepted.side).toBe('responder');
  });

  it('is counted in the funnel once a pair, by its evidence, on the day it was recorded', async () => {
    const day = { from: '2026-12-24', to: '2026-12-24' };
    const counts = async () => {
      const { stages } = await test.api().dockings.getFunnel(day);
      return Object.fromEntries(stages.map(({ stage, count }) => [stage, count]));
    };
    test.clock.set('2026-12-24T02:00:00Z');
    const before = await counts();
    const { id, version } = await givenContract();
    for (const [index, amountFen] of [1_000_000, 2_000_000].entries()) {
      await cases(broker).recordPayment({
        id,
        version: version + index,
        amountFen,
        paidOn: '2026-12-24',
        fileId: await upload(broker),
      });
    }
    expect(await counts()).toEqual({ ...before, contacted: 1, met: 1, contracted: 1, paid: 1 });
  });
});

describe('a case that does not go well', () => {
  it('ends with a reason and a sentence, and the need looks for others again', async () => {
    const { id, needId } = await propose(asker);
    const declined = await cases(holder).declineDocking({
      id,
      version: 1,
      reasonCode: 'capacity',
      words: '团队排满到明年六月。',
    });
    expect(declined).toMatchObject({ status: 'declined', turn: null });
    expect(declined.history[0]).toMatchObject({
      reasonCode: 'capacity',
      words: '团队排满到明年六月。',
    });
    const need = await asker.api.exchange.getNeed({ id: needId });
    expect(need.status).toBe('published');
  });

  it('is not closed without a sentence', async () => {
    const { id } = await propose(asker);
    await expect(
      cases(asker).endDocking({ id, version: 1, reasonCode: 'other', words: ' ' }),
    ).rejects.toMatchObject({ status: 400 });
  });

  it('takes a no as a no: only somebody in between may ask the same one again', async () => {
    const pair = await givenPair();
    const { id, number } = await propose(asker, pair);
    await cases(holder).declineDocking({
      id,
      version: 1,
      reasonCode: 'terms',
      words: '预算差得太多。',
    });
    await expect(propose(asker, pair)).rejects.toMatchObject({
      data: { reasons: [{ message: expect.stringContaining(number) }] },
    });
    await expect(propose(broker, pair)).resolves.toMatchObject({ brokerName: '罗予安' });
  });

  it('is open once for the same two', async () => {
    const pair = await givenPair();
    const { number } = await propose(asker, pair);
    await expect(propose(broker, pair)).rejects.toMatchObject({
      status: 422,
      data: {
        reasons: [
          { code: 'docking.already_open', message: expect.stringContaining(number) as string },
        ],
      },
    });
  });

  it('does not begin between an organisation and itself, or with what is not open', async () => {
    const need = await givenPublishedNeed(asker, operator);
    const own = await givenPublishedAchievement(asker);
    const pair = { needId: need.id, offerKind: 'achievement' as const, offerId: own.id };
    await expect(propose(broker, pair)).rejects.toMatchObject(reason('docking.same_organisation'));

    const other = await givenPair();
    const { version } = await holder.api.exchange.getAchievement({ id: other.offerId });
    await holder.api.exchange.withdrawAchievement({
      id: other.offerId,
      version,
      words: '已经独家许可。',
    });
    await expect(propose(broker, other)).rejects.toMatchObject(reason('docking.offer_not_open'));
  });
});

describe('two people at once', () => {
  it('lets the first act and tells the second that the case has changed', async () => {
    const { id } = await propose(broker);
    await cases(holder).acceptDocking({ id, version: 1 });
    await cases(broker).recordContact({ id, version: 2, channel: 'visit', words: '上门谈过。' });
    await expect(
      cases(asker).endDocking({ id, version: 2, reasonCode: 'budget', words: '预算没有批下来。' }),
    ).rejects.toMatchObject(reason('platform.stale', 409));
  });

  it('opens one case when the same pair is proposed twice in one moment', async () => {
    const pair = await givenPair();
    const results = await Promise.allSettled([propose(asker, pair), propose(broker, pair)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('answers a repeated request with the case that it opened', async () => {
    const pair = await givenPair();
    const again = test.api(asker.cookie, { 'idempotency-key': `key-${pair.needId}` });
    const first = await again.dockings.proposeDocking(pair);
    const second = await again.dockings.proposeDocking(pair);
    expect(second.id).toBe(first.id);
  });
});

describe('time', () => {
  const friday = '2026-11-27T10:00:01Z';

  it('hands an overdue case to the operators once, and leaves the form of the late one usable', async () => {
    const { id, number } = await propose(broker);
    test.clock.set(friday);
    expect(await checkDue(test.platform)).toBeGreaterThan(0);
    expect(await checkDue(test.platform)).toBe(0);

    const late = await cases(operator).getDocking({ id });
    expect(late).toMatchObject({ escalated: true, myTurn: false, due: { standing: 'overdue' } });
    expect(late.history[0]).toMatchObject({ action: 'overdue', actorSide: 'system' });
    for (const scope of ['overdue', 'mine-to-do'] as const) {
      const { items } = await cases(operator).listDockings({ scope, pageSize: 100 });
      expect(items.map((item) => item.number)).toContain(number);
    }

    const accepted = await cases(holder).acceptDocking({ id, version: 1 });
    expect(accepted).toMatchObject({ escalated: false, due: { standing: 'left' } });
  });

  it('lets the others remind once a working day, and the one whose turn it is not at all', async () => {
    const { id } = await propose(asker);
    await cases(asker).remind({ id });
    await expect(cases(asker).remind({ id })).rejects.toMatchObject(
      reason('docking.reminded_today'),
    );
    await expect(cases(holder).remind({ id })).rejects.toMatchObject(reason('docking.your_turn'));
    test.clock.set('2026-11-24T02:00:00Z');
    await expect(cases(asker).remind({ id })).resolves.toMatchObject({ id });
  });

  it('lets the sides write to each other until thirty days after the end', async () => {
    const { id } = await propose(asker);
    await cases(asker).endDocking({ id, version: 1, reasonCode: 'budget', words: '今年不做了。' });
    const written = await cases(holder).postMessage({ id, words: '明年再联系。' });
    expect(written.history[0]).toMatchObject({ action: 'message', words: '明年再联系。' });
    test.clock.set('2026-12-23T02:00:00Z');
    await expect(cases(holder).postMessage({ id, words: '在吗？' })).rejects.toMatchObject(
      reason('docking.ended_long_ago'),
    );
  });
});

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

describe('what each finds in the list', () => {
  it('shows a free case to brokers to take, to operators as theirs to place, and to no stranger', async () => {
    const { id } = await propose(asker);
    await cases(holder).acceptDocking({ id, version: 1 });
    const has = async (person: Person, scope: 'open' | 'mine-to-do' | 'free') => {
      const { items, total, counts } = await cases(person).listDockings({ scope, pageSize: 100 });
      const key = scope === 'mine-to-do' ? 'mineToDo' : scope;
      expect(counts[key]).toBe(total);
      return items.some((item) => item.id === id);
    };
    expect(await has(otherBroker, 'free')).toBe(true);
    expect(await has(otherBroker, 'open')).toBe(false);
    expect(await has(operator, 'mine-to-do')).toBe(true);
    expect(await has(stranger, 'open')).toBe(false);
    expect(await has(asker, 'open')).toBe(true);

    await cases(otherBroker).takeDocking({ id, version: 2 });
    expect(await has(otherBroker, 'mine-to-do')).toBe(true);
    expect(await has(operator, 'mine-to-do')).toBe(false);
    await expect(cases(broker).getDocking({ id })).rejects.toMatchObject({ status: 403 });
    await expect(cases(broker).takeDocking({ id, version: 3 })).rejects.toMatchObject(
      reason('docking.has_broker', 403),
    );
  });

  it('puts the most urgent first', async () => {
    const { items } = await cases(operator).listDockings({ scope: 'open', pageSize: 100 });
    const due = items.map((item) => item.due?.at ?? '9');
    expect(due).toEqual([...due].sort());
  });

  it('says for each action whether it is allowed and, if not, why', async () => {
    const { id } = await propose(asker);
    const { actions } = await cases(holder).getDocking({ id });
    const offer = (action: string) => actions.find((each) => each.action === action);
    expect(offer('accept')).toEqual({ action: 'accept', allowed: true, reasons: [] });
    expect(offer('recordContract')?.reasons.map(({ message }) => message)).toEqual([
      '您的角色不能做这件事。',
      '进入洽谈、双方签字以后，才能登记合同。',
    ]);
  });
});

describe('notices', () => {
  const toldAbout = async (number: string): Promise<Told[]> =>
    (await toldSoFar(test)).filter(({ subject }) => subject.includes(number));

  it('go to the one whose turn it is, with a link, and never carry the words of the sides', async () => {
    const pair = await givenPair();
    const { id, number } = await cases(asker).proposeDocking({ ...pair, message: '只给您看的话' });
    const [mail, ...more] = await toldAbout(number);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: holder.email, mail: 'at_once', path: `/cases/${id}` });
    expect(mail!.text).toContain('现在轮到您答复是否接受，请在 11月26日周四 18:00 前办理。');
    expect(mail!.text).not.toContain('只给您看的话');
  });

  it('tell the other side of a no, and the operators of what is overdue', async () => {
    const { id, number } = await propose(asker);
    await cases(holder).declineDocking({
      id,
      version: 1,
      reasonCode: 'not_my_field',
      words: '不是我们的方向。',
    });
    const toAsker = (await toldAbout(number)).filter(({ to }) => to === asker.email);
    expect(toAsker.map(({ subject }) => subject)).toEqual([`${number} 对接被谢绝`]);

    const late = await propose(asker);
    test.clock.set('2026-11-27T10:00:01Z');
    await checkDue(test.platform);
    const mails = await toldAbout(late.number);
    expect(mails.map(({ to }) => to)).toEqual([holder.email, operator.email]);
  });
});
