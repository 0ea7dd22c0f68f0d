import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../db/database.ts';

type EmbeddingTables = {
  embeddings: { model: string; textHash: Buffer; vector: Buffer; usedAt: Date };
};

const DAY_MS = 86_400_000;
/** Vectors in the memory of the process, in bytes. */
const MEMORY_BYTES = 48 * 1024 * 1024;
/** A use is noted when the last one noted is so long ago; one in memory is then looked up again. */
const NOTED_AFTER_MS = 7 * DAY_MS;
/** What nobody used for so long is forgotten. */
const KEPT_MS = 180 * DAY_MS;

/** The same words in other widths or with other blanks have one vector. */
export const normaliseText = (text: string): string =>
  text.normalize('NFKC').replaceAll(/\s+/g, ' ').trim();

/** SHA-256 of a normalised text, in hexadecimal digits. */
export const hashText = (normalised: string): string =>
  createHash('sha256').update(normalised).digest('hex');

export type VectorCache = {
  /** Vectors by hash; those that are not known are left out. */
  read: (hashes: readonly string[]) => Promise<Map<string, Float32Array>>;
  /** `keep`: also in the database, else in the memory of this process only. */
  write: (vectors: ReadonlyMap<string, Float32Array>, keep: boolean) => Promise<void>;
  /** Forgets what nobody used for half a year. Returns how many. */
  prune: () => Promise<number>;
};

/** Vectors of one model by the hash of the text, in the database and, in bounded memory, before it. */
export function createVectorCache({
  db,
  clock,
  model,
  memoryBytes = MEMORY_BYTES,
}: {
  db: Db;
  clock: Clock;
  model: string;
  memoryBytes?: number;
}): VectorCache {
  const tables = db.withTables<EmbeddingTables>();
  const memory = new Map<string, { vector: Float32Array; since: number }>();
  let used = 0;

  function remember(hash: string, vector: Float32Array): void {
    forget(hash);
    memory.set(hash, { vector, since: clock.now().getTime() });
    used += vector.byteLength;
    for (const oldest of memory.keys()) {
      if (used <= memoryBytes) break;
      forget(oldest);
    }
  }

  function forget(hash: string): void {
    const known = memory.get(hash);
    if (!known) return;
    used -= known.vector.byteLength;
    memory.delete(hash);
  }

  function recall(hash: string): Float32Array | undefined {
    const known = memory.get(hash);
    if (!known || clock.now().getTime() - known.since > NOTED_AFTER_MS) return undefined;
    // Put last again: what was used longest ago is forgotten first.
    memory.delete(hash);
    memory.set(hash, known);
    return known.vector;
  }

  return {
    async read(hashes) {
      const found = new Map<string, Float32Array>();
      const missing = new Set<string>();
      for (const hash of hashes) {
        const vector = recall(hash);
        if (vector) found.set(hash, vector);
        else missing.add(hash);
      }
      if (missing.size === 0) return found;
      const rows = await tables
        .selectFrom('embeddings')
        .select(['textHash', 'vector', 'usedAt'])
        .where('model', '=', model)
        .where('textHash', 'in', [...missing].map(toBytes))
        .execute();
      const now = clock.now();
      const unnoted: Buffer[] = [];
      for (const row of rows) {
        const hash = row.textHash.toString('hex');
        const vector = fromBytes(row.vector);
        remember(hash, vector);
        found.set(hash, vector);
        if (now.getTime() - row.usedAt.getTime() > NOTED_AFTER_MS) unnoted.push(row.textHash);
      }
      if (unnoted.length > 0) {
        await tables
          .updateTable('embeddings')
          .set({ usedAt: now })
          .where('model', '=', model)
          .where('textHash', 'in', unnoted)
          .execute();
      }
      return found;
    },
    async write(vectors, keep) {
      for (const [hash, vector] of vectors) remember(hash, vector);
      if (!keep || vectors.size === 0) return;
      const usedAt = clock.now();
      await tables
        .insertInto('embeddings')
        .values(
          [...vectors].map(([hash, vector]) => ({
            model,
            textHash: toBytes(hash),
            vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength),
            usedAt,
          })),
        )
        .onConflict((conflict) =>
          conflict
            .columns(['model', 'textHash'])
            .doUpdateSet({ vector: sql`excluded.vector`, usedAt }),
        )
        .execute();
    },
    async prune() {
      const before = new Date(clock.now().getTime() - KEPT_MS);
      const { numDeletedRows } = await tables
        .deleteFrom('embeddings')
        .where('usedAt', '<', before)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },
  };
}

const toBytes = (hash: string): Buffer => Buffer.from(hash, 'hex');

/** A copy: rows of an answer share a buffer, and numbers of four bytes must begin at a fourth byte. */
const fromBytes = (bytes: Buffer): Float32Array => new Float32Array(Uint8Array.from(bytes).buffer);
