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

const facility = '龙门式三坐标测量机（示例）';

describe.skipIf(!hasBrowser)('what the people of a district keep in its directory', () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-directory-'));
  const complaints: string[] = [];
  let server: ServerProcess;
  let browser: Browser;

  beforeAll(async () => {
    server = await startExampleServer(dataDir);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop('SIGTERM');
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  async function as(email: string | null, act: (page: Page) => Promise<void>, size = desk) {
    const window = await visit(browser, server.url, {
      viewport: size,
      ...(email ? { email } : {}),
    });
    try {
      await act(window.page);
    } finally {
      complaints.push(...window.complaints.map((line) => `${window.page.url()}: ${line}`));
      await window.context.close();
    }
  }
  const open = async (page: Page, name: string) => {
    await page.getByRole('link', { name, exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  };
  const send = async (page: Page, action: string) => {
    await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };

  it('an enterprise books an instrument and its owner confirms', { timeout: 90_000 }, async () => {
    await as(
      'lingfeng@example.com',
      async (page) => {
        await page.goto('/facilities?category=metrology');
        await expectAccessible(page);
        await open(page, facility);
        // The week after, where every slot is still to come.
        await page.getByRole('button', { name: '后一周' }).click();
        const slots = page.getByRole('button', { name: /周二.* (9|10):00 至 .*空$/ });
        await slots.nth(1).waitFor();
        await slots.nth(0).click();
        await page
          .getByRole('button', { name: /10:00 至 11:00，空$/ })
          .nth(1)
          .click();
        await page.getByText(/已选 .* 9:00 至 11:00/).waitFor();
        await expectAccessible(page);
        await page.getByRole('button', { name: '预约这段时间' }).click();
        await page.getByLabel('用来做什么').fill('测两件箱体的孔距，早上和下午各一次。');
        await send(page, '预约');
        await page.waitForURL('**/my/bookings');
        await page.getByText('待确认').waitFor();
        await expectAccessible(page);
      },
      phone,
    );
    await as('yu@example.com', async (page) => {
      await page.goto('/facilities');
      await open(page, facility);
      await page.getByText('测两件箱体的孔距').waitFor();
      await page.getByRole('button', { name: '确认', exact: true }).click();
      await page.getByLabel('附一句话').fill('到机械楼 B108 找小罗。');
      await send(page, '确认');
      await page.getByText('已确认').first().waitFor();
      await expectAccessible(page);
    });
  });

  it(
    'somebody claims an organisation that nobody keeps, and then keeps it',
    {
      timeout: 90_000,
    },
    async () => {
      await as('lingfeng@example.com', async (page) => {
        await page.goto('/organisations?q=%E7%94%B5%E5%AD%90%E5%AD%A6%E4%BC%9A');
        await open(page, '中国电子学会');
        await expectAccessible(page);
        await page.getByRole('button', { name: '认领', exact: true }).click();
        await page.getByLabel('你和它是什么关系').fill('我在学会的地方工作部，负责永川的对接。');
        await page
          .getByRole('dialog')
          .locator('input[type=file]')
          .setInputFiles({
            name: '工作证.txt',
            mimeType: 'text/plain',
            buffer: Buffer.from('工作证'),
          });
        await page.getByRole('dialog').getByText('工作证.txt').waitFor();
        await page.getByRole('dialog').getByText('已上传').waitFor();
        await send(page, '交给运营员');
        await page.getByText('正在等运营员核实').waitFor();
      });
      // It lies in Beijing: the operator of the district neither sees nor decides it.
      await as('operator@example.com', async (page) => {
        await page.goto('/claims');
        await page.getByText('没有等着核实的认领').first().waitFor();
        await expectAccessible(page);
        await page.goto('/organisations?kind=carrier');
        await page.getByRole('link', { name: '永川区大数据产业园' }).click();
        await page.getByRole('button', { name: '写一条动态' }).click();
        await page.getByLabel('什么事').fill('开园路演');
        await page.getByLabel('经过').fill('三家企业讲了样机。');
        await send(page, '写一条动态');
        await page.getByText('开园路演').waitFor();
        await page.getByRole('link', { name: '修改' }).click();
        await page.getByLabel('别名').fill('永川数谷');
        await expectAccessible(page);
        await page.getByRole('button', { name: '保存' }).click();
        await page.getByText('永川数谷').waitFor();
        await page.getByRole('link', { name: '经过和版本' }).click();
        await page.getByText('改了别名').waitFor();
        await expectAccessible(page);
      });
    },
  );

  it('and nothing on the way troubled the console', () => {
    expect(complaints).toEqual([]);
  });
});
