import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { keepNightly } from '../../src/app/nightly-backup.ts';
import { keepBackup } from '../../src/platform/backup/make-backup.ts';
import { readBackup } from '../../src/platform/backup/read-backup.ts';
import { startTestApp, type TestApp } from '../support/app.ts';
import { named, onServer } from '../support/global-setup.ts';
import { givenEnterprise, heatNeed, type Enterprise } from '../support/people.ts';
import { runCli, startServer, type ServerProcess } from '../support/server-process.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-backup-'));
const at = (...parts: string[]) => path.join(folder, ...parts);
const { databaseUrl } = inject('template');
const databases: string[] = [];
afterAll(async () => {
  fs.rmSync(folder, { recursive: true, force: true });
  for (const name of databases) await onServer(databaseUrl!, `drop database ${name}`);
});

/** An empty place: a folder, and on a server a database of its own. */
async function emptyPlace(name: string): Promise<Record<string, string>> {
  const env = { DATA_DIR: at(name) };
  if (databaseUrl === null) return env;
  const database = `rongtong_backup_${process.pid}_${name}`;
  await onServer(databaseUrl, `create database ${database}`);
  databases.push(database);
  return { ...env, DATABASE_URL: named(databaseUrl, database) };
}

const auditLine = (output: string) => /(\d+) (?:audit )?entries, last hash (\w+)/.exec(output)!;

