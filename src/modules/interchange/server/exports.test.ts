import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { givenCheckedImport, runImport } from '../../../../tests/support/imports.ts';
import {
  givenEnterprise,
  givenExpert,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  heatNeed,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';
import { readSheet } from '../../../platform/sheets/read-sheet.ts';

let test: TestApp;
let owner: Enterprise;
let holder: Enterprise;
let operator: Person;
let broker: Person;

beforeAll(async () => {
  test = await startTestApp();
  owner = await givenEnterprise(test, { name: '凌峰精密机械' });
  holder = await givenEnterprise(test, { name: '=科言研究所' });
  operator = await givenRole(test, 'operator');
  broker = await givenRole(test, 'broker');
  await givenExpert(test);
  const need = await givenPublishedNeed(owner, operator, { budgetFen: 30_000_000 });
  await givenPublishedNeed(owner, operator, { title: '注塑件合模线总有飞边' });
  const achievement = await givenPublishedAchievement(holder);
  await owner.api.exchange.draftNeed({
    organisationId: owner.organisationId,
    regionCode: '500118',
    ...heatNeed,
    title: '还没有提交的需求',
  });
  await test.settle();
  await broker.api.dockings.proposeDocking({
    needId: need.id,
    offerKind: 'achievement',
    offerId: achievement.id,
  });
});
afterAll(() => test.close());

const fetchAs = (path: string, person?: Person) =>
  test.fetch(path, { headers: person ? { cookie: person.cookie } : {} });

async function table(path: string, person?: Person): Promise<string[][]> {
  const answer = await fetchAs(path, person);
  expect(answer.status).toBe(200);
  const rows: string[][] = [];
  const content = await answer.bytes();
  for await (const { cells } of readSheet(content, path.split('?')[0]!)) rows.push(cells);
  return rows;
}

describe('a feed', () => {
  it('tells of what is new and public, narrowed like the list', async () => {
    const answer = await fetchAs('/feeds/needs.atom', owner);
    expect(answer.headers.get('content-type')).toContain('application/atom+xml');
    const text = await answer.text();
    const { items } = await test.api().exchange.listNeeds({});
    const ids = [...text.matchAll(/<entry><id>urn:uuid:([^<]+)</g)].map(([, id]) => id);
    expect(ids).toEqual(items.map(({ id }) => id));
    expect(text).toContain(
      `<link rel="alternate" type="text/html" href="http://rongtong.test/needs/${ids[0]}"/>`,
    );
    expect(text).not.toContain('还没有提交');
    const narrowed = await fetchAs(`/feeds/needs.atom?q=${encodeURIComponent('合模线')}`);
    expect((await narrowed.text()).match(/<entry>/g)).toHaveLength(1);
    expect(await (await fetchAs('/feeds/achievements.atom')).text()).toContain(
      '<name>=科言研究所</name>',
    );
    expect((await fetchAs('/feeds/cases.atom')).status).toBe(404);
  });

  it('is not sent again to those who have it, until something is new', async () => {
    const first = await fetchAs('/feeds/achievements.atom');
    const etag = first.headers.get('etag')!;
    const again = () =>
      test.fetch('/feeds/achievements.atom', {
        headers: { 'if-none-match': `"other", W/${etag}` },
      });
    const same = await again();
    expect([same.status, await same.text()]).toEqual([304, '']);
    await givenPublishedAchievement(holder, { title: '<b>新</b>的成果 & 更多' });
    const changed = await again();
    expect(changed.status).toBe(200);
    expect(await changed.text()).toContain('<title>&lt;b&gt;新&lt;/b&gt;的成果 &amp; 更多</title>');
  });
});

describe('a list as a table', () => {
  it('has what the list shows, with its filters, in both forms', async () => {
    const all = await table('/api/exports/needs.xlsx');
    expect(all.map(([title]) => title)).toEqual([
      '需求名称',
      '注塑件合模线总有飞边',
      heatNeed.title,
    ]);
    const narrowed = await table(`/api/exports/needs.csv?q=${encodeURIComponent('合模线')}`);
    expect(narrowed.map(([title]) => title)).toEqual(['需求名称', '注塑件合模线总有飞边']);
    const wrong = await fetchAs('/api/exports/needs.csv?region=here');
    expect(wrong.status).toBe(400);
  });

  it('shows nobody more than the list does', async () => {
    expect(await table('/api/exports/needs.xlsx', owner)).toHaveLength(3);
    expect((await fetchAs('/api/exports/cases.xlsx')).status).toBe(401);
    const cases = await table('/api/exports/cases.xlsx', broker);
    expect(cases[1]?.slice(1, 4)).toEqual(['已提出', heatNeed.title, '凌峰精密机械']);
    const stranger = await givenEnterprise(test);
    expect(await table('/api/exports/cases.csv', stranger)).toHaveLength(1);
  });

  it('carries out no formula', async () => {
    const answer = await fetchAs('/api/exports/organisations.csv');
    const text = Buffer.from(await answer.bytes()).toString('utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).toContain("\n'=科言研究所,企业,");
    expect(answer.headers.get('content-disposition')).toContain(encodeURIComponent('单位.csv'));
  });

  it('can come in again elsewhere, as it went out', async () => {
    const there = await startTestApp();
    try {
      const all = await givenRole(there, 'operator', '许知勤', null);
      for (const [name, kind] of [
        ['organisations', 'organisation'],
        ['experts', 'expert'],
        ['achievements', 'achievement'],
        ['needs', 'need'],
      ] as const) {
        const content = await (await fetchAs(`/api/exports/${name}.xlsx`)).bytes();
        const file = new File([content], '表.xlsx');
        const checked = await givenCheckedImport(there, all.api, kind, file);
        const bad = await all.api.interchange.listBadRows({ id: checked.id });
        expect(bad.items).toEqual([]);
        expect(await runImport(there, all.api, checked)).toMatchObject({ status: 'done' });
      }
    } finally {
      await there.close();
    }
  });
});
