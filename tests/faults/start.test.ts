import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  runServer,
  startServer,
  startServerUntilReady,
  type ServerProcess,
} from '../support/server-process.ts';

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-start-'));
const dataDir = path.join(folder, 'data');
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

const lines = (output: string) => output.trim().split('\n');

describe('a start that cannot succeed says what to do, in one line, and exits with 2', () => {
  let server: ServerProcess;
  beforeAll(async () => {
    server = await startServer({ DATA_DIR: dataDir });
  });
  afterAll(async () => {
    await server.stop('SIGTERM');
  });

  it.each([
    [{ PORT: 'many' }, /^PORT=many cannot be used: .*PORT=3000/],
    [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL=loud cannot be used: .*debug/],
    [{ DATABASE_URL: 'mysql://localhost/x' }, /^DATABASE_URL=.* must be a PostgreSQL address/],
    [{ PUBLIC_URL: 'rongtong.example.org' }, /^PUBLIC_URL=.* must be the http/],
  ])('for the setting %o', async (env, message) => {
    const { code, output } = await runServer({ DATA_DIR: path.join(folder, 'other'), ...env });
    expect(code).toBe(2);
    expect(lines(output)).toHaveLength(1);
    expect(output).toMatch(message);
  });

  it('on a data folder that another process holds', async () => {
    const { code, output } = await runServer({ DATA_DIR: dataDir });
    expect(code).toBe(2);
    expect(lines(output)).toHaveLength(1);
    expect(output).toContain(`held by process ${server.pid}`);
    // The first one is none the worse for it.
    expect((await fetch(`${server.url}/readyz`)).status).toBe(200);
  });

  it('on a port that is taken', async () => {
    const other = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as net.AddressInfo;
    const { code, output } = await runServer({
      DATA_DIR: path.join(folder, 'third'),
      PORT: String(port),
    });
    other.close();
    expect(code).toBe(2);
    expect(lines(output)).toEqual([
      `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or choose another with PORT=${port + 1}.`,
    ]);
  });

  it('without the database server it was told to use', async () => {
    const { code, output } = await runServer({
      DATA_DIR: path.join(folder, 'fourth'),
      DATABASE_URL: 'postgres://nobody@127.0.0.1:9/rongtong',
    });
    expect(code).toBe(2);
    expect(lines(output).at(-1)).toContain('127.0.0.1:9 cannot be reached (ECONNREFUSED)');
    expect(output).not.toContain('    at ');
  });
});

describe('a server', () => {
  it('stops cleanly even when told so in the moment it becomes ready', async () => {
    const free = net.createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => free.once('listening', resolve));
    const { port } = free.address() as net.AddressInfo;
    await new Promise((resolve) => free.close(resolve));
    const server = await startServerUntilReady({ DATA_DIR: path.join(folder, 'early') }, port);
    expect(await server.stop('SIGTERM')).toBe(0);
  });

  it('stops cleanly when told to, and finds its data again', async () => {
    const dir = path.join(folder, 'again');
    const first = await startServer({ DATA_DIR: dir });
    expect(await first.stop('SIGINT')).toBe(0);
    const second = await startServer({ DATA_DIR: dir });
    expect(second.output()).not.toContain('migrations');
    expect(await second.stop('SIGTERM')).toBe(0);
    expect(fs.existsSync(path.join(dir, 'held-by.json'))).toBe(false);
  });
});
