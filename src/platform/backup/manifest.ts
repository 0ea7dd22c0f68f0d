import { z } from 'zod';

/** Counted up when a reader of today could no longer read the file. */
export const BACKUP_FORMAT = 1;

/** Not carried over: whoever had signed in signs in again, and links out of mails are asked for anew. */
export const LEFT_OUT: readonly string[] = ['sessions', 'verifications'];

const name = z.string().regex(/^[a-z][a-z0-9_]{0,62}$/);

/** `backup.json`, the first entry: what it takes to read the rest. */
export const manifestShape = z.object({
  format: z.number().int(),
  product: z.string(),
  madeAt: z.iso.datetime(),
  instance: z.object({ region: z.string(), publicUrl: z.string(), examples: z.boolean() }),
  database: z.object({ engine: z.enum(['embedded', 'server']), version: z.string() }),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  tables: z.record(name, z.object({ columns: z.array(z.string()) })),
  sequences: z.record(name, z.number().int().nullable()),
  leftOut: z.array(z.string()),
});
export type Manifest = z.infer<typeof manifestShape>;

/** `end.json`, the last entry: what must have been read by then. Without it the file is not whole. */
export const endShape = z.object({
  rows: z.record(name, z.number().int()),
  files: z.number().int(),
  fileBytes: z.number().int(),
  models: z.number().int(),
  audit: z.object({ entries: z.number().int(), hash: z.string() }),
  /** SHA-256 over the names and the SHA-256 of all entries before this one. */
  digest: z.string(),
});
export type End = z.infer<typeof endShape>;
