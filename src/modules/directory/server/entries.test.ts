import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenAccount,
  givenEnterprise,
  givenExpert,
  givenPublishedNeed,
  givenRole,
  heatNeed,
  inventedUscc,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';
import { contentOf } from '../domain/entry-content.ts';
import { importExperts, importOrganisations, type DirectoryTables } from '../index.ts';
import { systemActor } from '../../identity/index.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';

let test: TestApp;
let operator: Person;
beforeAll(async () => {
  test = await startTestApp();
  operator = await givenRole(test, 'operator');
});
afterAll(() => test.close());

const read = (person: Person, id: string) => person.api.directory.getOrganisation({ id });
const wordsOf = async (person: Person, id: string) => {
  const now = await read(person, id);
  return {
    id,
    version: now.version,
    name: now.name,
    kind: now.kind,
    carrierType: now.carrierType,
    uscc: now.uscc,
    regionCode: now.regionCode,
    parentId: now.parent?.id ?? null,
    aliases: now.aliases,
    formerNames: now.formerNames,
    introduction: now.introduction,
  };
};
const revise = async (person: Person, id: string, change: object) =>
  person.api.directory.reviseOrganisation({ ...(await wordsOf(person, id)), ...change });

const importLibrary = defineCommand({
  name: 'library.import',
  async run(context, expert: string) {
    const organisationId = newId(context.now.getTime());
    const expertId = newId(context.now.getTime());
    await importOrganisations(
      context,
      [
        {
          id: organisationId,
          kind: 'institute',
          name: '渝东检测研究院',
          uscc: null,
          regionCode: '500118',
          introduction: '',
        },
      ],
      false,
    );
    await importExperts(
      context,
      [
        {
          id: expertId,
          userId: null,
          organisationId,
          organisationName: '渝东检测研究院',
          name: expert,
          title: '研究员',
          research: '无损检测',
          bio: '',
          regionCode: '500118',
        },
      ],
      false,
    );
    return { organisationId, expertId };
  },
});

