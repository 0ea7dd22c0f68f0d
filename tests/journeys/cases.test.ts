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

// A signed case of the example district, from the plan of its parts to the first one accepted.
describe.skipIf(!hasBrowser)('the work under a contract', () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-cases-'));
  const complaints: string[] = [];
  let server: ServerProcess;
  let browser: Browser;
  let casePath = '';

  beforeAll(async () => {
    server = await startExampleServer(dataDir);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop('SIGTERM');
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  async function as(email: string, act: (page: Page) => Promise<void>, size = desk) {
    const window = await visit(browser, server.url, { viewport: size, email });
    try {
      await act(window.page);
    } finally {
      complaints.push(...window.complaints.map((line) => `${window.page.url()}: ${line}`));
      await window.context.close();
    }
  }
  const form = async (page: Page, action: string) => {
    await page.getByRole('button', { name: action }).first().click();
    return page.getByRole('dialog');
  };
  const send = async (page: Page, action: string) => {
    await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };
  const later = (days: number) =>
    new Date(Date.now() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

  it(
    'is planned in parts, with a meeting in everybody’s calendar',
    { timeout: 90_000 },
    async () => {
      await as('broker1@example.com', async (page) => {
        await page.goto('/cases');
        await page.getByText('钻头断在孔里没人知道').first().click();
        await page.waitForURL('**/cases/*-*');
        casePath = new URL(page.url()).pathname;

        const plan = await form(page, '写节点计划');
        await plan.getByLabel('第 1 行，名称').fill('先装四台');
        await plan.getByLabel('第 1 行，交付日期').fill(later(40));
        await plan.getByLabel('第 1 行，金额').fill('18');
        await plan.getByRole('button', { name: '加一个节点' }).click();
        await plan.getByLabel('第 2 行，名称').fill('剩下四台');
        await plan.getByLabel('第 2 行，交付日期').fill(later(120));
        await plan.getByLabel('第 2 行，金额').fill('19');
        await expectAccessible(page);
        await plan.getByRole('button', { name: '写节点计划', exact: true }).click();
        // Together a 万元 more than the contract: said, and nothing typed is lost.
        await plan.getByRole('alert').first().waitFor();
        await plan.getByLabel('第 2 行，金额').fill('18');
        await send(page, '写节点计划');
        await page.getByText('先装四台').first().waitFor();

        const meeting = await form(page, '约见面');
        await meeting.getByLabel('开始').fill(`${later(3)}T14:00`);
        await meeting.getByLabel('结束').fill(`${later(3)}T15:30`);
        await meeting.getByLabel('在哪里见').fill('凌峰精密一车间');
        await meeting.getByLabel('想谈什么').fill('定四台的安装次序和停机窗口。');
        await send(page, '约见面');
        await expectAccessible(page);
        const [calendar] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: '加到日历' }).click(),
        ]);
        expect(calendar.suggestedFilename()).toMatch(/^RT-\d{4}-\d{4}\.ics$/);
        const [printed] = await Promise.all([
          page.waitForEvent('download'),
          page.getByRole('link', { name: '打印这件对接' }).click(),
        ]);
        expect(printed.suggestedFilename()).toMatch(/^RT-\d{4}-\d{4}\.pdf$/);

        const start = await form(page, '开始履约');
        await start.getByLabel('约定哪一天交付').fill(later(120));
        await send(page, '开始履约');
      });
    },
  );

  it('is delivered, and accepted on a phone', { timeout: 90_000 }, async () => {
    await as('ren@example.com', async (page) => {
      await page.goto(casePath);
      await page.getByRole('button', { name: '我来', exact: true }).click();
      await page.getByText('回复了。').first().waitFor({ state: 'attached' });
      const delivery = await form(page, '交付，请对方验收');
      await delivery.getByLabel('交付了什么').fill('四台装好，连测两周，报警不到一秒停机。');
      await send(page, '交付，请对方验收');
      await page.getByText('待验收').first().waitFor();
    });
    await as(
      'lingfeng@example.com',
      async (page) => {
        await page.goto(casePath);
        await page.getByRole('heading', { level: 1, name: /你/ }).waitFor();
        await expectAccessible(page);
        await form(page, '验收这个节点');
        await send(page, '验收这个节点');
        await page.getByText('已验收').first().waitFor();
      },
      phone,
    );
    expect(complaints).toEqual([]);
  });
});
