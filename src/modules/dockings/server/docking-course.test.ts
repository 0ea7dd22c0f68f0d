import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  cases,
  reason,
  signed,
  upload,
  givenCaseWorld,
  type CaseWorld,
} from '../../../../tests/support/dockings.ts';
import { givenPublishedAchievement, givenPublishedNeed } from '../../../../tests/support/people.ts';

const MONDAY = '2026-11-23T02:00:00Z';
let test: TestApp;
let asker: CaseWorld['asker'];
let holder: CaseWorld['holder'];
let expert: CaseWorld['expert'];
let broker: CaseWorld['broker'];
let operator: CaseWorld['operator'];
let givenPair: CaseWorld['givenPair'];
let propose: CaseWorld['propose'];
let givenContract: CaseWorld['givenContract'];

beforeAll(async () => {
  test = await startTestApp({ at: MONDAY });
  ({ asker, holder, expert, broker, operator, givenPair, propose, givenContract } =
    await givenCaseWorld(test));
});
afterEach(() => test.clock.set(MONDAY));
afterAll(() => test.close());

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