describe('an organisation', () => {
  let owner: Enterprise;
  beforeAll(async () => {
    owner = await givenEnterprise(test, { name: '永川凌峰机械厂' });
  });

  it('is changed by its people, is found by its old and other names, and shows what changed', async () => {
    const changed = await revise(owner, owner.organisationId, {
      name: '凌峰精密机械有限公司',
      aliases: ['凌峰', '凌峰'],
      introduction: '做箱体零件。',
    });
    expect(changed).toMatchObject({
      name: '凌峰精密机械有限公司',
      aliases: ['凌峰'],
      formerNames: ['永川凌峰机械厂'],
    });
    for (const q of ['永川凌峰机械厂', '凌峰', changed.uscc!]) {
      const found = await test.api().directory.listOrganisations({ q });
      expect(found.items.map(({ id }) => id)).toContain(owner.organisationId);
    }
    const history = await owner.api.directory.getOrganisationHistory({ id: owner.organisationId });
    expect(history.items.map(({ action, actorName }) => [action, actorName])).toEqual([
      ['revise', owner.name],
      ['register', owner.name],
    ]);
    expect(history.items[0]!.changed).toEqual(['name', 'aliases', 'formerNames', 'introduction']);
    const compared = await owner.api.directory.compareOrganisation({
      id: owner.organisationId,
      from: 1,
      to: 2,
    });
    expect(compared[0]).toEqual({
      field: 'name',
      before: '永川凌峰机械厂',
      after: '凌峰精密机械有限公司',
    });
  });

  it('is not overwritten by somebody who saw an older version, nor by strangers', async () => {
    const old = await wordsOf(owner, owner.organisationId);
    await revise(owner, owner.organisationId, { introduction: '做箱体和壳体。' });
    await expect(
      owner.api.directory.reviseOrganisation({ ...old, introduction: '旧的一版' }),
    ).rejects.toMatchObject({ status: 409 });
    const stranger = await givenEnterprise(test);
    await expect(
      revise(stranger, owner.organisationId, { introduction: '别人写的' }),
    ).rejects.toMatchObject({ status: 403 });
  });

  it('keeps its code: its people cannot change it, an operator can, and none is used twice', async () => {
    const other = await givenEnterprise(test);
    const uscc = inventedUscc(4001);
    await expect(revise(owner, owner.organisationId, { uscc })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('运营员'),
    });
    const taken = (await read(other, other.organisationId)).uscc;
    await expect(revise(operator, owner.organisationId, { uscc: taken })).rejects.toMatchObject({
      status: 409,
    });
    expect((await revise(operator, owner.organisationId, { uscc })).uscc).toBe(uscc);
  });

  it('stands under another, and never above itself', async () => {
    const [a, b, c] = await Promise.all(
      ['甲', '乙', '丙'].map((name) =>
        operator.api.directory.enterOrganisation({
          name: `${name}研究所`,
          kind: 'institute',
          regionCode: '500118',
        }),
      ),
    );
    await revise(operator, b!.id, { parentId: a!.id });
    await revise(operator, c!.id, { parentId: b!.id });
    expect((await read(operator, a!.id)).children.map(({ name }) => name)).toEqual(['乙研究所']);
    await expect(revise(operator, a!.id, { parentId: c!.id })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('上级'),
    });
    await expect(revise(operator, a!.id, { parentId: a!.id })).rejects.toMatchObject({
      status: 422,
    });
    // Two at the same moment cannot close a ring between them either.
    const [d, e] = await Promise.all(
      ['丁', '戊'].map((name) =>
        operator.api.directory.enterOrganisation({
          name: `${name}研究所`,
          kind: 'institute',
          regionCode: '500118',
        }),
      ),
    );
    const both = await Promise.allSettled([
      revise(operator, d!.id, { parentId: e!.id }),
      revise(operator, e!.id, { parentId: d!.id }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    // What stood below one that is merged stands below the one that stays.
    await operator.api.directory.mergeOrganisation({
      id: b!.id,
      version: (await read(operator, b!.id)).version,
      intoId: a!.id,
      words: '同一家所。',
    });
    expect((await read(operator, c!.id)).parent?.name).toBe('甲研究所');
  });

  it('rests and comes back with a reason, but not while it has something published', async () => {
    const busy = await givenEnterprise(test);
    const need = await givenPublishedNeed(busy, operator);
    const retire = async () =>
      busy.api.directory.retireOrganisation({
        id: busy.organisationId,
        version: (await read(busy, busy.organisationId)).version,
        reasonCode: 'moved_away',
        words: '搬到邻区去了。',
      });
    await expect(retire()).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining('1 条公开需求'),
    });
    await busy.api.exchange.closeNeed({
      id: need.id,
      version: need.version,
      reasonCode: 'no_longer_needed',
      words: '不需要了。',
    });
    const retired = await retire();
    expect(retired.status).toBe('retired');
    const listed = await test.api().directory.listOrganisations({ q: busy.organisationName });
    expect(listed.total).toBe(0);
    await expect(
      busy.api.exchange.draftNeed({
        organisationId: busy.organisationId,
        regionCode: '500118',
        ...heatNeed,
      }),
    ).rejects.toMatchObject({ status: 422, message: expect.stringContaining('停用') });
    const back = await busy.api.directory.restoreOrganisation({
      id: retired.id,
      version: retired.version,
      words: '又搬回来了。',
    });
    expect(back.status).toBe('active');
    const { items } = await busy.api.directory.getOrganisationHistory({ id: retired.id });
    expect(items.map(({ action, words, reasonCode }) => [action, words, reasonCode])).toEqual([
      ['restore', '又搬回来了。', null],
      ['retire', '搬到邻区去了。', 'moved_away'],
      ['register', null, null],
    ]);
  });

  it('is hinted at before it is registered a second time', async () => {
    const person = await givenAccount(test);
    const hint = (input: object) =>
      person.api.directory.findSimilarOrganisations({ name: '', uscc: '', ...input });
    const now = await read(owner, owner.organisationId);
    expect(await hint({ uscc: now.uscc })).toMatchObject([{ id: now.id, why: 'code' }]);
    expect(await hint({ name: '凌峰' })).toMatchObject([{ id: now.id, why: 'other_name' }]);
    expect(await hint({ name: '重庆凌峰精密机械有限责任公司' })).toMatchObject([
      { id: now.id, why: 'near' },
    ]);
    expect(await hint({ name: '一家全新的厂' })).toEqual([]);
  });
});

