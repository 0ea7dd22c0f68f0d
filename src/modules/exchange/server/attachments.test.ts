import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { patentCheckCharacter } from '../../../kernel/codes/patent-number.ts';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  givenEnterprise,
  givenRole,
  heatNeed,
  type Enterprise,
  type Person,
} from '../../../../tests/support/people.ts';

const words = {
  title: '主轴热误差实时补偿',
  abstract: '连续切削 8 小时，Z 向漂移由 38μm 降至 7μm，无需恒温车间。',
  regionCode: '500118',
};
const patent = (digits: string) => `ZL${digits}.${patentCheckCharacter(digits)}`;

let test: TestApp;
let holder: Enterprise;
let other: Enterprise;
let operator: Person;
beforeAll(async () => {
  test = await startTestApp();
  holder = await givenEnterprise(test);
  other = await givenEnterprise(test);
  operator = await givenRole(test, 'operator');
});
afterAll(() => test.close());

const upload = async (person: Person, name: string, content: BlobPart = `%PDF-1.7 ${name}`) =>
  (await person.api.files.uploadFile({ file: new File([content], name) })).id;
const status = (failing: Promise<unknown>) =>
  failing.then(
    () => 200,
    (error: { status: number }) => error.status,
  );
const published = async (parts: object) => {
  const draft = await holder.api.exchange.draftAchievement({
    organisationId: holder.organisationId,
    ...words,
    ...parts,
  });
  return holder.api.exchange.publishAchievement({ id: draft.id, version: draft.version });
};

