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
import { verifyAudit } from '../../../platform/audit/verify-audit.ts';

let test: TestApp;
let owner: Enterprise;
let other: Enterprise;
let operator: Person;

beforeAll(async () => {
  test = await startTestApp();
  owner = await givenEnterprise(test, { name: '凌峰精密机械', person: '陈望川' });
  other = await givenEnterprise(test, { name: '翠屏纸品' });
  operator = await givenRole(test, 'operator', '许知勤');
});
afterAll(() => test.close());

const draft = (enterprise: Enterprise, words: Partial<typeof heatNeed> = {}) =>
  enterprise.api.exchange.draftNeed({
    organisationId: enterprise.organisationId,
    regionCode: '500118',
    ...heatNeed,
    ...words,
  });
const draftAchievement = (enterprise: Enterprise, keywords: string[]) =>
  enterprise.api.exchange.draftAchievement({
    organisationId: enterprise.organisationId,
    title: '热误差在线补偿',
    abstract: '主轴热误差预测模型，在线补偿，漂移由38μm降至7μm。',
    keywords,
    regionCode: '500118',
  });

describe('a need entered twice', () => {
  it('ends in the one that stays, and its page leads there', async () => {
    const stays = await draft(owner);
    const ends = await draft(owner, { title: '机床冷机热机尺寸对不上' });
    const merged = await owner.api.exchange.mergeNeed({
      id: ends.id,
      version: ends.version,
      intoId: stays.id,
    });
    expect(merged).toMatchObject({
      status: 'closed',
      closeReason: 'merged',
      mergedInto: { id: stays.id, title: stays.title },
    });
    expect(merged.history[0]).toMatchObject({ action: 'merge', actorName: '陈望川' });
  });

  it('leaves its words in the history of the one that stays', async () => {
    const stays = await draft(owner);
    const ends = await draft(owner, { title: '孔深下午就跑' });
    await owner.api.exchange.mergeNeed({ id: ends.id, version: ends.version, intoId: stays.id });
    const { history } = await owner.api.exchange.getNeed({ id: stays.id });
    expect(history[0]).toMatchObject({
      action: 'absorb',
      words: `孔深下午就跑\n${heatNeed.description}`,
    });
  });

  it('leads on when the one that took it in is merged too', async () => {
    const [first, second, third] = [await draft(owner), await draft(owner), await draft(owner)];
    const into = (id: string, intoId: string) =>
      owner.api.exchange
        .getNeed({ id })
        .then(({ version }) => owner.api.exchange.mergeNeed({ id, version, intoId }));
    await into(first.id, second.id);
    await into(second.id, third.id);
    const { mergedInto } = await owner.api.exchange.getNeed({ id: first.id });
    expect(mergedInto?.id).toBe(third.id);
  });

  it('is no longer found, and the audit holds', async () => {
    const stays = await givenPublishedNeed(owner, operator);
    const ends = await givenPublishedNeed(owner, operator);
    await operator.api.exchange.mergeNeed({
      id: ends.id,
      version: ends.version,
      intoId: stays.id,
      words: '同一台设备的同一件事。',
    });
    await test.settle();
    const { items } = await test.api().exchange.listNeeds({});
    expect(items.map(({ id }) => id)).not.toContain(ends.id);
    const past = await owner.api.matching.listSimilarNeeds({ id: stays.id });
    expect(past.items.map(({ id }) => id)).not.toContain(ends.id);
    const gone = await test.api().exchange.getNeed({ id: ends.id });
    expect(gone.mergedInto?.id).toBe(stays.id);
    expect(await verifyAudit(test.platform.db)).toMatchObject({ intact: true });
  });

  it.each<[string, string, () => Promise<{ id: string; version: number; intoId: string }>]>([
    [
      'itself',
      'exchange.merge_itself',
      async () => {
        const need = await draft(owner);
        return { ...need, intoId: need.id };
      },
    ],
    [
      'an achievement',
      'exchange.merge_kinds',
      async () => ({
        ...(await draft(owner)),
        intoId: (await draftAchievement(owner, [])).id,
      }),
    ],
    [
      'one that has ended',
      'exchange.merge_ended',
      async () => {
        const ended = await draft(owner);
        await owner.api.exchange.closeNeed({
          id: ended.id,
          version: 1,
          reasonCode: 'no_longer_needed',
          words: '不再需要了。',
        });
        return { ...(await draft(owner)), intoId: ended.id };
      },
    ],
    [
      'a draft, being public itself',
      'exchange.merge_hides',
      async () => ({
        ...(await givenPublishedNeed(owner, operator)),
        intoId: (await draft(owner)).id,
      }),
    ],
    [
      'another while a docking runs on it',
      'need.open_dockings',
      async () => {
        const need = await givenPublishedNeed(owner, operator);
        const offer = await givenPublishedAchievement(other);
        const broker = await givenRole(test, 'broker');
        await broker.api.dockings.proposeDocking({
          needId: need.id,
          offerKind: 'achievement',
          offerId: offer.id,
        });
        const { version } = await owner.api.exchange.getNeed({ id: need.id });
        return { id: need.id, version, intoId: (await givenPublishedNeed(owner, operator)).id };
      },
    ],
  ])('is not merged into %s', async (_what, code, given) => {
    const { id, version, intoId } = await given();
    await expect(owner.api.exchange.mergeNeed({ id, version, intoId })).rejects.toMatchObject({
      status: 422,
      data: { reasons: [{ code }] },
    });
  });

  it('is not merged by its owner into somebody else’s', async () => {
    const ends = await draft(owner);
    const theirs = await draft(other);
    await expect(
      owner.api.exchange.mergeNeed({ id: ends.id, version: ends.version, intoId: theirs.id }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it('is merged by an operator into somebody else’s only with a sentence', async () => {
    const ends = await draft(owner);
    const theirs = await draft(other);
    const merge = { id: ends.id, version: ends.version, intoId: theirs.id };
    await expect(operator.api.exchange.mergeNeed(merge)).rejects.toMatchObject({
      status: 422,
      data: { reasons: [{ code: 'exchange.merge_words' }] },
    });
    const words = '翠屏是凌峰的子公司，说的是同一台设备。';
    await expect(operator.api.exchange.mergeNeed({ ...merge, words })).resolves.toMatchObject({
      status: 'closed',
    });
  });

  it('does not go by hand under the reason that only merging gives', async () => {
    const need = await draft(owner);
    await expect(
      owner.api.exchange.closeNeed({
        id: need.id,
        version: need.version,
        reasonCode: 'merged' as never,
        words: '并到别的去了。',
      }),
    ).rejects.toMatchObject({ status: 400 });
  });
});

describe('an achievement entered twice', () => {
  it('gives its keywords to the one that stays, and can no longer be changed', async () => {
    const stays = await draftAchievement(owner, ['热误差', '补偿']);
    const ends = await draftAchievement(owner, ['补偿', '数控系统']);
    const merged = await owner.api.exchange.mergeAchievement({
      id: ends.id,
      version: ends.version,
      intoId: stays.id,
    });
    expect(merged).toMatchObject({ status: 'merged', mergedInto: { id: stays.id } });
    const { keywords } = await owner.api.exchange.getAchievement({ id: stays.id });
    expect(keywords).toEqual(['热误差', '补偿', '数控系统']);
    await expect(
      owner.api.exchange.publishAchievement({ id: ends.id, version: merged.version }),
    ).rejects.toMatchObject({ status: 422, data: { reasons: [{ code: 'workflow.ended' }] } });
    await expect(
      owner.api.exchange.reviseAchievement({
        id: ends.id,
        version: merged.version,
        title: '改个名字',
        abstract: '这里写十个字以上的摘要内容。',
        regionCode: '500118',
      }),
    ).rejects.toMatchObject({ status: 422, data: { reasons: [{ code: 'achievement.merged' }] } });
  });

  it('stays while a docking runs on it', async () => {
    const ends = await givenPublishedAchievement(owner);
    const stays = await givenPublishedAchievement(owner);
    const need = await givenPublishedNeed(other, operator);
    const broker = await givenRole(test, 'broker');
    await broker.api.dockings.proposeDocking({
      needId: need.id,
      offerKind: 'achievement',
      offerId: ends.id,
    });
    await expect(
      owner.api.exchange.mergeAchievement({
        id: ends.id,
        version: ends.version,
        intoId: stays.id,
      }),
    ).rejects.toMatchObject({
      status: 422,
      data: { reasons: [{ code: 'achievement.open_dockings' }] },
    });
  });

  it('is readable by everybody afterwards only if it was before', async () => {
    const stays = await givenPublishedAchievement(owner);
    const shown = await givenPublishedAchievement(owner);
    const hidden = await draftAchievement(owner, []);
    for (const { id, version } of [shown, hidden]) {
      await owner.api.exchange.mergeAchievement({ id, version, intoId: stays.id });
    }
    const read = (id: string) => test.api().exchange.getAchievement({ id });
    expect((await read(shown.id)).mergedInto?.id).toBe(stays.id);
    await expect(read(hidden.id)).rejects.toMatchObject({ status: 404 });
  });
});

describe('what is like the words being written', () => {
  it('is found among what is public and among one’s own drafts', async () => {
    const open = await givenPublishedNeed(other, operator, {
      title: '梨子采后发黑',
      description:
        '翠冠梨采后一周果皮褐变发黑，冷库里也一样，每年损失两成，想要产地能用的保鲜办法。',
    });
    const own = await draft(owner, {
      title: '梨子采后发黑怎么办',
      description: '翠冠梨采后一周果皮褐变发黑，冷库里也一样，每年损失两成，要产地能用的保鲜办法。',
    });
    await test.settle();
    const { items, complete } = await owner.api.exchange.findSimilarNeeds({
      title: '梨子采后发黑',
      description:
        '冷库里也一样，翠冠梨采后一周果皮褐变发黑，每年损失三成，想要产地能用的保鲜办法。',
    });
    expect(complete).toBe(true);
    expect(items.map(({ id }) => id).toSorted()).toEqual([open.id, own.id].toSorted());
    const found = items.find(({ id }) => id === open.id)!;
    expect(found).toMatchObject({ mine: false, editable: false, level: 'figures', merge: null });
    expect(found.figures).toEqual([{ mine: '三成', theirs: '两成' }]);
    expect(items.find(({ id }) => id === own.id)).toMatchObject({ mine: true, editable: true });
  });

  it('is never somebody else’s draft', async () => {
    const words = {
      title: '豆瓣酱发酵池返白',
      description: '豆瓣酱发酵到第三个月池面返白，怀疑是酵母没有压住，希望不加防腐剂解决。',
    };
    await draft(other, words);
    const found = await owner.api.exchange.findSimilarNeeds(words);
    expect(found.items).toEqual([]);
    const operators = await operator.api.exchange.findSimilarNeeds(words);
    expect(operators.items).toHaveLength(1);
  });

  it('may be merged from a listing that is kept, with the reasons where it may not', async () => {
    const words = {
      title: '刷镀层起皮',
      description: '修复曲轴时刷镀层磨两天就起皮，结合力不够，希望结合力做到三十兆帕以上。',
    };
    const shown = await givenPublishedNeed(owner, operator, words);
    const again = await draft(owner, words);
    await test.settle();
    const from = async (id: string) =>
      (await owner.api.exchange.findSimilarNeeds({ id, ...words })).items;
    expect(await from(again.id)).toMatchObject([
      { id: shown.id, level: 'same', merge: { allowed: true, reasons: [] } },
    ]);
    expect(await from(shown.id)).toMatchObject([
      { id: again.id, merge: { allowed: false, reasons: [{ code: 'exchange.merge_hides' }] } },
    ]);
  });

  it('is found for achievements too', async () => {
    const shown = await givenPublishedAchievement(owner);
    await test.settle();
    const { items } = await owner.api.exchange.findSimilarAchievements({
      title: shown.title,
      abstract: shown.abstract,
    });
    expect(items[0]).toMatchObject({ level: 'same', mine: true, editable: true });
  });
});
