import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { givenCheckedImport, runImport, workOn } from '../../../../tests/support/imports.ts';
import {
  givenAccount,
  givenEnterprise,
  givenRole,
  inventedUscc,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';
import { csvOf, xlsxOf } from '../../../../tests/support/tables.ts';
import { readSheet } from '../../../platform/sheets/read-sheet.ts';

let test: TestApp;
let operator: Person;
let owner: Enterprise;
let seed = 900;

beforeAll(async () => {
  test = await startTestApp();
  operator = await givenRole(test, 'operator', '许知勤');
  owner = await givenEnterprise(test, { name: '凌峰精密机械' });
});
afterAll(() => test.close());

const uscc = () => inventedUscc((seed += 1));
const refusal = (call: Promise<unknown>) =>
  call.then(
    () => 'allowed',
    (error: { data?: { reasons?: { code: string }[] } }) => error.data?.reasons?.[0]?.code,
  );
const namesLike = async (q: string) =>
  (await test.api().directory.listOrganisations({ q })).items.map(({ name }) => name);

const headers = ['单位名称', '单位类型', '统一社会信用代码', '所在地区', '简介'];

describe('a list of organisations', () => {
  it('with bad rows is mended by the file that comes back, taken in, and undone', async () => {
    const file = [
      headers,
      ['东岭铸造厂', '企业', uscc(), '重庆市永川区', '铸件'],
      ['西河轴承厂', '工厂', uscc(), '永川', '轴承'],
      ['东岭铸造厂', '企业', '', '500118', ''],
      ['北山学会', '学会', '91500118MA60098N1Y', '永川区', ''],
      ['凌峰精密机械', '企业', '', '永川区', ''],
      ['远方研究所', '院所', '', '杭州市西湖区', ''],
    ];
    const checked = await givenCheckedImport(test, operator.api, 'organisation', file);
    expect(checked).toMatchObject({ status: 'checked', rowsTotal: 6, rowsBad: 5 });
    const bad = await operator.api.interchange.listBadRows({ id: checked.id });
    expect(
      bad.items.map(({ number, faults }) => [number, ...faults.map(({ text }) => text)]),
    ).toEqual([
      [3, '“工厂”不在可选的范围里，请从模板的列表里选。'],
      [4, '和第 2 行重复。'],
      [5, '统一社会信用代码的校验位不对，请逐位核对。'],
      [6, '“凌峰精密机械”已经登记过。'],
      [7, '这件事不在您负责的地区。'],
    ]);
    expect(await refusal(runImport(test, operator.api, checked))).toBe('import.bad_rows');
    expect(await namesLike('东岭')).toEqual([]);

    const answer = await test.fetch(`/api/imports/${checked.id}/bad-rows/a.xlsx`, {
      headers: { cookie: operator.cookie },
    });
    const given: string[][] = [];
    for await (const { cells } of readSheet(await answer.bytes(), 'a.xlsx')) given.push(cells);
    expect(given[0]).toEqual([...headers, '不能导入的原因']);
    expect(given[1]).toEqual([
      ...file[2]!,
      '单位类型: “工厂”不在可选的范围里，请从模板的列表里选。',
    ]);

    // The rest goes in, and the rows given back come again, mended.
    const rest = await runImport(test, operator.api, checked, true);
    expect(rest.status).toBe('done');
    const mended = given.map((row, at) =>
      at === 1 ? row.map((cell) => (cell === '工厂' ? '企业' : cell)) : row,
    );
    const second = await givenCheckedImport(test, operator.api, 'organisation', mended.slice(0, 2));
    expect(second).toMatchObject({ rowsTotal: 1, rowsBad: 0 });
    expect(await runImport(test, operator.api, second)).toMatchObject({ status: 'done' });
    expect(await namesLike('西河轴承厂')).toEqual(['西河轴承厂']);
    expect(await namesLike('东岭铸造厂')).toEqual(['东岭铸造厂']);

    await operator.api.interchange.undoImport({ id: second.id });
    await workOn(test, second.id);
    expect(await operator.api.interchange.getImport({ id: second.id })).toMatchObject({
      status: 'undone',
    });
    expect(await namesLike('西河轴承厂')).toEqual([]);
    expect(await namesLike('东岭铸造厂')).toEqual(['东岭铸造厂']);
  });

  it('stays where something has been built on it, with the reason', async () => {
    const checked = await givenCheckedImport(test, operator.api, 'organisation', [
      headers,
      ['青峰机床厂', '企业', '', '永川区', ''],
    ]);
    const done = await runImport(test, operator.api, checked);
    const need = await givenCheckedImport(test, operator.api, 'need', [
      ['需求名称', '需求描述', '需求单位'],
      ['车床主轴一热就漂', '早上和下午差三十微米，想稳定在十微米以内。', '青峰机床厂'],
    ]);
    await runImport(test, operator.api, need);
    await operator.api.interchange.undoImport({ id: done.id });
    await workOn(test, done.id);
    const kept = await operator.api.interchange.getImport({ id: done.id });
    expect(kept.status).toBe('done');
    expect(kept.problems.map(({ code }) => code)).toEqual(['import.undo_used']);
    expect(await namesLike('青峰机床厂')).toHaveLength(1);
  });

  it('is not written when the library has changed since the check', async () => {
    const code = uscc();
    const checked = await givenCheckedImport(test, operator.api, 'organisation', [
      headers,
      ['先到机械厂', '企业', uscc(), '永川区', ''],
      ['后到机械厂', '企业', code, '永川区', ''],
    ]);
    const somebody = await givenAccount(test);
    await somebody.api.directory.registerOrganisation({
      name: '别名机械厂',
      kind: 'enterprise',
      uscc: code,
      regionCode: '500118',
    });
    const stopped = await runImport(test, operator.api, checked);
    expect(stopped).toMatchObject({ status: 'checked', rowsBad: 1 });
    expect(stopped.problems[0]?.message).toContain('什么也没有写入');
    expect(await namesLike('先到机械厂')).toEqual([]);
  });
});

describe('a list of needs', () => {
  const table = [
    ['标题', '具体内容', '预算金额', '期限（月）', '合作模式', '所属行业', '备注'],
    [
      '注塑件合模线总有飞边',
      '换了三套模具还是有飞边，想降到千分之五以内。',
      '30',
      '6',
      '技术服务、合作开发',
      'C3421',
      '急',
    ],
  ];

  it('is found by the search after it came in, with its fields read', async () => {
    const organisation = await givenEnterprise(test, { name: '渝川塑业' });
    const named = table.map((row, at) => [
      ...row,
      at === 0 ? '企业名称' : organisation.organisationName,
    ]);
    const checked = await givenCheckedImport(test, operator.api, 'need', named);
    expect(checked.mapping).toEqual([
      'title',
      'description',
      'budgetFen',
      'months',
      'coopModes',
      'industryCode',
      null,
      'organisation',
    ]);
    await runImport(test, operator.api, checked);
    await test.settle();
    const { items } = await test.api().exchange.listNeeds({ q: '合模线' });
    expect(items).toMatchObject([
      {
        status: 'published',
        organisationName: '渝川塑业',
        regionCode: '500118',
        budgetFen: 30_000_000,
        months: 6,
        coopModes: ['技术服务', '合作开发'],
        industryCode: 'C3421',
      },
    ]);
  });

  it('of the own organisation waits for the operator like any need', async () => {
    const checked = await givenCheckedImport(test, owner.api, 'need', table, owner.organisationId);
    expect(checked.rowsBad).toBe(0);
    await runImport(test, owner.api, checked);
    const mine = await owner.api.exchange.listMyNeeds({});
    expect(mine.items).toMatchObject([{ title: '注塑件合模线总有飞边', status: 'submitted' }]);
  });

  it('is for members of the organisation and for operators only', async () => {
    const file = new File([csvOf(table)], '需求.csv');
    const stranger = await givenEnterprise(test);
    expect(
      await refusal(
        stranger.api.interchange.uploadImport({
          kind: 'need',
          file,
          organisationId: owner.organisationId,
        }),
      ),
    ).toBe('import.own_listings_only');
    expect(
      await refusal(
        stranger.api.interchange.uploadImport({
          kind: 'organisation',
          file,
          organisationId: stranger.organisationId,
        }),
      ),
    ).toBe('import.own_listings_only');
    const own = await owner.api.interchange.uploadImport({
      kind: 'need',
      file,
      organisationId: owner.organisationId,
    });
    expect(await refusal(stranger.api.interchange.getImport({ id: own.id }))).toBe(
      'not_found.import',
    );
    expect(await refusal(operator.api.interchange.cancelImport({ id: own.id }))).toBe(
      'policy.not_yours',
    );
  });
});

describe('a list of instruments', () => {
  it('of the own organisation can be found, and is undone', async () => {
    const checked = await givenCheckedImport(
      test,
      owner.api,
      'facility',
      [
        ['仪器名称', '主要功能', '规格型号', '类型'],
        ['三坐标测量机', '箱体零件形位公差检测，精度 2.1 μm', 'CONTURA', '计量仪器'],
      ],
      owner.organisationId,
    );
    expect(checked.rowsBad).toBe(0);
    const done = await runImport(test, owner.api, checked);
    const found = await test.api().facilities.listFacilities({ q: '三坐标' });
    expect(found.items).toMatchObject([
      { name: '三坐标测量机', category: 'metrology', organisationName: owner.organisationName },
    ]);
    await owner.api.interchange.undoImport({ id: done.id });
    await workOn(test, done.id);
    expect((await test.api().facilities.listFacilities({ q: '三坐标' })).total).toBe(0);
  });
});

describe('a file', () => {
  it('is asked about once: what a person chose for a column is remembered', async () => {
    const columns = ['大名', '做什么的', '单位名称', '方向', '地区'];
    const rows = [columns, ['周明远', '教授', '渝西理工大学', '机床热误差', '重庆市沙坪坝区']];
    const upload = async () =>
      operator.api.interchange.uploadImport({
        kind: 'expert',
        file: new File([await xlsxOf(rows)], 'a.xlsx'),
      });
    const first = await upload();
    expect(first.mapping).toEqual(
      [null, null, 'organisationName', 'research', 'regionCode'].map((field, at) =>
        at === 3 ? first.mapping[3]! : field,
      ),
    );
    const mapping = ['name', 'title', 'organisationName', 'research', 'regionCode'];
    await operator.api.interchange.checkImport({ id: first.id, version: first.version, mapping });
    expect((await upload()).mapping).toEqual(mapping);
    const missing = operator.api.interchange.checkImport({
      id: (await upload()).id,
      version: 1,
      mapping: [null, 'title', null, null, null],
    });
    await expect(missing).rejects.toThrow('必填的“姓名”没有对应的列');
  });

  it('that is hostile is refused with one line, and nothing stays of it', async () => {
    const before = (await operator.api.interchange.listMyImports({})).total;
    const rows = [...Array.from({ length: 30 }, (_, at) => `厂${at},企业`), '=1+1,企业'];
    const upload = operator.api.interchange.uploadImport({
      kind: 'organisation',
      file: new File([['名称,类型', ...rows].join('\n')], 'a.csv'),
    });
    await expect(upload).rejects.toMatchObject({
      status: 400,
      message: expect.stringContaining('单元格 A32 是公式'),
    });
    expect((await operator.api.interchange.listMyImports({})).total).toBe(before);
  });

  it('has a template that can be filled in and sent as it is', async () => {
    for (const kind of ['organisation', 'expert', 'facility', 'achievement', 'need'] as const) {
      const answer = await test.fetch(`/api/import-templates/${kind}.xlsx`);
      const file = new File([await answer.bytes()], '模板.xlsx');
      expect(await refusal(operator.api.interchange.uploadImport({ kind, file }))).toBe(
        'sheets.no_rows',
      );
    }
  });
});

describe('an import of any file', () => {
  it('is all or nothing, wherever it is cancelled, and undoing leaves what was there before', async () => {
    const count = async () => (await test.api().directory.listOrganisations({})).total;
    const row = fc.record({
      name: fc.constantFrom('', '厂', '甲厂', '乙厂', '丙研究所', '凌峰精密机械'),
      kind: fc.constantFrom('企业', '院所', '？', ''),
      region: fc.constantFrom('永川区', '500118', '北京', '没有的地方'),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.shuffledSubarray([0, 1, 2], { minLength: 3 }),
        fc.constantFrom('read', 'checking', 'checked', 'writing', 'never'),
        async (rows, order, cancelAt) => {
          seed += 1;
          const run = seed;
          const before = await count();
          const cells = rows.map(({ name, kind, region }) => [
            name && `${name}${run}`,
            kind,
            region,
          ]);
          const file = [['名称', '类型', '地区'], ...cells].map((line) =>
            order.map((at) => line[at]!),
          );
          const { interchange } = operator.api;
          const { id, version, mapping } = await interchange.uploadImport({
            kind: 'organisation',
            file: new File([csvOf(file)], 'a.csv'),
          });
          const cancelled = async (at: string) => {
            if (cancelAt === at) await interchange.cancelImport({ id });
            return cancelAt === at;
          };
          const end = async () => {
            await workOn(test, id);
            const { status } = await interchange.getImport({ id });
            return status;
          };
          if (await cancelled('read')) expect(await end()).toBe('cancelled');
          else {
            await interchange.checkImport({ id, version, mapping });
            if (await cancelled('checking')) expect(await end()).toBe('cancelled');
            else {
              await workOn(test, id);
              const checked = await interchange.getImport({ id });
              const good = checked.rowsTotal - checked.rowsBad;
              if (await cancelled('checked')) expect(await end()).toBe('cancelled');
              else if (good > 0) {
                await interchange.startImport({ id, version: checked.version, leaveOutBad: true });
                if (await cancelled('writing')) expect(await end()).toBe('cancelled');
                else {
                  expect(await end()).toBe('done');
                  expect(await count()).toBe(before + good);
                  await interchange.undoImport({ id });
                  expect(await end()).toBe('undone');
                }
              }
            }
          }
          expect(await count()).toBe(before);
        },
      ),
      { numRuns: 12 },
    );
  }, 60_000);
});