describe('a carrier', () => {
  it('shows whom it houses since when, and what happened, noted by its members', async () => {
    const carrier = await operator.api.directory.enterOrganisation({
      name: '凤凰湖众创空间',
      kind: 'carrier',
      carrierType: 'maker_space',
      regionCode: '500118',
    });
    const tenant = await givenEnterprise(test);
    const expert = await givenExpert(test);
    const note = (person: Person) =>
      person.api.directory.noteCarrierActivity({
        id: carrier.id,
        heldOn: '2026-11-20',
        title: '路演日',
        words: '三家入驻企业讲了自己的样机。',
      });
    await expect(note(tenant)).rejects.toMatchObject({ status: 403 });
    const add = (member: object) =>
      operator.api.directory.addCarrierMember({
        id: carrier.id,
        fromDay: '2026-03-01',
        ...member,
      });
    await add({ organisationId: tenant.organisationId });
    await add({ expertId: expert.expertId, words: '驻站专家' });
    await expect(add({ organisationId: tenant.organisationId })).rejects.toMatchObject({
      status: 409,
    });
    await note(tenant);
    const noted = await note(expert);
    expect(noted.activities.map(({ enteredName }) => enteredName)).toEqual([
      expert.name,
      tenant.name,
    ]);
    const member = noted.members.find(({ name }) => name === tenant.organisationName)!;
    const ended = await operator.api.directory.endCarrierMember({
      id: carrier.id,
      memberId: member.id,
      untilDay: '2026-11-22',
    });
    expect(ended.members.map(({ name, present }) => [name, present])).toEqual([
      [expert.name, true],
      [tenant.organisationName, false],
    ]);
    await expect(note(tenant)).rejects.toMatchObject({ status: 403 });
    expect((await read(tenant, tenant.organisationId)).carriers).toMatchObject([
      { carrierName: '凤凰湖众创空间', fromDay: '2026-03-01', untilDay: '2026-11-22' },
    ]);
    const found = await test.api().directory.listOrganisations({ carrierType: 'maker_space' });
    expect(found.items.map(({ name }) => name)).toEqual(['凤凰湖众创空间']);
  });
});

