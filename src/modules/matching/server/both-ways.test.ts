import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenAccount,
  givenEnterprise,
  givenExpert,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';

let test: TestApp;
let operator: Person;
let broker: Person;
let asker: Enterprise;
let holder: Enterprise;

beforeAll(async () => {
  test = await startTestApp();
  operator = await givenRole(test, 'operator');
  broker = await givenRole(test, 'broker');
});
afterAll(() => test.close());
beforeEach(async () => {
  asker = await givenEnterprise(test);
  holder = await givenEnterprise(test);
});

const words = {
  title: '压铸件缩松漏气，废品多',
  description:
    '铝合金压铸的泵壳试压时漏气，剖开看是缩松，废品率百分之八，希望降到百分之二以内，预算不大。',
  budgetFen: 30_000_000,
};
const answer = {
  title: '铝合金压铸件缩松缺陷控制与气密性提升',
  abstract:
    '对铝合金压铸件的缩松、漏气缺陷，采用局部增压与真空压铸，废品率由8%降到1.5%，试压合格率明显提高。',
};

async function pair() {
  const need = await givenPublishedNeed(asker, operator, words);
  const achievement = await givenPublishedAchievement(holder, answer);
  await test.settle();
  return { need, achievement };
}

const fromNeed = async (who: Person, needId: string, offerId: string) => {
  const { matches } = await who.api.matching.matchNeed({ id: needId });
  return matches.find(({ id }) => id === offerId);
};
const fromOffer = async (who: Person, offerId: string, needId: string) => {
  const { matches } = await who.api.matching.matchOffer({ kind: 'achievement', id: offerId });
  return matches.find(({ id }) => id === needId);
};

describe('a pair looked at from its two sides', () => {
  it('has the same score, reasons, drawbacks and marks', async () => {
    const { need, achievement } = await pair();
    const asked = await fromNeed(asker, need.id, achievement.id);
    const offered = await fromOffer(holder, achievement.id, need.id);
    expect(asked?.reasons.length).toBeGreaterThan(2);
    const { score, reasons, against, marks, features } = asked!;
    expect(offered).toMatchObject({ score, reasons, against, marks, features });
    expect(offered).toMatchObject({ title: need.title, text: need.description });
  });

  it('shows an expert the needs that the profile answers, and no name of a person is a word to match by', async () => {
    const need = await givenPublishedNeed(asker, operator, words);
    const expert = await givenExpert(test, {
      name: '缩松',
      research: '铝合金压铸缺陷控制，压铸件缩松与漏气',
      bio: '长期研究真空压铸与局部增压。',
    });
    const namesake = await givenExpert(test, {
      name: '铝合金压铸件缩松漏气',
      research: '中国古代文学',
      bio: '研究唐诗。',
    });
    await test.settle();
    const of = (who: typeof expert) =>
      who.api.matching.matchOffer({ kind: 'expert', id: who.expertId });
    expect((await of(expert)).matches.map(({ id }) => id)).toContain(need.id);
    expect((await of(namesake)).matches).toEqual([]);
  });

  it('is not shown of a need that has ended or waits for triage, nor one of the own house', async () => {
    const { need, achievement } = await pair();
    const own = await givenPublishedNeed(holder, operator, words);
    const draft = await asker.api.exchange.draftNeed({
      organisationId: asker.organisationId,
      regionCode: '500118',
      ...words,
    });
    await asker.api.exchange.closeNeed({
      id: need.id,
      version: need.version,
      reasonCode: 'solved_elsewhere',
      words: '换了供应商就好了。',
    });
    await test.settle();
    const said = JSON.stringify(
      await holder.api.matching.matchOffer({ kind: 'achievement', id: achievement.id, limit: 50 }),
    );
    for (const { id } of [need, own, draft]) expect(said).not.toContain(id);
  });

  it('is for those whose offer it is, and those who bring together', async () => {
    const { achievement } = await pair();
    const look = (api: Person['api']) =>
      api.matching.matchOffer({ kind: 'achievement', id: achievement.id });
    await expect(look(test.api())).rejects.toMatchObject({ status: 401 });
    await expect(look((await givenAccount(test)).api)).rejects.toMatchObject({ status: 403 });
    await expect(look(asker.api)).rejects.toMatchObject({ status: 403 });
    expect((await look(broker.api)).matches.length).toBeGreaterThan(0);
    const draft = await holder.api.exchange.draftAchievement({
      organisationId: holder.organisationId,
      ...answer,
      regionCode: '500118',
    });
    const lookAtDraft = (api: Person['api']) =>
      api.matching.matchOffer({ kind: 'achievement', id: draft.id });
    await expect(lookAtDraft(asker.api)).rejects.toMatchObject({ status: 404 });
    await expect(lookAtDraft(holder.api)).rejects.toMatchObject({ status: 422 });
  });
});

