import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startTestApp, type Api, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';

let test: TestApp;
let owner: Enterprise;
let holder: Enterprise;
let operator: Person;
let broker: Person;
let needId: string;
let offerId: string;
let firstAskId: string;
const version = 1;

beforeAll(async () => {
  test = await startTestApp();
  owner = await givenEnterprise(test);
  holder = await givenEnterprise(test);
  operator = await givenRole(test, 'operator');
  broker = await givenRole(test, 'broker');
  offerId = (await givenPublishedAchievement(holder)).id;
  needId = (await givenPublishedNeed(owner, operator)).id;
  await test.settle();
  firstAskId = (await candidateOf(owner.api)).askId;
});
afterAll(() => test.close());

async function candidateOf(api: Api) {
  const answer = await api.matching.matchNeed({ id: needId });
  const match = answer.matches.find(({ id }) => id === offerId)!;
  return { askId: answer.askId!, model: answer.model, match };
}

const judge = (
  api: Api,
  verdict: 'useful' | 'not_useful' | 'withdrawn',
  reason: 'too_early' | 'not_my_problem' | 'other' | null = null,
  words = '',
) =>
  // The answer in which it was first seen: what is of no use is not shown again.
  api.matching.judgeMatch({
    id: needId,
    askId: firstAskId,
    kind: 'achievement',
    offerId,
    verdict,
    reason,
    words,
  });

const eventsOf = async (type: string) => {
  const rows = await test.platform.pool.query(
    'select subject_type, data from outbox where type = $1 order by seq',
    [type],
  );
  return rows.rows as { subject_type: string; data: Record<string, unknown> }[];
};

const auditsOf = async (action: string) => {
  const rows = await test.platform.pool.query(
    'select actor_id from audit_entries where action = $1',
    [action],
  );
  return rows.rows as { actor_id: string }[];
};

