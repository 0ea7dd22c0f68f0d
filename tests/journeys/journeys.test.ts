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

const problem =
  '牛油火锅底料放了半年就有股哈喇味，常温超市卖，被投诉。不想加合成的抗氧化剂，包装机可以小改，想把保质期做到15个月。';
const needTitle = '火锅底料半年就哈喇，想做到15个月';
/** Words that meet are marked with their number, also within a title. */
const answering = /脂质氧化.*抑制/;

// One story, told in its order by the people in it, each at the own desk or phone.
describe.skipIf(!hasBrowser)('a problem on its way to a contract', () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-journeys-'));
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
  const headline = (page: Page) => page.getByRole('heading', { level: 1 });
  const open = async (page: Page, action: string) => {
    await page.getByRole('button', { name: action }).first().click();
    return page.getByRole('dialog');
  };
  const send = async (page: Page, action: string) => {
    await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  };

  it.each([
    ['a desk', desk],
    ['a phone', phone],
  ])(
    'a visitor at %s says a problem and sees at once who can solve it, and why',
    { timeout: 60_000 },
    async (_where, size) => {
      await as(
        null,
        async (page) => {
          await page.goto('/');
          await expectAccessible(page);
          const box = page.getByRole('textbox').first();
          await box.fill(problem);
          // The answer comes while one is still in the box.
          await page.getByText(answering).first().waitFor();
          expect(await page.locator('mark').count()).toBeGreaterThan(0);
          await page.getByRole('button', { name: '看谁能解决' }).click();
          await page.waitForURL('**/match');
          await page.getByText('不利之处').first().waitFor();
          await expectAccessible(page);
          await page.getByRole('link', { name: answering }).first().click();
          await page.waitForURL('**/achievements/*');
          await expectAccessible(page);
        },
        size,
      );
    },
  );

  it('an enterprise makes its problem a need', { timeout: 60_000 }, async () => {
    await as('baweifang@example.com', async (page) => {
      await page.goto('/needs/new');
      await expectAccessible(page);
      await page.getByRole('button', { name: '发布需求' }).click();
      // What is missing is said at its place; nothing was sent.
      await page.getByText('这一项要填').first().waitFor();
      await page.getByLabel('一句话').fill(needTitle);
      await page.getByLabel('细说').fill(problem);
      await page.getByLabel(/^预算/).fill('50');
      await page.getByLabel(/^希望多久用上/).fill('6');
      await page.getByLabel('技术服务').check();
      await page.getByRole('button', { name: '发布需求' }).click();
      await page.waitForURL(/\/needs\/[0-9a-f-]{36}$/);
      await page.getByText(needTitle).first().waitFor();
      await page.getByText('受理').first().waitFor();
      await expectAccessible(page);
    });
  });

  it('an operator triages it with the keyboard', { timeout: 60_000 }, async () => {
    await as('operator@example.com', async (page) => {
      await page.goto('/triage');
      await expectAccessible(page);
      await page.getByText(needTitle).first().click();
      await page.getByRole('button', { name: /受理并发布/ }).waitFor();
      // Whoever dictates to the machine can switch the letters off, and off they stay.
      await page.getByRole('button', { name: '关掉单键快捷键' }).click();
      await page.reload();
      await page.getByRole('button', { name: '受理并发布', exact: true }).waitFor();
      await page.keyboard.press('p');
      expect(await page.getByRole('dialog').count()).toBe(0);
      expect(await page.locator('kbd').count()).toBe(0);
      await page.getByRole('button', { name: '打开单键快捷键' }).click();
      await page.keyboard.press('p');
      await page.getByRole('dialog').waitFor();
      await send(page, '受理并发布');
    });
    await as(null, async (page) => {
      await page.goto('/needs');
      await page.getByText(needTitle).first().waitFor();
      await expectAccessible(page);
    });
  });

  it('a broker proposes it to who can answer, with the reasons', { timeout: 60_000 }, async () => {
    await as('broker1@example.com', async (page) => {
      await page.goto('/needs');
      await page.getByText(needTitle).first().click();
      await page.getByText(answering).first().waitFor();
      await expectAccessible(page);
      const card = page.locator('article, li, section').filter({ hasText: answering });
      await card.getByRole('button', { name: '提出对接' }).first().click();
      await page
        .getByRole('dialog')
        .getByRole('textbox')
        .fill('企业想把保质期做到15个月，请您看看。');
      await page.getByRole('dialog').getByRole('button', { name: '提出对接', exact: true }).click();
      await page.waitForURL('**/cases/*');
      casePath = new URL(page.url()).pathname;
      await page.getByRole('heading', { level: 1, name: /现在等/ }).waitFor();
      await expectAccessible(page);
    });
  });

  it('the expert accepts on a phone', { timeout: 60_000 }, async () => {
    await as(
      'ren@example.com',
      async (page) => {
        await page.goto(casePath);
        await page.getByRole('heading', { level: 1, name: /你/ }).waitFor();
        await expectAccessible(page);
        await open(page, '接受对接');
        await send(page, '接受对接');
        await page.getByText('接受对接').first().waitFor();
      },
      phone,
    );
  });

  it(
    'the broker brings both to a contract, with the file as evidence',
    { timeout: 90_000 },
    async () => {
      await as('broker1@example.com', async (page) => {
        await page.goto(casePath);
        // A form starts at its first field, and leads back to what opened it.
        await open(page, '记录联系');
        expect(await page.locator('dialog :focus').getAttribute('type')).toBe('radio');
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
        expect(await page.locator('button:focus').textContent()).toContain('记录联系');

        const contact = await open(page, '记录联系');
        await expectAccessible(page);
        await contact.getByLabel('电话').check();
        await contact.getByLabel('双方怎么说').fill('双方愿意见面，约在下周。');
        await send(page, '记录联系');

        const meeting = await open(page, '记录见面');
        await meeting.getByLabel('哪一天见的').fill(today());
        await meeting.getByLabel('在哪里').fill('巴味坊食品会议室');
        await meeting.getByLabel('到场几人').fill('4');
        await meeting.getByLabel('纪要').fill('看了产线，先在一条线上试。');
        await send(page, '记录见面');

        await open(page, '开始洽谈');
        await send(page, '开始洽谈');

        const contract = await open(page, '登记合同');
        await contract.getByLabel('技术服务').check();
        await contract.getByLabel('合同金额').fill('48');
        await contract.getByLabel('第 1 行，是什么').fill('包装材料');
        await contract.getByLabel('第 1 行，金额').fill('60');
        await contract.getByLabel('签订日期').fill(today());
        await contract.locator('input[type=file]').setInputFiles({
          name: '技术服务合同.pdf',
          mimeType: 'application/pdf',
          buffer: Buffer.from('%PDF-1.7 test'),
        });
        await contract.getByText('技术服务合同.pdf').first().waitFor();
        await contract.getByRole('progressbar').waitFor({ state: 'hidden' });
        await contract.getByRole('button', { name: '登记合同', exact: true }).click();
        // More taken off than there is: said in words, and nothing typed is lost.
        await contract.getByRole('alert').first().waitFor();
        expect(await contract.getByLabel('合同金额').inputValue()).toBe('48');
        await contract.getByLabel('第 1 行，金额').fill('7');
        await send(page, '登记合同');
        await page.getByText('登记了合同').first().waitFor();
        await expectAccessible(page);
        const download = page.waitForEvent('download');
        await page
          .getByRole('link', { name: /技术服务合同\.pdf/ })
          .first()
          .click();
        expect((await download).suggestedFilename()).toBe('技术服务合同.pdf');
      });
    },
  );

  it(
    'an expert declines another case with a reason and a sentence, and the asker reads both',
    { timeout: 90_000 },
    async () => {
      let declined = '';
      await as('broker1@example.com', async (page) => {
        const needs = await (await page.request.get('/api/needs?q=哈喇')).json();
        const offers = await (await page.request.get('/api/achievements?q=复热')).json();
        const proposed = await page.request.post('/api/dockings', {
          data: {
            needId: needs.items.find(({ title }: { title: string }) => title === needTitle).id,
            offerKind: 'achievement',
            offerId: offers.items[0].id,
          },
        });
        expect(proposed.status()).toBe(200);
        declined = `/cases/${(await proposed.json()).id}`;
      });
      await as('ren@example.com', async (page) => {
        await page.goto(declined);
        const form = await open(page, '谢绝，说明原因');
        await form.getByRole('button', { name: '谢绝，说明原因', exact: true }).click();
        await form.getByRole('alert').first().waitFor();
        await form.getByLabel('没有余力').check();
        await form.getByLabel('一句话说明').fill('今年的项目排满了，明年三月以后可以再谈。');
        await send(page, '谢绝，说明原因');
        await page.getByText('没有余力').first().waitFor();
      });
      await as('baweifang@example.com', async (page) => {
        await page.goto(declined);
        await page.getByText('今年的项目排满了').first().waitFor();
        await page.getByRole('heading', { level: 1, name: /谢绝/ }).waitFor();
        await expectAccessible(page);
      });
    },
  );

  it('the funnel counts what happened, for everybody to read', { timeout: 60_000 }, async () => {
    await as(null, async (page) => {
      await page.goto('/funnel');
      await page.getByText('签了合同').first().waitFor();
      await expectAccessible(page);
    });
  });

  it(
    'every other page is readable by everybody it is for, in both languages',
    { timeout: 120_000 },
    async () => {
      const pages: [string | null, string[]][] = [
        [
          null,
          ['/achievements', '/experts', '/organisations', '/sign-in', '/sign-up', '/nothing-here'],
        ],
        ['broker1@example.com', ['/work', '/cases']],
        [
          'lingfeng@example.com',
          ['/work', '/my/needs', '/my/achievements', '/cases', '/achievements/new'],
        ],
        ['admin@example.com', ['/accounts', '/work']],
      ];
      for (const [email, paths] of pages) {
        await as(email, async (page) => {
          for (const pathname of paths) {
            await page.goto(pathname);
            await headline(page).waitFor();
            await expectAccessible(page);
          }
          await page.getByRole('button', { name: 'English' }).first().click();
          // The words of the other language come first.
          await page.locator('html[lang="en"]').waitFor();
          await headline(page).waitFor();
          await expectAccessible(page);
        });
      }
    },
  );

  it('a page that is not for one says so and what to do', { timeout: 60_000 }, async () => {
    await as('lingfeng@example.com', async (page) => {
      await page.goto('/triage');
      await headline(page).waitFor();
      await expectAccessible(page);
      expect(await page.locator('main').textContent()).not.toContain('受理并发布');
      await page.goto(casePath);
      await headline(page).waitFor();
      expect(await page.locator('main').textContent()).not.toContain('48万元');
    });
  });

  it('without a complaint in the console all along', () => {
    expect(complaints).toEqual([]);
  });
});

function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
