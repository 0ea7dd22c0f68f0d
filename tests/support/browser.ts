import { createRequire } from 'node:module';
import fs from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';

const candidates = [
  process.env.CHROMIUM,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const executablePath = candidates.find((path) => path && fs.existsSync(path));

/** True when the journeys can run; without a browser they are skipped, unless CI requires them. */
export const hasBrowser = executablePath !== undefined || process.env.JOURNEYS === 'required';

if (!hasBrowser) {
  process.stderr.write(
    'Journeys are skipped: no Chromium here. Install Debian’s chromium, or set CHROMIUM to one.\n',
  );
}

export function openBrowser(): Promise<Browser> {
  if (!executablePath)
    throw new Error('The journeys need Chromium: install Debian’s package chromium.');
  return chromium.launch({
    executablePath,
    // Without a UTF-8 locale the browser cannot name a file in Chinese.
    env: { ...process.env, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  });
}

export const desk = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };

const sessions = new Map<string, Awaited<ReturnType<BrowserContext['storageState']>>>();

export type Visit = { page: Page; context: BrowserContext; complaints: string[] };

/** A window of its own, with everything the console complains of kept. */
export async function visit(
  browser: Browser,
  url: string,
  options: { viewport?: typeof desk; locale?: string; email?: string } = {},
): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: options.viewport ?? desk,
    locale: options.locale ?? 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    reducedMotion: 'reduce',
    // Who has signed in once in this run is not asked again.
    storageState: (options.email && sessions.get(`${url} ${options.email}`)) || undefined,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    // The browser itself reports answers of 4xx, which a page may expect.
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
      complaints.push(message.text());
    }
  });
  if (options.email && !sessions.has(`${url} ${options.email}`)) {
    await signIn(page, options.email);
    sessions.set(`${url} ${options.email}`, await context.storageState());
  }
  return { page, context, complaints };
}

/** Signs in with an example account, through the page. */
async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in');
  await page.getByLabel('邮箱').fill(email);
  await page.getByLabel('密码').fill('rongtong-example');
  await page.getByRole('button', { name: '登录', exact: true }).click();
  await page.waitForURL((url) => !url.pathname.startsWith('/sign-in'));
}

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Fails with the rule, the element and what to do for everything axe finds on the page. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.evaluate(fs.readFileSync(axePath, 'utf8'));
  const found = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: {
        run: (options: unknown) => Promise<{
          violations: {
            id: string;
            help: string;
            nodes: { html: string; failureSummary: string }[];
          }[];
        }>;
      };
    };
    const { violations } = await axe.run({
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
    });
    return violations.map(
      ({ id, help, nodes }) =>
        `${id}: ${help} — ${nodes
          .map(({ html }) => html)
          .join(' | ')
          .slice(0, 400)}`,
    );
  });
  expect(found, page.url()).toEqual([]);
}
