import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type Api, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenAccount,
  givenEnterprise,
  givenExpert,
  givenPublishedAchievement,
  givenRole,
  heatNeed,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';

// Words that stand nowhere but in the closed part, so that any trace of it is found.
const SECRET = '七号线铌酸锂晶圆';
const details = {
  metrics: [{ name: `${SECRET}翘曲`, now: '43', wanted: '≤ 9', unit: 'μm' }],
  tried: `${SECRET}换过两次夹具，没用。`,
  limits: '',
  scale: '',
  more: `只给谈成的人看：${SECRET}的订单来自海外。`,
};

let test: TestApp;
let owner: Enterprise;
let other: Enterprise;
let operator: Person;
let broker: Person;
let member: Person;
beforeAll(async () => {
  test = await startTestApp();
  owner = await givenEnterprise(test);
  other = await givenEnterprise(test);
  operator = await givenRole(test, 'operator');
  broker = await givenRole(test, 'broker');
  member = await givenAccount(test, '没有角色');
});
afterAll(() => test.close());

const status = (failing: Promise<unknown>) =>
  failing.then(
    () => 200,
    (error: { status: number }) => error.status,
  );

async function givenNeed(tier: 'public' | 'members' | 'on_request') {
  const file = new File([`%PDF-1.7 ${SECRET}`], `${SECRET}.pdf`);
  const { id: fileId } = await owner.api.files.uploadFile({ file });
  const draft = await owner.api.exchange.draftNeed({
    organisationId: owner.organisationId,
    regionCode: '500118',
    ...heatNeed,
    tier,
    details,
    attachments: [{ fileId, caption: SECRET, closed: true }],
  });
  const sent = await owner.api.exchange.submitNeed({ id: draft.id, version: draft.version });
  const need = await operator.api.exchange.publishNeed({ id: draft.id, version: sent.version });
  return { id: need.id, fileId, part: { kind: 'need' as const, id: need.id } };
}
const seenBy = async (api: Api, id: string) => JSON.stringify(await api.exchange.getNeed({ id }));

describe('the closed part of a listing', () => {
  it('is there for everybody, and for matching, when it is public', async () => {
    const { id, fileId } = await givenNeed('public');
    const seen = await test.api().exchange.getNeed({ id });
    expect(seen.closed.details).toEqual(details);
    expect(seen.attachments).toMatchObject([{ fileId }]);
    const found = await test.api().exchange.listNeeds({ q: SECRET });
    expect(found.items.map((need) => need.id)).toEqual([id]);
    // The figures are read like those of any description.
    const { description } = (await (
      await import('../index.ts')
    ).findNeedForDocking(test.platform.db, id))!;
    expect(description).toContain(`${SECRET}翘曲：现在43μm，要≤ 9μm。`);
  });

  it('is there for people who hold a role when it is for members, and each opening is kept', async () => {
    const { id, part } = await givenNeed('members');
    for (const api of [test.api(), member.api]) {
      expect(await seenBy(api, id)).not.toContain(SECRET);
      const refused = await status(api.exchange.openClosedPart(part));
      expect(refused).toBe(api === member.api ? 403 : 401);
    }
    const opened = await other.api.exchange.openClosedPart(part);
    expect(opened.details).toEqual(details);
    expect(opened.attachments[0]!.caption).toBe(SECRET);
    await broker.api.exchange.openClosedPart(part);
    // The owner reads its own without a note of it.
    await owner.api.exchange.openClosedPart(part);
    const { openings } = await owner.api.exchange.listDisclosures(part);
    expect(openings.map(({ actorName }) => actorName)).toEqual([broker.name, other.name]);
    expect(openings[1]!.organisationName).toBe(other.organisationName);
    expect(await status(other.api.exchange.listDisclosures(part))).toBe(403);
  });

  it('is asked for with a sentence, given until a day, and taken back', async () => {
    const { id, fileId, part } = await givenNeed('on_request');
    const file = () => status(other.api.exchange.downloadNeedFile({ id, fileId }));
    expect(await status(other.api.exchange.openClosedPart(part))).toBe(403);
    expect(await file()).toBe(404);
    const words = '我们做过同类工艺，想看看指标再答。';
    const asked = await other.api.exchange.askForClosedPart({ ...part, words });
    expect(asked).toMatchObject({ mayAsk: false, mayOpen: false, question: { standing: 'asked' } });
    expect(await status(other.api.exchange.askForClosedPart({ ...part, words }))).toBe(422);

    const waiting = await owner.api.exchange.listMyDisclosures({});
    const question = waiting.items.find(({ listingId }) => listingId === id)!;
    expect(question).toMatchObject({ words, requesterOrganisation: other.organisationName });
    const consent = (until: string) =>
      owner.api.exchange.consentToDisclosure({ id: question.id, until });
    expect(await status(consent('2026-11-22'))).toBe(400);
    expect(
      await status(
        other.api.exchange.consentToDisclosure({ id: question.id, until: '2026-12-01' }),
      ),
    ).toBe(403);
    expect((await consent('2026-11-30')).standing).toBe('granted');
    expect((await other.api.exchange.openClosedPart(part)).details).toEqual(details);
    expect([await file(), await file()]).toEqual([200, 200]);

    const revoked = await owner.api.exchange.revokeDisclosure({
      id: question.id,
      words: '已经和别家签了。',
    });
    expect(revoked.standing).toBe('revoked');
    expect(await status(other.api.exchange.openClosedPart(part))).toBe(403);
    expect(await file()).toBe(404);
    const { openings } = await owner.api.exchange.listDisclosures(part);
    // The file was read in two goes: one opening.
    expect(openings.map(({ fileName }) => fileName)).toEqual([`${SECRET}.pdf`, null]);
    expect((await other.api.exchange.getNeed({ id })).closed.question).toMatchObject({
      standing: 'revoked',
      reason: '已经和别家签了。',
    });

    // A consent runs out by itself.
    await other.api.exchange.askForClosedPart({ ...part, words });
    const again = (await owner.api.exchange.listMyDisclosures({})).items.find(
      ({ listingId }) => listingId === id,
    )!;
    await owner.api.exchange.consentToDisclosure({ id: again.id, until: '2026-11-24' });
    expect(await status(other.api.exchange.openClosedPart(part))).toBe(200);
    const before = test.clock.now();
    test.clock.set('2026-11-25T02:00:00Z');
    expect(await status(other.api.exchange.openClosedPart(part))).toBe(403);
    test.clock.set(before);
  });

  it('is refused with the reason, and closed again when the owner says so', async () => {
    const { id, part } = await givenNeed('on_request');
    const expert = await givenExpert(test, { name: '任思勉' });
    await expert.api.exchange.askForClosedPart({ ...part, words: '想看看翘曲的数据。' });
    const { questions } = await owner.api.exchange.listDisclosures(part);
    const refused = await owner.api.exchange.refuseDisclosure({
      id: questions[0]!.id,
      words: '现在还不方便。',
    });
    expect(refused).toMatchObject({ standing: 'refused', reason: '现在还不方便。' });
    const { version } = await owner.api.exchange.getNeed({ id });
    await owner.api.exchange.setNeedTier({ id, version, tier: 'public' });
    expect((await test.api().exchange.listNeeds({ q: SECRET })).items.map((n) => n.id)).toContain(
      id,
    );
    const now = await owner.api.exchange.getNeed({ id });
    await owner.api.exchange.setNeedTier({ id, version: now.version, tier: 'on_request' });
    await test.settle();
    const found = await test.api().exchange.listNeeds({ q: SECRET });
    expect(found.items.map((n) => n.id)).not.toContain(id);
  });
});