describe('files of a listing', () => {
  it('are given with captions in their order, and taken off again', async () => {
    const [first, second] = [
      await upload(holder, '检测报告.pdf'),
      await upload(holder, '图纸.pdf'),
    ];
    const listed = await published({
      attachments: [
        { fileId: first, caption: '第三方检测', purpose: 'maturity' },
        { fileId: second },
      ],
    });
    expect(listed.attachments).toMatchObject([
      { fileId: first, name: '检测报告.pdf', caption: '第三方检测', purpose: 'maturity' },
      { fileId: second, name: '图纸.pdf', caption: '' },
    ]);
    const changed = await holder.api.exchange.reviseAchievement({
      id: listed.id,
      version: listed.version,
      ...words,
      attachments: [{ fileId: second, caption: '装配图' }],
    });
    expect(changed.attachments.map(({ caption }) => caption)).toEqual(['装配图']);
    const gone = test.api().exchange.downloadAchievementFile({ id: listed.id, fileId: first });
    expect(await status(gone)).toBe(404);
    // What a change does not speak of stays.
    const again = await holder.api.exchange.reviseAchievement({
      id: listed.id,
      version: changed.version,
      ...words,
    });
    expect(again.attachments).toHaveLength(1);
  });

  it('are only ever those that the same person uploaded, and of one listing', async () => {
    const theirs = await upload(other, 'a.pdf');
    expect(await status(published({ attachments: [{ fileId: theirs }] }))).toBe(400);
    const taken = await upload(holder, 'b.pdf');
    await published({ attachments: [{ fileId: taken }] });
    expect(await status(published({ attachments: [{ fileId: taken }] }))).toBe(400);
  });

  it('are read by whoever may read the listing; those of the closed part are not', async () => {
    const [open, closed] = [await upload(holder, '简介.pdf'), await upload(holder, '配方.pdf')];
    const listed = await published({
      attachments: [{ fileId: open }, { fileId: closed, closed: true }],
      tier: 'on_request',
    });
    const seen = await test.api().exchange.getAchievement({ id: listed.id });
    expect(seen.attachments.map(({ name }) => name)).toEqual(['简介.pdf']);
    const download = (person: Pick<Person, 'api'>, fileId: string) =>
      status(person.api.exchange.downloadAchievementFile({ id: listed.id, fileId }));
    expect(await download({ api: test.api() }, open)).toBe(200);
    expect(await download({ api: test.api() }, closed)).toBe(404);
    expect(await download(other, closed)).toBe(404);
    expect(await download(holder, closed)).toBe(200);
    const draft = await holder.api.exchange.draftNeed({
      organisationId: holder.organisationId,
      regionCode: '500118',
      ...heatNeed,
      attachments: [{ fileId: await upload(holder, '现场.pdf') }],
    });
    const fileId = draft.attachments[0]!.fileId;
    expect(await status(other.api.exchange.downloadNeedFile({ id: draft.id, fileId }))).toBe(404);
    expect(await status(operator.api.exchange.downloadNeedFile({ id: draft.id, fileId }))).toBe(
      200,
    );
  });

  it('can be downloaded in parts, going on where it broke off, but never mixing two contents', async () => {
    const content = `%PDF-1.7 ${'0123456789'.repeat(1000)}`;
    const fileId = await upload(holder, '热误差 “实测”数据.pdf', content);
    const { id } = await published({ attachments: [{ fileId }] });
    const get = (headers: Record<string, string> = {}) =>
      test.fetch(`/api/achievements/${id}/files/${fileId}`, { headers });
    const whole = await get();
    expect(whole.status).toBe(200);
    expect(await whole.text()).toBe(content);
    expect(whole.headers.get('accept-ranges')).toBe('bytes');
    const name = whole.headers.get('content-disposition')!;
    expect(name).toMatch(/^attachment; filename="/);
    expect(decodeURIComponent(name.split("UTF-8''")[1]!)).toBe('热误差 “实测”数据.pdf');
    const etag = whole.headers.get('etag')!;

    const rest = await get({ range: 'bytes=9000-', 'if-range': etag });
    expect(rest.status).toBe(206);
    expect(rest.headers.get('content-range')).toBe(`bytes 9000-10008/10009`);
    expect(rest.headers.get('content-length')).toBe('1009');
    expect(await rest.text()).toBe(content.slice(9000));
    const last = await get({ range: 'bytes=-10' });
    expect(await last.text()).toBe(content.slice(-10));
    const changed = await get({ range: 'bytes=9000-', 'if-range': '"another"' });
    expect(changed.status).toBe(200);
    const outside = await get({ range: 'bytes=20000-' });
    expect(outside.status).toBe(416);
    expect(outside.headers.get('content-range')).toBe('bytes */10009');
  });
});

describe('patents of an achievement', () => {
  it('are checked, take their canonical form, and tell their kind', async () => {
    const listed = await published({
      patents: [
        { number: patent('202110601862'), status: 'granted' },
        { number: patent('202220601862'), status: 'pending' },
        { number: 'US 11,123,456 B2', office: 'foreign', status: 'granted' },
      ],
      trlProof: '第三方检测报告，三家工厂各连续运行半年。',
    });
    expect(listed.patents).toMatchObject([
      { kind: 'invention', status: 'granted' },
      { kind: 'utility_model', status: 'pending' },
      { kind: 'foreign', number: 'US 11,123,456 B2' },
    ]);
    expect(listed.patents[0]!.number).toMatch(/^202110601862\.[\dX]$/);
    expect(listed.trlProof).toContain('三家工厂');
  });

  it('are refused, by number, when the check digit does not fit or one stands twice', async () => {
    const good = patent('202110601862');
    const wrong = `${good.slice(0, -1)}${good.endsWith('1') ? '2' : '1'}`;
    const refused = async (numbers: string[]) =>
      published({ patents: numbers.map((number) => ({ number, status: 'granted' })) }).then(
        () => '',
        (error: Error) => error.message,
      );
    expect(await refused([good, wrong])).toContain(`${wrong} 的校验位对不上`);
    expect(await refused([good, good])).toContain('填了两次');
  });
});

describe('versions of a listing', () => {
  it('keep everything it said, for its owner and the operators of the region', async () => {
    const listed = await published({ keywords: ['热误差'] });
    const revised = await holder.api.exchange.reviseAchievement({
      id: listed.id,
      version: listed.version,
      ...words,
      abstract: words.abstract.replace('7μm', '5μm'),
      keywords: ['热误差'],
      priceMinFen: 4_500_000_00,
    });
    const versions = await holder.api.exchange.listAchievementVersions({ id: listed.id });
    expect(versions.map(({ number }) => number)).toEqual([2, 1]);
    const said = (at: number, field: string) =>
      versions[at]!.fields.find((each) => each.field === field)?.value;
    expect(said(0, 'text')).toContain('5μm');
    expect(said(1, 'text')).toContain('7μm');
    expect(said(0, 'price')).toBeTruthy();
    expect(said(1, 'price')).toBeUndefined();
    expect(versions[0]!.actorName).toBe(holder.name);
    expect(revised.history.map(({ action }) => action)).toEqual(['publish', 'draft']);
    expect((await operator.api.exchange.listAchievementVersions({ id: listed.id })).length).toBe(2);
    expect(await status(other.api.exchange.listAchievementVersions({ id: listed.id }))).toBe(403);
    expect((await test.api().exchange.getAchievement({ id: listed.id })).history).toEqual([]);
  });

  it('are not made by saving the same again', async () => {
    const listed = await published({});
    const again = { id: listed.id, ...words };
    await holder.api.exchange.reviseAchievement({ ...again, version: listed.version });
    expect(await holder.api.exchange.listAchievementVersions({ id: listed.id })).toHaveLength(1);
  });
});
