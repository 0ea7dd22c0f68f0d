import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

export type PostgresServer = { url: string; version: string; stop: () => void };

const PACKAGES = '/usr/lib/postgresql';

/**
 * A PostgreSQL server of Debian's packages in a temporary folder, as it is set up by itself (it waits
 * for the disk at each commit); undefined where there is none.
 */
export function startPostgres(port: number): PostgresServer | undefined {
  const versions = fs.existsSync(PACKAGES) ? fs.readdirSync(PACKAGES) : [];
  const newest = versions.toSorted((a, b) => Number(a) - Number(b)).at(-1);
  if (newest === undefined) return undefined;
  const bin = path.join(PACKAGES, newest, 'bin');
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-bench-pg-'));
  const data = path.join(folder, 'data');
  // PostgreSQL refuses to run as root.
  const isRoot = process.getuid?.() === 0;
  const run = (program: string, args: string[]): string => {
    const whole = [path.join(bin, program), ...args];
    const [command, ...rest] = isRoot ? ['runuser', '-u', 'postgres', '--', ...whole] : whole;
    return execFileSync(command!, rest, {
      cwd: '/',
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  };
  if (isRoot) execFileSync('chown', ['postgres', folder]);
  run('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=''`;
  const log = path.join(folder, 'server.log');
  // Its output would keep the pipe open as long as it runs.
  const command = [path.join(bin, 'pg_ctl'), '-D', data, '-w', '-o', options, '-l', log, 'start'];
  const [program, ...args] = isRoot ? ['runuser', '-u', 'postgres', '--', ...command] : command;
  execFileSync(program!, args, { cwd: '/', stdio: 'ignore' });
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    version: run('postgres', ['--version']).trim(),
    stop() {
      run('pg_ctl', ['-D', data, '-m', 'immediate', 'stop']);
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
