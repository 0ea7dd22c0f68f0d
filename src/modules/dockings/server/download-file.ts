import { notFound } from '../../../kernel/errors.ts';
import type { Actor } from '../../../kernel/policy.ts';
import type { CommandTables } from '../../../platform/commands/tables.ts';
import type { Platform } from '../../../platform/platform.ts';
import { getDockingRow } from './load-docking.ts';

/** A file of a case for whoever may read the case; never one that belongs to something else. */
export async function downloadFile(
  { db, guard, files }: Platform,
  actor: Actor,
  wanted: { id: string; fileId: string },
): Promise<File> {
  const docking = await getDockingRow(db, wanted.id);
  guard.require(actor, 'docking.read', docking);
  const row = await db
    .withTables<CommandTables>()
    .selectFrom('storedFiles')
    .select(['name', 'mediaType', 'sha256'])
    .where('id', '=', wanted.fileId)
    .where('subjectType', '=', 'docking')
    .where('subjectId', '=', docking.id)
    .executeTakeFirst();
  if (!row) throw notFound('file');
  const content = await files.read(row.sha256);
  return new File([new Uint8Array(content)], row.name, { type: row.mediaType });
}
