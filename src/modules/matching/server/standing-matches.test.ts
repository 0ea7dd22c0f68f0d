import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenExpert,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';
import { advancePrepared } from '../../../platform/outbox/prepared-subscriber.ts';
import { lastOutboxSeq, moveCursor } from '../../../platform/outbox/outbox.ts';
import { findNewMatches, type NewMatch } from '../index.ts';
import { standingMatches } from './follow-listings.ts';
import type { MatchingTables } from './tables.ts';

let test: TestApp;
let operator: Person;
let asker: Enterprise;
let holder: Enterprise;

beforeAll(async () => {
  test = await startTestApp();
  operator = await givenRole(test, 'operator');
});
afterAll(() => test.close());
beforeEach(async () => {
  asker = await givenEnterprise(test);
  holder = await givenEnterprise(test);
});

const newFor = (who: Enterprise, expertIds: string[] = []): Promise<NewMatch[]> =>
  findNewMatches(test.platform, {
    organisationIds: [who.organisationId],
    expertIds,
    since: new Date(0),
    until: new Date(test.clock.now().getTime() + 1),
  });

const standing = () =>
  test.platform.db
    .withTables<MatchingTables>()
    .selectFrom('standingMatches')
    .selectAll()
    .orderBy('needId')
    .orderBy('offerKind')
    .orderBy('offerId')
    .execute();

const scored = async () =>
  (await test.platform.metrics.standingPairs.get()).values.reduce(
    (sum, { value }) => sum + value,
    0,
  );

const tea = {
  title: '夏秋绿茶苦涩味重，香气不足',
  description:
    '夏秋茶鲜叶做出来的绿茶苦涩，香气低，卖不上价，希望改进摊放和杀青工艺，提高香气评分。',
};
const teaAchievement = {
  title: '夏秋绿茶提香加工技术',
  abstract:
    '针对夏秋茶鲜叶苦涩味重、香气不足，采用短时萎凋、变温摊放与滚筒杀青结合的工艺，香气评分提高4分。',
};

