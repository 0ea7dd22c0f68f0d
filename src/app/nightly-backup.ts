import fs from 'node:fs';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { beijingDate, beijingInstant } from '../kernel/calendar.ts';
import { keepBackup } from '../platform/backup/make-backup.ts';
import type { Job } from '../platform/jobs/jobs.ts';
import type { Platform } from '../platform/platform.ts';
import { findSetting } from '../platform/settings/settings.ts';

/** When the embedded database is backed up, and how long that is kept; see `npm run cli -- settings`. */
export const BACKUP_HOUR = { key: 'backup.hour', initial: 3 };
export const BACKUP_KEEP = { key: 'backup.keep_days', initial: 14 };

const NAME = /^rongtong-(\d{4}-\d{2}-\d{2})\.tar\.gz$/;

export const backupsFolder = (dataDir: string): string => path.join(dataDir, 'backups');

type Parts = Pick<Platform, 'config' | 'db' | 'clock' | 'log' | 'metrics'> & {
  backup: () => Promise<Readable>;
};

/**
 * Keeps a backup of the day in `DATA_DIR/backups`, unless there is one, and throws away those that
 * are older than they are to be kept. Returns whether it made one.
 */
export async function keepNightly(parts: Parts): Promise<boolean> {
  const { config, db, clock, log, metrics, backup } = parts;
  const hour = (await findSetting<number>(db, BACKUP_HOUR.key)) ?? BACKUP_HOUR.initial;
  const days = (await findSetting<number>(db, BACKUP_KEEP.key)) ?? BACKUP_KEEP.initial;
  const now = clock.now();
  const today = beijingDate(now);
  const folder = backupsFolder(config.dataDir);
  const file = path.join(folder, `rongtong-${today}.tar.gz`);
  const from = beijingInstant(today, `${String(hour).padStart(2, '0')}:00`);
  if (days === 0 || now < from || fs.existsSync(file)) return false;
  const began = performance.now();
  const { end, bytes } = await keepBackup(await backup(), file);
  metrics.lastBackup.set(now.getTime() / 1000);
  log.info(
    { file, bytes, audit: end.audit, ms: Math.round(performance.now() - began) },
    'the nightly backup is made',
  );
  const oldest = beijingDate(new Date(now.getTime() - days * 86_400_000));
  for (const name of fs.readdirSync(folder)) {
    const day = NAME.exec(name)?.[1];
    if (day !== undefined && day <= oldest) fs.rmSync(path.join(folder, name));
  }
  return true;
}

/** When the last one was made, for the metric; null when there is none. */
export function lastNightly(dataDir: string): Date | null {
  const folder = backupsFolder(dataDir);
  if (!fs.existsSync(folder)) return null;
  const names = fs.readdirSync(folder).filter((name) => NAME.test(name));
  const last = names.toSorted().at(-1);
  return last === undefined ? null : fs.statSync(path.join(folder, last)).mtime;
}

/** Looked at each hour: a night without a server is made up for in the morning. */
export const nightlyBackupJob = (parts: Parts): Job => ({
  name: 'platform.backup',
  cron: '5 * * * *',
  async handle() {
    await keepNightly(parts);
  },
});
