import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  desk,
  expectAccessible,
  hasBrowser,
  openBrowser,
  phone,
  visit,
} from '../support/browser.ts';
import { startExampleServer } from '../support/example-server.ts';
import type { ServerProcess } from '../support/server-process.ts';

const table = [
  '名称,性质,信用代码,地区,主营业务',
  '云岭铸造厂,企业,,重庆市永川区,铸件',
  '茶山轴承厂,工厂,,永川,轴承',
  '双竹弹簧厂,企业,,没有的地方,弹簧',
].join('\r\n');

// What a job does comes after what the examples have set in motion.
const patient = { timeout: 60_000 };

describe.skipIf(!hasBrowser)('a list that a district already has', () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-interchange-'));
  const complaints: string[] = [];
  let server: ServerProcess;
  let browser: Browser;
  let mended = '';

  beforeAll(async () => {
    server = await startExampleServer(dataDir);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop('SIGTERM');
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  async function asOperator(act: (page: Page) => Promise<void>, size = desk) {
    const window = await visit(browser, server.url, {
      viewport: size,
      email: 'operator@example.com',
    });
    try {
      await act(window.page);
    } finally {
      complaints.push(...window.complaints);
      await window.context.close();
    }
  }
  const headline = (page: Page) => page.getByRole('heading', { level: 1 });
  const send = async (page: Page, name: string, content: string) => {
    await page.goto('/imports');
    await page
      .locator('input[type=file]')
      .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
    await page.getByRole('button', { name: '检查每一行' }).click(patient);
  };

  it('is checked, and its bad rows come back with the reasons', async () => {
    await asOperator(async (page) => {
      await send(page, '单位名单.csv', table);
      await page.getByRole('button', { name: '只导入其余 1 行' }).waitFor(patient);
      expect(await headline(page).textContent()).toContain('有 1 行可以导入，2 行不行');
      await expectAccessible(page);
      const saved = page.waitForEvent('download');
      await page.getByRole('link', { name: 'CSV' }).click();
      const file = fs.readFileSync(await (await saved).path(), 'utf8');
      expect(file).toContain('“工厂”不在可选的范围里');
      mended = file.replace('工厂,', '企业,').replace('没有的地方', '永川区');
      await page.getByRole('button', { name: '只导入其余 1 行' }).click();
      await page.getByRole('heading', { name: /1 行已经导入/ }).waitFor(patient);
    });
  }, 120_000);

  it('is complete when the mended rows came in, until that is undone', async () => {
    await asOperator(async (page) => {
      await send(page, '改好的.csv', mended);
      await page.getByRole('button', { name: '导入 2 行' }).click(patient);
      await page.getByRole('heading', { name: /2 行已经导入/ }).waitFor(patient);
      await page.goto('/organisations?q=双竹弹簧厂');
      await page.getByRole('heading', { name: '1 家单位' }).waitFor();
      await page.goto('/imports');
      await page.getByRole('link', { name: '改好的.csv' }).click();
      await page.getByRole('button', { name: '撤销这次导入' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: '撤销这次导入' }).click();
      await page.getByRole('heading', { name: /已经撤销/ }).waitFor(patient);
      await expectAccessible(page);
      await page.goto('/organisations?q=双竹弹簧厂');
      await page.getByRole('heading', { name: '0 家单位' }).waitFor();
      await page.goto('/organisations?q=云岭铸造厂');
      const still = page.getByRole('heading', { name: '1 家单位' });
      await still.waitFor();
      // What came in by the first file stays.
      expect(await still.count()).toBe(1);
    }, phone);
  }, 120_000);

  it('can be read by a program with a key that is shown once', async () => {
    await asOperator(async (page) => {
      await page.goto('/my/access');
      await page.getByRole('button', { name: '新建密钥' }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel('叫什么').fill('看板');
      await dialog.getByText('单位、专家、设施：读', { exact: true }).click();
      await dialog.getByRole('button', { name: '新建密钥' }).click();
      const secret = await page.locator('.shown-once code').textContent();
      await expectAccessible(page);
      await page.reload();
      await page.getByText('看板').waitFor();
      expect(await page.locator('.shown-once').count()).toBe(0);
      const answer = await fetch(`${server.url}/api/organisations?q=云岭铸造厂`, {
        headers: { authorization: `Bearer ${secret}` },
      });
      expect(await answer.json()).toMatchObject({ total: 1 });
    });
    expect(complaints).toEqual([]);
  }, 60_000);
});
