import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../config/config.ts';

/**
 * Holds a data folder for this process alone. Two processes on one embedded database lose data
 * without a word, so the lock is the operating system's: SQLite's exclusive lock on a small file,
 * which is gone with the process however it ends, and which no stale file can fake.
 */
export function lockFolder(folder: string, now: Date): { release(): void } {
  try {
    fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartError(
      `The data folder ${folder} cannot be made (${(error as NodeJS.ErrnoException).code}). Choose another with DATA_DIR.`,
    );
  }
  const holderFile = path.join(folder, 'held-by.json');
  let lock: DatabaseSync | undefined;
  try {
    lock = new DatabaseSync(path.join(folder, 'lock.sqlite'));
    lock.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE;');
  } catch (error) {
    lock?.close();
    if (!/locked|busy/.test(String(error))) {
      throw new StartError(
        `The data folder ${folder} cannot be written (${String((error as Error).message)}). Check its owner, or choose another with DATA_DIR.`,
      );
    }
    throw new StartError(
      `The data folder ${folder} is held by ${describeHolder(holderFile)}. Stop that one first, or start this one with another DATA_DIR.`,
    );
  }
  const holder = { pid: process.pid, host: os.hostname(), since: now.toISOString() };
  fs.writeFileSync(holderFile, JSON.stringify(holder));
  return {
    release() {
      fs.rmSync(holderFile, { force: true });
      lock.close();
    },
  };
}

function describeHolder(file: string): string {
  try {
    const holder = JSON.parse(fs.readFileSync(file, 'utf8')) as Record<string, string>;
    return `process ${holder.pid} on ${holder.host} (since ${holder.since})`;
  } catch {
    return 'another process';
  }
}
