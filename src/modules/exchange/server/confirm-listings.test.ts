import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  heatNeed,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';
import { checkConfirmations } from './confirm-listings.ts';

let test: TestApp;
let owner: Enterprise;
let holder: Enterprise;
let operator: Person;
beforeAll(async () => {
  test = await startTestApp();
  owner = await givenEnterprise(test);
  holder = await givenEnterprise(test);
  operator = await givenRole(test, 'operator');
});
afterAll(() => test.close());

const start = new Date('2026-11-23T02:00:00Z');
const onDay = async (days: number) => {
  test.clock.set(new Date(start.getTime() + days * 86_400_000));
  await checkConfirmations(test.platform);
  await test.settle();
};
const listed = async () => {
  const visitor = test.api();
  const needs = await visitor.exchange.listNeeds({});
  const achievements = await visitor.exchange.listAchievements({});
  const asked = await visitor.matching.ask({ text: heatNeed.description });
  return {
    needs: needs.total,
    achievements: achievements.total,
    matches: asked.matches.filter(({ kind }) => kind === 'achievement').length,
  };
};
const notices = async (person: Person) => {
  const { rows } = await test.platform.pool.query<{ title: string }>(
    `select title from notices where user_id = $1 and kind = 'confirmation' order by at, id`,
    [person.userId],
  );
  return rows.map(({ title }) => title);
};

describe('listings that have to be confirmed', () => {
  it('are reminded of, hidden everywhere when nobody answers, and back by one press', async () => {
    const need = await givenPublishedNeed(owner, operator);
    const achievement = await givenPublishedAchievement(holder);
    await onDay(0);
    expect(await listed()).toEqual({ needs: 1, achievements: 1, matches: 1 });

    await onDay(77);
    expect(await notices(holder)).toEqual([`请确认还有效：${achievement.title}`]);
    expect(await notices(operator)).toEqual([]);
    await onDay(78);
    expect(await notices(holder)).toHaveLength(1);
    // The need's owner confirms in time.
    const asked = await owner.api.exchange.getNeed({ id: need.id });
    expect(asked.confirmation).toMatchObject({ soon: true, hidden: false, mayConfirm: true });
    await owner.api.exchange.confirmNeed({ id: need.id });

    await onDay(91);
    expect(await listed()).toEqual({ needs: 1, achievements: 0, matches: 0 });
    await expect(test.api().exchange.getAchievement({ id: achievement.id })).rejects.toMatchObject({
      status: 404,
    });
    expect(
      (await test.api().directory.getOrganisation({ id: holder.organisationId })).achievements,
    ).toBe(0);
    expect(await notices(holder)).toHaveLength(2);
    await expect(
      owner.api.exchange.confirmAchievement({ id: achievement.id }),
    ).rejects.toMatchObject({ status: 403 });

    const back = await holder.api.exchange.confirmAchievement({ id: achievement.id });
    expect(back.confirmation).toMatchObject({ hidden: false, soon: false });
    expect(back.history.map(({ action }) => action).slice(0, 3)).toEqual([
      'confirm',
      'lapse',
      'remindConfirm',
    ]);
    await test.settle();
    expect(await listed()).toEqual({ needs: 1, achievements: 1, matches: 1 });
  });

  it('that are examples are left alone', async () => {
    await test.platform.pool.query('update needs set is_example = true, confirmed_at = null');
    const [before] = (await test.api().exchange.listNeeds({})).items;
    await onDay(900);
    await onDay(920);
    expect((await test.api().exchange.listNeeds({})).items[0]?.id).toBe(before!.id);
  });
});
