import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createORPCClient } from '@orpc/client';
import type { ContractRouterClient } from '@orpc/contract';
import type { JsonifiedClient } from '@orpc/openapi-client';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { inject } from 'vitest';
import { composeApp, type App } from '../../src/app/compose.ts';
import { contract } from '../../src/app/contract.ts';
import { manualClock } from '../../src/kernel/clock.ts';
import { readConfig } from '../../src/platform/config/config.ts';
import { openDatabase } from '../../src/platform/db/database.ts';
import { named, onServer } from './global-setup.ts';

export type Api = JsonifiedClient<ContractRouterClient<typeof contract>>;

export type TestApp = {
  app: App;
  platform: App['platform'];
  /** Stands at Monday 2026-11-23, 10:00 in China, until a test moves it. */
  clock: ReturnType<typeof manualClock>;
  dataDir: string;
  /** The API over its real requests and answers, with the cookie of a session or without. */
  api: (cookie?: string, headers?: Record<string, string>) => Api;
  fetch: (pathname: string, init?: RequestInit) => Promise<Response>;
  /** Resolves when index and subscribers have seen every event so far. */
  settle: () => Promise<void>;
  close: () => Promise<void>;
};

const ORIGIN = 'http://rongtong.test';
let clones = 0;

/** A whole platform over a database of its own, cloned from the migrated template. */
export async function startTestApp(
  options: { at?: string; env?: Record<string, string> } = {},
): Promise<TestApp> {
  const template = inject('template');
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-app-'));
  clones += 1;
  const name = `${template.templateName}_${process.pid}_${clones}`;
  if (template.databaseUrl === null) {
    fs.cpSync(path.join(template.folder, 'postgres'), path.join(dataDir, 'postgres'), {
      recursive: true,
    });
  } else {
    await onServer(
      template.databaseUrl,
      `create database ${name} template ${template.templateName}`,
    );
  }
  const config = readConfig(
    {
      DATA_DIR: dataDir,
      DATABASE_URL: template.databaseUrl === null ? '' : named(template.databaseUrl, name),
      PUBLIC_URL: ORIGIN,
      LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
      AUTH_SECRET: 'a secret for tests only, 32 characters',
      ...options.env,
    },
    dataDir,
  );
  const database = await openDatabase({ ...config, poolSize: 5 });
  const clock = manualClock(options.at ?? '2026-11-23T02:00:00Z');
  const app = await composeApp({ config, database, clock });
  app.startReaders();
  // A new index answers nothing until it has been fed once, were it with nothing.
  await app.settled();
  const fetch = (pathname: string, init?: RequestInit) =>
    app.fetch(new Request(new URL(pathname, ORIGIN), init));
  return {
    app,
    platform: app.platform,
    clock,
    dataDir,
    fetch,
    api: (cookie, headers = {}) =>
      createORPCClient(
        new OpenAPILink(contract, {
          url: `${ORIGIN}/api`,
          headers: { ...(cookie ? { cookie } : {}), ...headers },
          fetch: (request) => app.fetch(request),
        }),
      ),
    settle: () => app.settled(),
    async close() {
      await app.close();
      if (template.databaseUrl !== null)
        await onServer(template.databaseUrl, `drop database ${name}`);
      fs.rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
