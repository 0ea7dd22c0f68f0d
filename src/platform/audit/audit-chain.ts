import { createHash } from 'node:crypto';

/** One link as it is hashed. `prevHash` ties it to the one before: changing any entry shows. */
export type AuditLink = {
  seq: number;
  at: Date;
  actorId: string;
  action: string;
  subjectType: string;
  subjectId: string;
  requestId: string;
  data: unknown;
  prevHash: string;
};

export const FIRST_HASH = '0'.repeat(64);

export function nextAuditHash(link: AuditLink): string {
  return createHash('sha256')
    .update(
      canonicalJson({
        seq: link.seq,
        at: link.at.toISOString(),
        actorId: link.actorId,
        action: link.action,
        subjectType: link.subjectType,
        subjectId: link.subjectId,
        requestId: link.requestId,
        data: link.data,
        prevHash: link.prevHash,
      }),
    )
    .digest('hex');
}

/** JSON with sorted keys and without undefined: the same value is always the same text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part) && !(part instanceof Date)
      ? Object.fromEntries(
          Object.entries(part as Record<string, unknown>)
            .filter(([, item]) => item !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)),
        )
      : part,
  );
}