describe('judging a candidate', () => {
  it('keeps what ranking saw when it was shown, with the model and who said it', async () => {
    const { askId, model, match } = await candidateOf(owner.api);
    const { items } = await owner.api.matching.judgeMatch({
      id: needId,
      askId,
      kind: 'achievement',
      offerId,
      verdict: 'useful',
    });
    expect(items[0]).toMatchObject({
      verdict: 'useful',
      reason: null,
      byRole: 'owner',
      mine: true,
      rank: match.rank,
      model,
    });
    expect(items[0]!.score).toBeCloseTo(match.score, 3);
    expect(Object.keys(items[0]!.features!).sort()).toEqual(Object.keys(match.features).sort());
    expect(items[0]!.features!['text']).toBeCloseTo(match.features['text']!, 3);
    expect((await auditsOf('match.judge')).at(-1)).toEqual({ actor_id: owner.userId });
    expect((await eventsOf('match.judged')).at(-1)).toEqual({
      subject_type: 'ask',
      data: {
        needId,
        offerKind: 'achievement',
        offerId,
        verdict: 'useful',
        reason: null,
        byRole: 'owner',
      },
    });
  });

  it('keeps every change of mind, the words included, and tells others', async () => {
    await judge(broker.api, 'useful');
    await judge(broker.api, 'not_useful', 'too_early', '还要两年');
    await judge(broker.api, 'withdrawn');
    const { items } = await owner.api.matching.listJudgements({ id: needId });
    expect(
      items
        .filter(({ byRole }) => byRole === 'broker')
        .map(({ verdict, reason, words, mine }) => [verdict, reason, words, mine]),
    ).toEqual([
      ['withdrawn', null, null, false],
      ['not_useful', 'too_early', '还要两年', false],
      ['useful', null, null, false],
    ]);
  });

  it('saying the same again adds nothing, nor does taking back what was not said', async () => {
    const before = (await eventsOf('match.judged')).length;
    await judge(operator.api, 'withdrawn');
    await judge(operator.api, 'not_useful', 'not_my_problem');
    await judge(operator.api, 'not_useful', 'not_my_problem');
    expect((await eventsOf('match.judged')).length).toBe(before + 1);
  });

  it('wants a reason for no, and words for another reason', async () => {
    await expect(judge(owner.api, 'not_useful')).rejects.toMatchObject({
      status: 400,
      message: '请选一个不合适的原因。',
    });
    await expect(judge(owner.api, 'not_useful', 'other')).rejects.toMatchObject({ status: 400 });
    const { items } = await judge(owner.api, 'not_useful', 'other', '已经停产');
    expect(items[0]).toMatchObject({ verdict: 'not_useful', reason: 'other', words: '已经停产' });
  });

  it('hides what the owner finds of no use until the owner takes it back', async () => {
    const isShown = async () => {
      await test.settle();
      return (await candidateOf(owner.api)).match !== undefined;
    };
    await judge(owner.api, 'not_useful', 'not_my_problem');
    expect(await isShown()).toBe(false);
    await judge(broker.api, 'useful');
    expect(await isShown()).toBe(false);
    await judge(owner.api, 'withdrawn');
    expect(await isShown()).toBe(true);
    await judge(broker.api, 'not_useful', 'not_my_problem');
    expect(await isShown()).toBe(true);
  });

  it('is only for what was shown of that need, to those who work on it', async () => {
    const { askId } = await candidateOf(owner.api);
    const given = { id: needId, askId, kind: 'achievement', verdict: 'useful' } as const;
    const elsewhere = await owner.api.matching.ask({ text: '主轴热误差补偿' });
    const refused = (api: Api, input: object) =>
      api.matching.judgeMatch({ ...given, offerId, ...input }).then(
        () => 200,
        (error: { status: number }) => error.status,
      );
    expect(await refused(owner.api, { offerId: owner.organisationId })).toBe(404);
    expect(await refused(owner.api, { kind: 'expert' })).toBe(404);
    expect(await refused(owner.api, { askId: elsewhere.askId! })).toBe(404);
    expect(await refused(holder.api, {})).toBe(403);
    expect(await refused(test.api(), {})).toBe(401);
  });

  it('writes what was shown once while nothing changes, and again for another order', async () => {
    const asks = async () => {
      const { rows } = await test.platform.pool.query(
        'select shown is null as same, shown_as from match_asks where need_id = $1 order by at, id',
        [needId],
      );
      return rows as { same: boolean; shown_as: string | null }[];
    };
    await candidateOf(owner.api);
    const before = await asks();
    const { askId } = await candidateOf(owner.api);
    const after = await asks();
    expect(after).toHaveLength(before.length + 1);
    expect(after.at(-1)).toMatchObject({ same: true });
    // What is judged there is found where it was written.
    const { items } = await owner.api.matching.judgeMatch({
      id: needId,
      askId,
      kind: 'achievement',
      offerId,
      verdict: 'useful',
    });
    expect(items[0]).toMatchObject({ verdict: 'useful', rank: 1 });
    const other = await givenPublishedAchievement(holder, { title: '加工中心热误差的在线测量' });
    await test.settle();
    await candidateOf(owner.api);
    expect((await asks()).at(-1)).toMatchObject({ same: false, shown_as: null });
    expect(other.id).not.toBe(offerId);
  });
});

describe('a docking that goes on', () => {
  it('counts as contacted and as contracted, with what was shown before', async () => {
    const { match } = await candidateOf(owner.api);
    const { id } = await broker.api.dockings.proposeDocking({
      needId,
      offerKind: 'achievement',
      offerId,
      message: '请看看',
    });
    await holder.api.dockings.acceptDocking({ id, version });
    const words = '双方都愿意谈。';
    await broker.api.dockings.recordContact({ id, version: 2, channel: 'phone', words });
    await test.settle();
    const { items } = await owner.api.matching.listJudgements({ id: needId });
    expect(items[0]).toMatchObject({
      verdict: 'contacted',
      byRole: 'docking',
      mine: false,
      rank: match.rank,
    });
    expect(items[0]!.features!['text']).toBeCloseTo(match.features['text']!, 3);

    const met = { id, version: 3, heldOn: '2026-11-23', place: '二车间', people: 5, words };
    await broker.api.dockings.recordMeeting(met);
    await owner.api.dockings.startNegotiation({ id, version: 4 });
    const file = new File([new Blob(['%PDF-1.7 合同'])], '合同.pdf', { type: 'application/pdf' });
    await broker.api.dockings.recordContract({
      id,
      version: 5,
      type: 'service',
      amountFen: 48_000_000,
      technologyAmountFen: 41_000_000,
      signedOn: '2026-11-23',
      fileId: (await broker.api.files.uploadFile({ file })).id,
    });
    await test.settle();
    const later = await owner.api.matching.listJudgements({ id: needId });
    expect(later.items.slice(0, 2).map(({ verdict, byRole }) => [verdict, byRole])).toEqual([
      ['contracted', 'docking'],
      ['contacted', 'docking'],
    ]);
  });
});