describe('what a tier hides', () => {
  it('is in no list, search, reason, hint, case, version, event or mail', async () => {
    const achievement = await givenPublishedAchievement(other, {
      title: '机床热误差补偿与晶圆翘曲矫正',
    });
    const { id, part } = await givenNeed('on_request');
    // The one from the first test is open to all; it goes, so that every trace is of this one.
    for (const need of (await test.api().exchange.listNeeds({ q: SECRET })).items) {
      const { version } = await owner.api.exchange.getNeed({ id: need.id });
      await owner.api.exchange.setNeedTier({ id: need.id, version, tier: 'on_request' });
    }
    await other.api.exchange.askForClosedPart({ ...part, words: '想看看再答。' });
    const docking = await broker.api.dockings.proposeDocking({
      needId: id,
      offerKind: 'achievement',
      offerId: achievement.id,
    });
    await test.settle();
    const visitor = test.api();
    const exchange = [visitor, member.api, other.api, broker.api, operator.api].flatMap((api) => [
      api.exchange.listNeeds({}),
      api.exchange.listNeeds({ q: heatNeed.title }),
      api.exchange.getNeed({ id }),
      api.exchange.listAchievements({}),
      api.matching.ask({ text: `${heatNeed.description}${heatNeed.title}` }),
    ]);
    const mine = [other.api, operator.api].flatMap((api) => [
      api.exchange.findSimilarNeeds({ title: heatNeed.title, description: heatNeed.description }),
      api.dockings.listDockings({}),
      api.dockings.getDocking({ id: docking.id }),
    ]);
    const answers = await Promise.all([
      ...exchange,
      ...mine,
      operator.api.exchange.listTriage({}),
      operator.api.exchange.listNeedVersions({ id }),
      operator.api.exchange.listDisclosures(part),
      other.api.exchange.listMyNeeds({}),
      other.api.matching.listMyMatches({}),
      other.api.matching.matchOffer({ kind: 'achievement', id: achievement.id }),
      operator.api.matching.matchNeed({ id }),
      broker.api.matching.listSimilarNeeds({ id }),
      visitor.directory.getOrganisation({ id: owner.organisationId }),
    ]);
    expect(JSON.stringify(answers)).not.toContain(SECRET);
    expect(answers.length).toBeGreaterThan(35);

    // Nor in what goes out: tables, feeds, and the data of those who are not its owner.
    const outside = await Promise.all(
      [undefined, member, other, broker, operator].flatMap((person) =>
        [
          '/api/exports/needs.csv',
          '/api/exports/achievements.csv',
          '/api/exports/cases.csv',
          '/feeds/needs.atom',
          '/feeds/achievements.atom',
          '/api/my/data.json',
        ].map(async (path) => {
          const headers = person ? { cookie: person.cookie } : undefined;
          return (await test.fetch(path, { headers })).text();
        }),
      ),
    );
    expect(outside.filter((text) => text.includes(heatNeed.title)).length).toBeGreaterThan(10);
    expect(outside.filter((text) => text.includes(SECRET))).toEqual([]);

    // A search for the very words finds nothing.
    expect((await visitor.exchange.listNeeds({ q: SECRET })).total).toBe(0);
    const hits = await test.platform.retrieval.search({
      grams: ['铌酸', '酸锂', '锂晶'],
      kinds: ['need'],
      limit: 10,
    });
    expect(hits).toEqual([]);
    const { rows } = await test.platform.pool.query<{ found: string }>(
      `select string_agg(t, ' ') as found from (
         select data::text as t from outbox union all select data::text from audit_entries
         union all select data::text from jobs.job
         union all select title || text from notices
         union all select title || description || open_details from needs) all_texts`,
    );
    expect(rows[0]!.found).toContain(heatNeed.title);
    expect(rows[0]!.found).not.toContain(SECRET);
  });
});