describe('an expert profile', () => {
  it('says when there is time, in which languages, and under which ORCID iD', async () => {
    const expert = await givenExpert(test, { name: '章谨言' });
    const { version, ...now } = await expert.api.directory.getExpert({ id: expert.expertId });
    const words = {
      id: expert.expertId,
      version,
      name: now.name,
      title: now.title,
      organisationName: now.organisationName,
      research: '工业机器人力控打磨',
      regionCode: '500118',
      fields: ['HT8'],
      languages: ['zh' as const, 'de' as const],
      availability: 'busy' as const,
      availabilityDay: '2027-01-31',
      availabilityWords: '一月底以前在外地驻厂。',
    };
    await expect(
      expert.api.directory.reviseExpert({ ...words, orcid: '0000-0002-1825-0098' }),
    ).rejects.toMatchObject({ status: 400, message: expect.stringContaining('校验位') });
    const changed = await expert.api.directory.reviseExpert({
      ...words,
      orcid: 'https://orcid.org/0000-0002-1825-0097',
    });
    expect(changed).toMatchObject({
      orcid: '0000-0002-1825-0097',
      fields: [{ code: 'HT8', name: '先进制造与自动化' }],
      availability: 'busy',
      availabilityDay: '2027-01-31',
    });
    const byLanguage = await test.api().directory.listExperts({ language: 'de' });
    expect(byLanguage.items.map(({ id }) => id)).toEqual([expert.expertId]);
    await test.settle();
    const asked = await test.api().matching.ask({ text: '想做工业机器人力控打磨' });
    expect(asked.matches.map(({ id }) => id)).toContain(expert.expertId);
  });

  it('is answered with no more once it is out of use', async () => {
    const expert = await givenExpert(test, { name: '闻远', research: '桥梁缆索磁致伸缩检测' });
    const question = { text: '桥梁缆索磁致伸缩检测怎么做' };
    await test.settle();
    const ids = async () => (await test.api().matching.ask(question)).matches.map(({ id }) => id);
    expect(await ids()).toContain(expert.expertId);
    const { version } = await expert.api.directory.getExpert({ id: expert.expertId });
    await expert.api.directory.retireExpert({
      id: expert.expertId,
      version,
      reasonCode: 'ceased',
      words: '退休了。',
    });
    await test.settle();
    expect(await ids()).not.toContain(expert.expertId);
  });

  it('that came in with a library keeps what it said before its first change', async () => {
    const { organisationId, expertId } = await test.platform.runCommand(
      { actor: systemActor, requestId: 'test' },
      importLibrary,
      '黎照',
    );
    const before = await operator.api.directory.getExpertHistory({ id: expertId });
    expect(before.items.map(({ action }) => action)).toEqual(['import']);
    const expert = await operator.api.directory.getExpert({ id: expertId });
    expect(expert).toMatchObject({ organisationId, owned: false });
    await operator.api.directory.reviseExpert({
      id: expertId,
      version: expert.version,
      name: expert.name,
      title: '首席研究员',
      organisationName: expert.organisationName,
      research: expert.research,
      regionCode: expert.regionCode,
    });
    const compared = await operator.api.directory.compareExpert({ id: expertId, from: 1, to: 2 });
    expect(compared).toEqual([{ field: 'title', before: '研究员', after: '首席研究员' }]);
  });
});