describe('standing matches', () => {
  it('tell the holder of an achievement of a need that is published later, and the asker as well', async () => {
    const achievement = await givenPublishedAchievement(holder);
    const need = await givenPublishedNeed(asker, operator);
    await test.settle();
    expect(await newFor(holder)).toMatchObject([
      { side: 'offer', needId: need.id, needTitle: need.title, offerId: achievement.id },
    ]);
    expect(await newFor(asker)).toMatchObject([
      {
        side: 'need',
        needId: need.id,
        offerId: achievement.id,
        offerTitle: achievement.title,
        offerOrganisationName: holder.organisationName,
      },
    ]);
  });

  it('find an achievement or expert that comes after the need', async () => {
    const need = await givenPublishedNeed(asker, operator, tea);
    await test.settle();
    expect(await newFor(asker)).toEqual([]);
    const achievement = await givenPublishedAchievement(holder, teaAchievement);
    const expert = await givenExpert(test, {
      research: '茶叶加工，绿茶摊放与杀青工艺，夏秋茶提香',
      bio: '研究夏秋绿茶苦涩味与香气二十年。',
    });
    await test.settle();
    const found = (await newFor(asker)).filter(({ needId }) => needId === need.id);
    expect(found.map(({ offerId }) => offerId).sort()).toEqual(
      [achievement.id, expert.expertId].sort(),
    );
    expect(
      await findNewMatches(test.platform, {
        organisationIds: [],
        expertIds: [expert.expertId],
        since: new Date(0),
        until: new Date(test.clock.now().getTime() + 1),
      }),
    ).toContainEqual(expect.objectContaining({ side: 'offer', needId: need.id }));
  });

  it('go when the achievement turns to something else, is taken down, or the need ends', async () => {
    const need = await givenPublishedNeed(asker, operator, tea);
    const revised = await givenPublishedAchievement(holder, teaAchievement);
    const withdrawn = await givenPublishedAchievement(holder, teaAchievement);
    const kept = await givenPublishedAchievement(holder, teaAchievement);
    const ours = async () =>
      (await newFor(holder))
        .filter(({ needId }) => needId === need.id)
        .map(({ offerId }) => offerId)
        .sort();
    await test.settle();
    expect(await ours()).toEqual([revised.id, withdrawn.id, kept.id].sort());

    await holder.api.exchange.reviseAchievement({
      id: revised.id,
      version: revised.version,
      title: '印染废水脱色回用',
      abstract: '臭氧与膜联用，印染废水脱色，回用率提高到七成以上。',
      keywords: [],
      regionCode: '500118',
    });
    await holder.api.exchange.withdrawAchievement({
      id: withdrawn.id,
      version: withdrawn.version,
      words: '已经转让给别人了。',
    });
    await test.settle();
    expect(await ours()).toEqual([kept.id]);

    await asker.api.exchange.closeNeed({
      id: need.id,
      version: need.version,
      reasonCode: 'no_longer_needed',
      words: '不做绿茶了，改做红茶。',
    });
    await test.settle();
    expect(await ours()).toEqual([]);
  });

  it('leave out what both sides of one organisation have', async () => {
    await givenPublishedNeed(asker, operator, tea);
    await givenPublishedAchievement(asker, teaAchievement);
    await test.settle();
    expect((await newFor(asker)).filter(({ side }) => side === 'need')).not.toContainEqual(
      expect.objectContaining({ offerOrganisationId: asker.organisationId }),
    );
  });

  it('are never told again once the one who was asked has declined', async () => {
    const need = await givenPublishedNeed(asker, operator, tea);
    const achievement = await givenPublishedAchievement(holder, teaAchievement);
    await test.settle();
    const theirs = async () =>
      [...(await newFor(holder)), ...(await newFor(asker))].filter(
        ({ needId, offerId }) => needId === need.id && offerId === achievement.id,
      );
    expect(await theirs()).toHaveLength(2);
    const docking = await asker.api.dockings.proposeDocking({
      needId: need.id,
      offerKind: 'achievement',
      offerId: achievement.id,
      message: '想请你们看看。',
    });
    await holder.api.dockings.declineDocking({
      id: docking.id,
      version: docking.version,
      reasonCode: 'capacity',
      words: '今年排满了，做不过来。',
    });
    await test.settle();
    expect(await theirs()).toEqual([]);
    // Nor when the listing changes and is matched again.
    await holder.api.exchange.reviseAchievement({
      id: achievement.id,
      version: achievement.version,
      ...teaAchievement,
      keywords: ['绿茶'],
      regionCode: '500118',
    });
    await test.settle();
    expect(await theirs()).toEqual([]);
  });

  it('score only what the changed listing meets, and nothing when its words stay', async () => {
    await givenPublishedNeed(asker, operator, tea);
    const achievement = await givenPublishedAchievement(holder, teaAchievement);
    await test.settle();
    const before = await scored();
    const { needs } = await test.platform.db
      .withTables<{ needs: { status: string } }>()
      .selectFrom('needs')
      .select((select) => select.fn.countAll<number>().as('needs'))
      .executeTakeFirstOrThrow();
    await holder.api.exchange.reviseAchievement({
      id: achievement.id,
      version: achievement.version,
      ...teaAchievement,
      keywords: ['摊放'],
      regionCode: '500118',
    });
    await test.settle();
    const after = await scored();
    expect(after).toBeGreaterThan(before);
    // At most once with each need: no other achievement or expert was looked at.
    expect(after - before).toBeLessThanOrEqual(needs);
    const docked = await asker.api.exchange.listMyNeeds({});
    await asker.api.dockings.proposeDocking({
      needId: docked.items[0]!.id,
      offerKind: 'achievement',
      offerId: achievement.id,
      message: '',
    });
    await test.settle();
    expect(await scored()).toBe(after);
  });

  it('are the same, with the day each was first seen, when everything is read again', async () => {
    await givenPublishedNeed(asker, operator, tea);
    await givenPublishedAchievement(holder, teaAchievement);
    await test.settle();
    const before = await standing();
    const pairs = await scored();
    const { db } = test.platform;
    const subscriber = standingMatches(test.platform);
    test.clock.set(new Date(test.clock.now().getTime() + 3_600_000));
    // As after a crash that lost how far it had come, and with two processes at once.
    await moveCursor(db, subscriber.name, 0);
    const reader = async () => {
      while ((await advancePrepared(db, subscriber)) > 0);
    };
    await Promise.all([reader(), reader(), test.settle()]);
    expect(await standing()).toEqual(before);
    expect(await scored()).toBe(pairs);
    await db.withTables<MatchingTables>().deleteFrom('standingListings').execute();
    await moveCursor(db, subscriber.name, 0);
    await test.settle();
    const pairsOf = (rows: typeof before) =>
      rows.map(({ needId, offerId, score, firstSeenAt }) => ({
        needId,
        offerId,
        score,
        firstSeenAt,
      }));
    expect(pairsOf(await standing())).toEqual(pairsOf(before));
  });

  it('wait for the index rather than miss what it has not taken in', async () => {
    const { db } = test.platform;
    const base = standingMatches(test.platform);
    let readable = 0;
    const subscriber = {
      ...base,
      name: 'test.waits',
      readableUntil: () => Promise.resolve(readable),
    };
    await moveCursor(db, subscriber.name, await lastOutboxSeq(db));
    readable = await lastOutboxSeq(db);
    await givenPublishedNeed(asker, operator, tea);
    expect(await advancePrepared(db, subscriber)).toBe(0);
    readable = await lastOutboxSeq(db);
    expect(await advancePrepared(db, subscriber)).toBeGreaterThan(0);
  });

  it('are worked out again, a few at a time, when another model is taken into use', async () => {
    const { db } = test.platform;
    await test.settle();
    const before = await standing();
    // As listings stand that were matched by another model.
    await db
      .withTables<MatchingTables>()
      .updateTable('standingListings')
      .set({ content: 'another model' })
      .execute();
    await db
      .withTables<MatchingTables>()
      .updateTable('standingMatches')
      .set({ score: 0.5 })
      .execute();
    const subscriber = { ...standingMatches({ ...test.platform }), name: 'matching.standing' };
    let steps = 0;
    while ((await advancePrepared(db, subscriber)) > 0) steps += 1;
    expect(steps).toBeGreaterThan(2);
    const scores = (rows: typeof before) =>
      rows.map(({ needId, offerId, score, firstSeenAt }) => ({
        needId,
        offerId,
        score,
        firstSeenAt,
      }));
    expect(scores(await standing())).toEqual(scores(before));
  });
});
