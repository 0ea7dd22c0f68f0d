import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { inventedUscc } from '../support/people.ts';
import { runCli, startServer } from '../support/server-process.ts';

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-crash-'));
afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }));

const KILLS = 10;
/** How many writes are answered before each kill; others are then under way. */
const ANSWERED = [1, 4, 2, 7, 3, 5, 1, 6, 2, 3];

type Draft = { key: string; title: string };

describe('a server that is killed in the middle of writing', () => {
  it(
    'has kept everything it acknowledged, and an unbroken audit chain',
    { timeout: 240_000 },
    async () => {
      const env = { DATA_DIR: dataDir, AUTH_SECRET: 'a secret for tests only, 32 characters' };
      const acknowledged = new Map<string, string>();
      let cookie = '';
      let organisationId = '';
      let unanswered: Draft[] = [];
      let number = 0;

      for (let kill = 0; kill < KILLS; kill += 1) {
        const server = await startServer(env);
        const post = async (
          pathname: string,
          body: unknown,
          headers: Record<string, string> = {},
        ) => {
          const response = await fetch(`${server.url}${pathname}`, {
            method: 'POST',
            headers: {
              'content-type': 'application/json',
              origin: server.url,
              ...(cookie ? { cookie } : {}),
              ...headers,
            },
            body: JSON.stringify(body),
          });
          const answer = (await response.json()) as { id: string };
          if (!response.ok) throw new Error(`${pathname}: ${JSON.stringify(answer)}`);
          return { answer, response };
        };
        if (kill === 0) {
          const { response } = await post('/api/auth/sign-up/email', {
            name: '林秋实',
            email: 'lin@example.com',
            password: 'a long password',
          });
          cookie = response.headers
            .getSetCookie()
            .map((each) => each.split(';')[0])
            .join('; ');
          const { answer } = await post('/api/organisations', {
            name: '巴味坊食品',
            kind: 'enterprise',
            uscc: inventedUscc(1),
            regionCode: '500118',
          });
          organisationId = answer.id;
        }
        const write = async ({ key, title }: Draft) => {
          const { answer } = await post(
            '/api/needs',
            {
              organisationId,
              title,
              description: '牛油火锅块常温超市卖，六七个月后有油蒿味被投诉。',
              regionCode: '500118',
            },
            { 'idempotency-key': key },
          );
          // The same key must never give a second need.
          expect(acknowledged.get(key) ?? answer.id).toBe(answer.id);
          acknowledged.set(key, answer.id);
        };
        // What got no answer last time is sent again with its key, as a careful client does.
        for (const draft of unanswered) await write(draft);
        unanswered = [];

        let killed: Promise<number | null> | undefined;
        let answered = 0;
        const writers = Array.from({ length: 4 }, async () => {
          while (!killed) {
            number += 1;
            const draft = { key: randomUUID(), title: `第 ${number} 条难题` };
            try {
              await write(draft);
              answered += 1;
              if (answered >= ANSWERED[kill]! && !killed) killed = server.stop('SIGKILL');
            } catch {
              unanswered.push(draft);
            }
          }
        });
        await Promise.all(writers);
        await killed;
      }

      const audit = await runCli(['audit', 'verify'], env);
      expect(audit).toMatchObject({ code: 0, output: expect.stringContaining('intact') });
      const server = await startServer(env);
      const kept = new Set<string>();
      for (let page = 1, total = 1; kept.size < total; page += 1) {
        const response = await fetch(`${server.url}/api/my/needs?page=${page}&pageSize=100`, {
          headers: { cookie },
        });
        const list = (await response.json()) as { total: number; items: { id: string }[] };
        if (list.items.length === 0) break;
        total = list.total;
        for (const { id } of list.items) kept.add(id);
      }
      expect(acknowledged.size).toBeGreaterThanOrEqual(KILLS);
      expect([...acknowledged.values()].filter((id) => !kept.has(id))).toEqual([]);
      // Nothing twice: at most what was answered or was under way at the last kill.
      expect(kept.size).toBeLessThanOrEqual(acknowledged.size + unanswered.length);
      expect(await server.stop('SIGTERM')).toBe(0);
    },
  );
});
