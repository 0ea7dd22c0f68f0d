import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../config/config.ts';

/** Who holds a folder, as written beside the lock for the next one who asks. */
export type Holder = { pid: number; host: string; since: string; url?: string; key?: string };

export type FolderLock = {
  /**
   * Says where the holder answers, so that a command line can ask it instead, and by which key it
   * knows somebody who may read this folder.
   */
  announce(url: string, key: string): void;
  release(): void;
};

/** The folder is in use; `holder` says by whom when that is known. */
export class FolderHeld extends StartError {
  readonly holder: Holder | undefined;
  constructor(message: string, holder: Holder | undefined) {
    super(message);
    this.holder = holder;
  }
}

/**
 * Holds a data folder for this process alone. Two processes on one embedded database lose data
 * without a word, so the lock is the operating system's: SQLite's exclusive lock on a small file,
 * which is gone with the process however it ends, and which no stale file can fake.
 */
export function lockFolder(folder: string, now: Date): FolderLock {
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
        `The data folder ${folder} cannot be written (${(error as Error).message}). Check its owner, or choose another with DATA_DIR.`,
      );
    }
    const holder = readHolder(holderFile);
    const who = holder
      ? `process ${holder.pid} on ${holder.host} (since ${holder.since})`
      : 'another process';
    throw new FolderHeld(
      `The data folder ${folder} is held by ${who}. Stop that one first, or start this one with another DATA_DIR.`,
      holder,
    );
  }
  const holder: Holder = { pid: process.pid, host: os.hostname(), since: now.toISOString() };
  const held = lock;
  fs.rmSync(holderFile, { force: true });
  fs.writeFileSync(holderFile, JSON.stringify(holder), { mode: 0o600 });
  return {
    announce(url, key) {
      fs.writeFileSync(holderFile, JSON.stringify({ ...holder, url, key }));
    },
    release() {
      fs.rmSync(holderFile, { force: true });
      held.close();
    },
  };
}

function readHolder(file: string): Holder | undefined {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8')) as Holder;
  } catch {
    return undefined;
  }
}