describe('a declined match', () => {
  it('leaves both sides, and comes back when the one who put it aside takes that back', async () => {
    const { need, achievement } = await pair();
    const it = { needId: need.id, offerKind: 'achievement' as const, offerId: achievement.id };
    await holder.api.matching.declineMatch({ ...it, reasonCode: 'capacity' });
    expect(await fromOffer(holder, achievement.id, need.id)).toBeUndefined();
    expect(await fromNeed(asker, need.id, achievement.id)).toBeUndefined();
    const mine = async (who: Enterprise) =>
      (await who.api.matching.listMyMatches({ pageSize: 100 })).items.filter(
        ({ needId, offerId }) => needId === need.id && offerId === achievement.id,
      );
    expect([...(await mine(holder)), ...(await mine(asker))]).toEqual([]);

    // What was only put aside is nobody else's business; those who bring together see it.
    const ofNeed = (who: Person) => who.api.matching.listDeclinedOfNeed({ id: need.id });
    expect((await ofNeed(asker)).items).toEqual([]);
    expect((await ofNeed(operator)).items).toMatchObject([{ ...it, mine: false }]);
    const { items } = await holder.api.matching.listDeclinedOfOffer({
      kind: 'achievement',
      id: achievement.id,
    });
    expect(items).toMatchObject([{ ...it, reasonCode: 'capacity', mine: true }]);
    // The other side cannot bring it back.
    expect(await asker.api.matching.restoreMatch(it)).toEqual({ restored: false });
    expect(await fromNeed(asker, need.id, achievement.id)).toBeUndefined();

    expect(await holder.api.matching.restoreMatch(it)).toEqual({ restored: true });
    expect(await fromNeed(asker, need.id, achievement.id)).toBeDefined();
    expect(await fromOffer(holder, achievement.id, need.id)).toBeDefined();
    expect(await mine(holder)).toMatchObject([{ side: 'offer' }]);
    expect(await mine(asker)).toMatchObject([{ side: 'need' }]);
  });

  it('in a case is known to both, with its reason', async () => {
    const { need, achievement } = await pair();
    const docking = await asker.api.dockings.proposeDocking({
      needId: need.id,
      offerKind: 'achievement',
      offerId: achievement.id,
      message: '',
    });
    await holder.api.dockings.declineDocking({
      id: docking.id,
      version: docking.version,
      reasonCode: 'not_my_field',
      words: '这个件太小，不是我们做的。',
    });
    await test.settle();
    expect(await fromNeed(asker, need.id, achievement.id)).toBeUndefined();
    const { items } = await asker.api.matching.listDeclinedOfNeed({ id: need.id });
    expect(items).toMatchObject([
      {
        offerId: achievement.id,
        side: 'responder',
        dockingId: docking.id,
        reasonCode: 'not_my_field',
        mine: false,
      },
    ]);
  });

  it('follows the last word of the need’s own people on a candidate, and of nobody else', async () => {
    const { need, achievement } = await pair();
    const judge = async (who: Person, verdict: 'useful' | 'not_useful' | 'withdrawn') => {
      const { askId } = await who.api.matching.matchNeed({ id: need.id });
      judged.askId ??= askId;
      await who.api.matching.judgeMatch({
        id: need.id,
        askId: judged.askId!,
        kind: 'achievement',
        offerId: achievement.id,
        verdict,
        reason: verdict === 'not_useful' ? 'not_my_problem' : null,
      });
      await test.settle();
    };
    const judged: { askId: string | null } = { askId: null };
    await judge(broker, 'not_useful');
    expect(await fromNeed(asker, need.id, achievement.id)).toBeDefined();
    await judge(asker, 'not_useful');
    expect(await fromNeed(asker, need.id, achievement.id)).toBeUndefined();
    expect(await fromOffer(holder, achievement.id, need.id)).toBeUndefined();
    expect((await asker.api.matching.listDeclinedOfNeed({ id: need.id })).items).toMatchObject([
      { offerId: achievement.id, side: 'asker', reasonCode: 'not_my_problem', mine: true },
    ]);
    await judge(asker, 'withdrawn');
    expect(await fromNeed(asker, need.id, achievement.id)).toBeDefined();
  });

  it('is somebody’s only who has a part in the pair', async () => {
    const { need, achievement } = await pair();
    const stranger = await givenEnterprise(test);
    await expect(
      stranger.api.matching.declineMatch({
        needId: need.id,
        offerKind: 'achievement',
        offerId: achievement.id,
      }),
    ).rejects.toMatchObject({ status: 403 });
    expect(await fromNeed(asker, need.id, achievement.id)).toBeDefined();
  });
});

