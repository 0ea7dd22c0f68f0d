import type { Actor } from '../../../kernel/policy.ts';
import { getAttachedFile } from '../../../platform/files/file-commands.ts';
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
  const file = await getAttachedFile(db, wanted.fileId, { type: 'docking', id: docking.id });
  return files.open(file);
}
