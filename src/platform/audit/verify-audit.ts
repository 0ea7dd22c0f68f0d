import type { CommandTables } from '../commands/tables.ts';
import type { Db, Tx } from '../db/database.ts';
import { FIRST_HASH, nextAuditHash } from './audit-chain.ts';

export type AuditVerdict =
  | { intact: true; entries: number; hash: string }
  | { intact: false; entries: number; brokenAt: number; problem: 'gap' | 'link' | 'hash' | 'head' };

/** Walks the whole chain from the first entry and compares it with its head. Reads in pages. */
export async function verifyAudit(database: Db | Tx): Promise<AuditVerdict> {
  const db = database.withTables<CommandTables>();
  let seq = 0;
  let hash = FIRST_HASH;
  for (;;) {
    const page = await db
      .selectFrom('auditEntries')
      .selectAll()
      .where('seq', '>', seq)
      .orderBy('seq')
      .limit(1000)
      .execute();
    for (const entry of page) {
      const broken = (problem: 'gap' | 'link' | 'hash') =>
        ({ intact: false, entries: seq, brokenAt: seq + 1, problem }) as const;
      if (entry.seq !== seq + 1) return broken('gap');
      if (entry.prevHash !== hash) return broken('link');
      if (nextAuditHash(entry) !== entry.hash) return broken('hash');
      seq = entry.seq;
      hash = entry.hash;
    }
    if (page.length < 1000) break;
  }
  const head = await db.selectFrom('auditHead').select(['seq', 'hash']).executeTakeFirst();
  if (head?.seq !== seq || head.hash !== hash) {
    return { intact: false, entries: seq, brokenAt: seq + 1, problem: 'head' };
  }
  return { intact: true, entries: seq, hash };
}