describe('similar past needs', () => {
  const similar = (who: Person, id: string) => who.api.matching.listSimilarNeeds({ id, limit: 20 });

  it('say how each ended and when, and what was tried only to those who had a part', async () => {
    const past = await givenPublishedNeed(asker, operator, words);
    const achievement = await givenPublishedAchievement(holder, answer);
    await test.settle();
    const docking = await asker.api.dockings.proposeDocking({
      needId: past.id,
      offerKind: 'achievement',
      offerId: achievement.id,
      message: '',
    });
    await holder.api.dockings.declineDocking({
      id: docking.id,
      version: docking.version,
      reasonCode: 'budget',
      words: '预算太少，做不下来。',
    });
    const { version } = await asker.api.exchange.getNeed({ id: past.id });
    await asker.api.exchange.closeNeed({
      id: past.id,
      version,
      reasonCode: 'solved_elsewhere',
      words: '请老师傅改了浇口。',
    });
    const now = await givenPublishedNeed(asker, operator, words);
    const other = await givenEnterprise(test);
    const theirs = await givenPublishedNeed(other, operator, words);
    await test.settle();
    const closedAt = test.clock.now().toISOString();

    const found = (await similar(asker, now.id)).items.find(({ id }) => id === past.id);
    expect(found).toMatchObject({ closeReason: 'solved_elsewhere', closedAt, title: past.title });
    expect(found!.shared.length).toBeGreaterThan(0);
    expect(found!.outcomes).toMatchObject([
      {
        status: 'declined',
        detail: { dockingId: docking.id, offerTitle: achievement.title, reasonCode: 'budget' },
      },
    ]);
    const seen = (await similar(other, theirs.id)).items.find(({ id }) => id === past.id);
    expect(seen).toMatchObject({ closeReason: 'solved_elsewhere', outcomes: [] });
  });

  it('leave out open ones, other subjects, and what never was public', async () => {
    const never = await asker.api.exchange.draftNeed({
      organisationId: asker.organisationId,
      regionCode: '500118',
      ...words,
    });
    await asker.api.exchange.closeNeed({
      id: never.id,
      version: never.version,
      reasonCode: 'duplicate',
      words: '和另一条重复了。',
    });
    const tea = await givenPublishedNeed(asker, operator, {
      title: '夏秋绿茶苦涩味重，香气不足',
      description: '夏秋茶鲜叶做出来的绿茶苦涩，香气低，希望改进摊放和杀青工艺。',
    });
    await asker.api.exchange.closeNeed({
      id: tea.id,
      version: tea.version,
      reasonCode: 'no_longer_needed',
      words: '不做绿茶了，改做红茶。',
    });
    const open = await givenPublishedNeed(asker, operator, words);
    const now = await givenPublishedNeed(asker, operator, words);
    await test.settle();
    const ids = (await similar(asker, now.id)).items.map(({ id }) => id);
    for (const { id } of [never, tea, open, now]) expect(ids).not.toContain(id);
    await expect(similar(holder, now.id)).rejects.toMatchObject({ status: 403 });
  });
});

describe('an organisation', () => {
  it('sees what answers its needs and which needs its achievements answer', async () => {
    const { need, achievement } = await pair();
    const both = await asker.api.matching.listOrganisationMatches({ id: asker.organisationId });
    expect(both.asked).toContainEqual(
      expect.objectContaining({ needId: need.id, offerId: achievement.id }),
    );
    expect(both).toMatchObject({ offered: [], offeredTotal: 0 });
    const theirs = await holder.api.matching.listOrganisationMatches({ id: holder.organisationId });
    expect(theirs.offered).toContainEqual(
      expect.objectContaining({ needId: need.id, needOrganisationName: asker.organisationName }),
    );
    await expect(
      holder.api.matching.listOrganisationMatches({ id: asker.organisationId }),
    ).rejects.toMatchObject({ status: 403 });
  });
});
