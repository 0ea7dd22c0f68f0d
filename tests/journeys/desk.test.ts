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

// A team at work for a week: founded, sent out, and its report written from what it did.
describe.skipIf(!hasBrowser)('a weekly report from cases', () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-desk-'));
  const complaints: string[] = [];
  let server: ServerProcess;
  let browser: Browser;
  let teamPath = '';
  let reportPath = '';

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
  const dialog = (page: Page) => page.getByRole('dialog');
  const send = async (page: Page, action: string) => {
    await dialog(page).getByRole('button', { name: action, exact: true }).click();
    await dialog(page).waitFor({ state: 'hidden' });
  };
  const pick = async (page: Page, name: string) => {
    await dialog(page).getByRole('textbox').first().fill(name);
    await dialog(page)
      .getByRole('button', { name: `选他 ${name}` })
      .click();
  };

  it(
    'begins with a team that an operator founds and sends to a need',
    { timeout: 90_000 },
    async () => {
      await as('operator@example.com', async (page) => {
        await page.goto('/teams');
        await page.getByRole('button', { name: '成立服务队' }).click();
        await pick(page, '罗予安');
        await dialog(page).getByLabel('名称').fill('装备制造专家服务队');
        await dialog(page).getByLabel('专家服务队').check();
        await dialog(page).getByLabel('牵头单位').selectOption({ index: 1 });
        await dialog(page).getByRole('button', { name: '成立服务队', exact: true }).click();
        await page.waitForURL('**/teams/*-*');
        teamPath = new URL(page.url()).pathname;
        await page.getByRole('button', { name: '加队员' }).click();
        await pick(page, '郁承钧');
        await send(page, '加队员');
        await page.getByRole('button', { name: '派到需求' }).click();
        await dialog(page).getByLabel('派到哪条需求').selectOption({ index: 1 });
        await dialog(page).getByLabel('去做什么').fill('看看现场，问清停机窗口。');
        await send(page, '派到需求');
        await page.getByText('等答复').first().waitFor();
        await expectAccessible(page);
      });
    },
  );

  it(
    'goes on with an expert on a phone, who accepts and records what was seen',
    { timeout: 90_000 },
    async () => {
      await as(
        'yu@example.com',
        async (page) => {
          await page.goto('/my/dispatches');
          await page.getByRole('button', { name: '接受', exact: true }).click();
          await send(page, '接受');
          await page.getByRole('button', { name: '记走访' }).click();
          await dialog(page).getByLabel('在哪里').fill('二车间');
          await dialog(page).getByLabel('去了几人').fill('3');
          await dialog(page).getByLabel('看到了什么').fill('冷热机差 34 μm，没有恒温。');
          await dialog(page).getByLabel('下一步').fill('周五带仪器复测。');
          await send(page, '记走访');
          await page.getByText('冷热机差 34 μm，没有恒温。').waitFor();
          await expectAccessible(page);
        },
        phone,
      );
    },
  );

  it(
    'gives the lead a report that is written already, to be edited and handed in',
    { timeout: 90_000 },
    async () => {
      await as('broker1@example.com', async (page) => {
        await page.goto(teamPath);
        await page.getByRole('button', { name: '写本周周报' }).click();
        await dialog(page).getByRole('button', { name: '写本周周报', exact: true }).click();
        await page.waitForURL('**/reports/*');
        reportPath = new URL(page.url()).pathname;
        const text = page.getByRole('textbox', { name: '正文' });
        const written = await text.inputValue();
        expect(written).toContain('冷热机差 34 μm，没有恒温。');
        expect(written).toContain('RT-');
        await text.fill(`${written}\n\n另：下周三去园区座谈。`);
        await page.getByRole('button', { name: '保存文字' }).click();
        await page.getByText('改了文字').waitFor();
        await expectAccessible(page);
        await page.getByRole('button', { name: '提交周报' }).first().click();
        await send(page, '提交周报');
        await page.getByRole('heading', { level: 1, name: /运营员/ }).waitFor();
      });
    },
  );

  it('ends when the operator approves it, which sends it', { timeout: 90_000 }, async () => {
    await as('operator@example.com', async (page) => {
      await page.goto(reportPath);
      await page.getByRole('button', { name: '通过并发给牵头单位' }).first().click();
      await send(page, '通过并发给牵头单位');
      await page.getByRole('heading', { level: 1, name: /发出了/ }).waitFor();
      await page.getByText('下周三去园区座谈').first().waitFor();
      await page.goto('/stuck');
      await page.getByRole('heading', { level: 1 }).waitFor();
      await expectAccessible(page);
    });
  });

  it('makes no page complain', () => {
    expect(complaints).toEqual([]);
  });
});