describe('a backup of a place where people work', { timeout: 90_000 }, () => {
  let place: Record<string, string>;
  let server: ServerProcess;
  let cookie: string;
  let written = 0;
  const stopped = new AbortController();

  const post = async (url: string, route: string, body: object) => {
    const headers = { 'content-type': 'application/json', origin: url };
    const answer = await fetch(`${url}${route}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body),
    });
    expect(answer.status).toBe(200);
    return answer;
  };
  const signUp = { name: '林秋实', email: 'lin@example.com', password: 'a long password' };

  beforeAll(async () => {
    place = await emptyPlace('first');
    server = await startServer(place);
    const { headers } = await post(server.url, '/api/auth/sign-up/email', signUp);
    cookie = headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ');
  }, 60_000);
  afterAll(async () => {
    await server.stop('SIGKILL');
  });

  it('is one whole file, made while they go on writing', async () => {
    let wanted = 0;
    let reached = () => undefined as void;
    const until = (count: number) => {
      wanted = count;
      return new Promise<void>((resolve) => (reached = resolve));
    };
    const write = async () => {
      while (!stopped.signal.aborted) {
        const form = new FormData();
        form.append('file', new File([`第 ${written} 份合同正文`], `合同 ${written}.txt`));
        const headers = { cookie };
        const response = await fetch(`${server.url}/api/files`, {
          method: 'POST',
          headers,
          body: form,
        });
        expect(response.status).toBe(200);
        written += 1;
        if (written >= wanted) reached();
      }
    };
    const writers = [write(), write(), write()];
    await until(20);
    const before = written;
    const { code, output } = await runCli(['backup', '--to', at('one.tar.gz')], place);
    expect(output).toContain('read back: whole');
    expect(code).toBe(0);
    const during = written - before;
    await until(written + 5);
    stopped.abort();
    await Promise.all(writers);
    expect(during).toBeGreaterThan(0);
    const { end } = await readBackup(at('one.tar.gz'));
    // Every file that a row names is in it, and each command with all that it wrote.
    expect(end.rows.stored_files).toBeGreaterThanOrEqual(before);
    expect(end.rows.stored_files).toBeLessThan(written);
    expect(end.files).toBeGreaterThanOrEqual(end.rows.stored_files!);
    expect(end.rows.audit_entries).toBe(end.audit.entries);
    expect(end.rows.sessions).toBeUndefined();
    const left = fs.readdirSync(at('first')).filter((name) => name.startsWith('snapshot-'));
    expect(left).toEqual([]);
  });

  it('fills an empty machine by one command: audit chain and counts are the same', async () => {
    expect(await server.stop('SIGTERM')).toBe(0);
    fs.rmSync(at('first'), { recursive: true });
    const second = await emptyPlace('second');
    const { code, output } = await runCli(['restore', '--from', at('one.tar.gz')], second);
    expect(output).toContain('The audit chain is intact and equal');
    expect(code).toBe(0);
    const { end } = await readBackup(at('one.tar.gz'));
    expect(auditLine(output).slice(1)).toEqual([String(end.audit.entries), end.audit.hash]);
    const verified = await runCli(['audit', 'verify'], second);
    expect(verified.output).toContain(end.audit.hash);
    // Taken again from there it holds the same.
    await runCli(['backup', '--to', at('two.tar.gz')], second);
    const again = await readBackup(at('two.tar.gz'));
    expect(again.end).toMatchObject({ ...end, digest: expect.any(String) as string });

    server = await startServer(second);
    await post(server.url, '/api/auth/sign-in/email', signUp);
    await server.stop('SIGTERM');

    const full = await runCli(['restore', '--from', at('one.tar.gz')], second);
    expect(full).toMatchObject({
      code: 2,
      output: expect.stringContaining('The target is not empty') as string,
    });
  });

  it('that is damaged, cut off or of a newer format is refused with a line, and nothing is made', async () => {
    const whole = fs.readFileSync(at('one.tar.gz'));
    const spoilt = Buffer.from(whole);
    spoilt.writeUInt8(spoilt.readUInt8(whole.length >> 1) ^ 0xff, whole.length >> 1);
    fs.writeFileSync(at('spoilt.tar.gz'), spoilt);
    fs.writeFileSync(at('cut.tar.gz'), whole.subarray(0, whole.length - 3000));
    fs.writeFileSync(at('other.tar.gz'), 'not an archive');
    const third = { DATA_DIR: at('third') };
    for (const name of ['spoilt', 'cut', 'other']) {
      const { code, output } = await runCli(['restore', '--from', at(`${name}.tar.gz`)], third);
      expect(output).toMatch(/^\S+ cannot be used: .+ Nothing was changed\. .+\n$/);
      expect(code).toBe(2);
    }
    expect(await runCli(['restore', '--from', at('none.tar.gz')], third)).toMatchObject({
      code: 2,
    });
    expect(fs.existsSync(at('third'))).toBe(false);
  });
});

describe.runIf(databaseUrl === null)('the nightly backup of the embedded database', () => {
  let test: TestApp;
  let owner: Enterprise;
  beforeAll(async () => {
    test = await startTestApp({ at: '2026-11-23T02:50+08:00' });
    owner = await givenEnterprise(test);
  });
  afterAll(() => test.close());

  const night = () => keepNightly({ ...test.platform, backup: () => test.app.backup() });
  const kept = () => fs.readdirSync(path.join(test.dataDir, 'backups')).toSorted();
  const draft = () =>
    owner.api.exchange.draftNeed({
      organisationId: owner.organisationId,
      regionCode: '500118',
      ...heatNeed,
    });

  it('is made once a day from its hour on, while people write, and says when it last was', async () => {
    expect(await night()).toBe(false);
    test.clock.set('2026-11-23T03:05+08:00');
    const [made] = await Promise.all([night(), draft(), draft(), draft()]);
    expect(made).toBe(true);
    expect(await night()).toBe(false);
    expect(kept()).toEqual(['rongtong-2026-11-23.tar.gz']);
    const { end } = await readBackup(path.join(test.dataDir, 'backups', kept()[0]!));
    expect(end.rows.users).toBe(1);
    const metrics = await (await test.fetch('/metrics')).text();
    const seconds = new Date('2026-11-23T03:05+08:00').getTime() / 1000;
    expect(metrics).toContain(`rongtong_backup_last_success_timestamp_seconds ${seconds}`);
  });

  it('keeps those of fourteen days', async () => {
    const [first] = kept();
    const folderOfNights = path.join(test.dataDir, 'backups');
    for (const day of ['2026-11-24', '2026-11-30']) {
      const name = `rongtong-${day}.tar.gz`;
      fs.copyFileSync(path.join(folderOfNights, first!), path.join(folderOfNights, name));
    }
    fs.writeFileSync(path.join(folderOfNights, 'mine.tar.gz'), 'kept by hand');
    test.clock.set('2026-12-07T09:00+08:00');
    await night();
    const days = kept().map((name) => name.replaceAll(/^rongtong-|\.tar\.gz$/g, ''));
    expect(days).toEqual(['mine', '2026-11-24', '2026-11-30', '2026-12-07']);
  });

  it('leaves no half a file when it cannot be written', async () => {
    const file = path.join(test.dataDir, 'backups', 'rongtong-2026-12-07.tar.gz');
    const place = path.join(file, 'inside.tar.gz');
    await expect(keepBackup(await test.app.backup(), place)).rejects.toThrow('cannot be written');
    expect(kept()).toHaveLength(4);
  });
});
