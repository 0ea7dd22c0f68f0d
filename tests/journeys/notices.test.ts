import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  expectAccessible,
  hasBrowser,
  openBrowser,
  phone,
  visit,
  type Visit,
} from '../support/browser.ts';
import { startExampleServer } from '../support/example-server.ts';
import type { ServerProcess } from '../support/server-process.ts';

describe.skipIf(!hasBrowser)('somebody who is told something', () => {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-notices-'));
  let server: ServerProcess;
  let browser: Browser;
  const windows: Visit[] = [];

  beforeAll(async () => {
    server = await startExampleServer(dataDir);
    browser = await openBrowser();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await server?.stop('SIGTERM');
    fs.rmSync(dataDir, { recursive: true, force: true });
  });

  const enter = async (email: string | null, viewport?: typeof phone): Promise<Page> => {
    const opened = await visit(browser, server.url, {
      ...(email ? { email } : {}),
      ...(viewport ? { viewport } : {}),
    });
    windows.push(opened);
    return opened.page;
  };
  const headline = (page: Page) => page.getByRole('heading', { level: 1 });

  it(
    'sees it on the open page, reads it, and finds nothing unread',
    { timeout: 90_000 },
    async () => {
      const asker = await enter('lingfeng@example.com', phone);
      const broker = await enter('broker1@example.com');
      const mine = (await (await asker.request.get('/api/dockings')).json()) as {
        items: { id: string; number: string }[];
      };
      const theirs = (await (await broker.request.get('/api/dockings')).json()) as typeof mine;
      const both = mine.items.find(({ id }) => theirs.items.some((each) => each.id === id))!;
      const reader = asker.request;
      await reader.post('/api/my/notices/read-all', {
        data: { until: new Date().toISOString() },
        headers: { origin: server.url },
      });
      await asker.goto('/work');
      await headline(asker).waitFor();

      const told = asker.waitForResponse(
        async (response) =>
          response.url().endsWith('/api/my/notices/unread') &&
          ((await response.json()) as { unread: number }).unread > 0,
        { timeout: 60_000 },
      );
      const sent = await broker.request.post(`/api/dockings/${both.id}/post-message`, {
        data: { words: '样件周四寄到，请查收。' },
        headers: { origin: server.url },
      });
      expect(sent.status()).toBe(200);
      await told;
      await asker.getByRole('link', { name: /通知.*条没看过/ }).click();
      await headline(asker).waitFor();
      await expectAccessible(asker);
      const row = asker.getByRole('article').filter({ hasText: `${both.number} 有新的留言` });
      await row.getByText('没看过', { exact: true }).waitFor();
      await row.getByRole('link').click();
      await asker.waitForURL((url) => url.pathname === `/cases/${both.id}`);
      await asker.goBack();
      await row.waitFor();
      await row.getByText('没看过', { exact: true }).waitFor({ state: 'detached' });
    },
  );

  it(
    'chooses how, follows each message, and resets a forgotten password',
    { timeout: 90_000 },
    async () => {
      const asker = await enter('lingfeng@example.com', phone);
      await asker.goto('/my/notifications');
      const kind = asker.getByRole('group', { name: '对接有新消息' });
      await kind.getByLabel('马上发').check();
      await asker.getByText('已保存。').waitFor();
      await expectAccessible(asker);
      await asker.reload();
      expect(await kind.getByLabel('马上发').isChecked()).toBe(true);

      const operator = await enter('operator@example.com');
      await operator.goto('/my/deliveries?scope=all');
      await operator.getByText('有新的留言').first().waitFor();
      await expectAccessible(operator);
      expect(await operator.locator('main').textContent()).not.toContain('lingfeng@example.com');

      const visitor = await enter(null);
      await visitor.goto('/forgot-password');
      await expectAccessible(visitor);
      await visitor.getByLabel('邮箱').fill('lingfeng@example.com');
      await visitor.getByRole('button', { name: '发链接' }).click();
      await visitor.getByRole('heading', { name: '请看邮箱' }).waitFor();
      await visitor.goto('/reset-password?token=made-up');
      await expectAccessible(visitor);
      await visitor.getByLabel('新密码').fill('a new long password');
      await visitor.getByRole('button', { name: '设为新密码' }).click();
      await visitor.getByRole('heading', { name: '这个链接用不了' }).waitFor();
    },
  );

  it('without a complaint in the console all along', () => {
    expect(windows.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