describe('two entries of one thing', () => {
  it('become one organisation: people, listings and links follow, and the history stays', async () => {
    const first = await givenEnterprise(test, { name: '翠屏纸品厂', person: '周翠微' });
    const need = await givenPublishedNeed(first, operator);
    const second = await operator.api.directory.enterOrganisation({
      name: '重庆翠屏纸品有限公司',
      kind: 'enterprise',
      regionCode: '500118',
    });
    const other = await givenEnterprise(test);
    const merge = async (person: Person, id: string, intoId: string) =>
      person.api.directory.mergeOrganisation({
        id,
        version: (await read(operator, id)).version,
        intoId,
        words: '同一家厂，登记了两次。',
      });
    await expect(merge(first, first.organisationId, second.id)).rejects.toMatchObject({
      status: 403,
    });
    await expect(merge(operator, first.organisationId, other.organisationId)).rejects.toMatchObject(
      { status: 422, message: expect.stringContaining('两个法人') },
    );
    const code = (await read(first, first.organisationId)).uscc;
    const merged = await merge(operator, first.organisationId, second.id);
    expect(merged).toMatchObject({ name: '重庆翠屏纸品有限公司', uscc: code, needs: 1 });
    expect(merged.aliases).toEqual(['翠屏纸品厂']);

    // The page of the one that ended leads on, and its person acts for the one that stays.
    const ended = await read(first, first.organisationId);
    expect(ended).toMatchObject({ status: 'merged', mergedInto: { id: second.id } });
    expect((await first.api.identity.getMe()).organisations).toEqual([
      { id: second.id, name: '重庆翠屏纸品有限公司' },
    ]);
    // What was kept under the old id is still theirs, under the new name.
    const mine = await first.api.exchange.listMyNeeds({});
    expect(mine.items).toMatchObject([{ id: need.id, organisationName: '重庆翠屏纸品有限公司' }]);
    await first.api.exchange.closeNeed({
      id: need.id,
      version: need.version,
      reasonCode: 'solved_elsewhere',
      words: '找到了别的办法。',
    });
    // Whoever joins later acts for both as well, and whoever leaves for neither.
    const colleague = await givenAccount(test);
    await first.api.people.invitePerson({ id: second.id, email: colleague.email });
    expect((await first.api.people.listPeople({ id: second.id })).invitations).toHaveLength(1);
    const { items } = await operator.api.directory.getOrganisationHistory({ id: second.id });
    expect(items.map(({ action }) => action)).toEqual(['absorb', 'register']);
    await expect(merge(operator, first.organisationId, second.id)).rejects.toMatchObject({
      status: 422,
    });
  });

  it('become one profile: the account and the ORCID iD go with it', async () => {
    const expert = await givenExpert(test, { name: '祝融安' });
    const { expertId } = await test.platform.runCommand(
      { actor: systemActor, requestId: 'test' },
      importProfile,
      '祝融安',
    );
    const { version } = await operator.api.directory.getExpert({ id: expertId });
    const found = await expert.api.directory.findSimilarExperts({ name: '祝融安' });
    expect(found.map(({ id }) => id).sort()).toEqual([expertId, expert.expertId].sort());
    const everywhere = await givenRole(test, 'operator', '市级运营', null);
    const merged = await everywhere.api.directory.mergeExpert({
      id: expertId,
      version,
      intoId: expert.expertId,
      words: '同一个人。',
    });
    expect(merged).toMatchObject({ id: expert.expertId, bio: '从事机床热误差建模与补偿二十年。' });
    expect(await test.api().directory.getExpert({ id: expertId })).toMatchObject({
      status: 'merged',
      mergedInto: { id: expert.expertId },
    });
    expect((await expert.api.identity.getMe()).expertIds).toEqual([expert.expertId, expertId]);
    const listed = await test.api().directory.listExperts({ q: '祝融安' });
    expect(listed.items.map(({ id }) => id)).toEqual([expert.expertId]);
  });
});

describe('the history of every entry', () => {
  it('leads step by step to what it says and how it stands now', async () => {
    const db = test.platform.db.withTables<DirectoryTables>();
    const lines = await db
      .selectFrom('directoryEntries')
      .selectAll()
      .orderBy('at')
      .orderBy('version')
      .orderBy('id')
      .execute();
    const rows = {
      organisation: await db.selectFrom('organisations').selectAll().execute(),
      expert: await db.selectFrom('experts').selectAll().execute(),
    };
    let replayed = 0;
    for (const subject of ['organisation', 'expert'] as const) {
      for (const row of rows[subject]) {
        const own = lines.filter((line) => line.subjectId === row.id);
        if (own.length === 0) continue;
        for (const [at, line] of own.entries()) {
          expect(line.fromStatus).toBe(own[at - 1]?.toStatus ?? null);
        }
        const last = own.findLast((line) => line.content);
        expect(last).toMatchObject({ toStatus: row.status, version: row.version });
        expect(last?.content).toEqual(JSON.parse(JSON.stringify(contentOf(subject, row))));
        replayed += 1;
      }
    }
    expect(replayed).toBeGreaterThan(15);
  });
});

const importProfile = defineCommand({
  name: 'library.import',
  async run(context, name: string) {
    const expertId = newId(context.now.getTime());
    await importExperts(
      context,
      [
        {
          id: expertId,
          userId: null,
          organisationId: null,
          organisationName: '渝西理工大学',
          name,
          title: '教授',
          research: '机床精度',
          bio: '',
          regionCode: '500118',
        },
      ],
      false,
    );
    return { expertId };
  },
});
