import path from 'node:path';
import { z } from 'zod';
import type { EndpointAddress } from '../embeddings/endpoint.ts';

/**
 * Everything that is set from outside, read once at the start and checked as a whole. A wrong value
 * stops the start with one line that says what to do (`ConfigError`), never later.
 */
export class StartError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'StartError';
  }
}

const empty = (value: unknown) => (value === '' ? undefined : value);
// A key goes into a header; an address with a name and password in it is refused by fetch.
const key = z.string().regex(/^[\x21-\x7e]+$/);
const endpoint = z
  .url({ protocol: /^https?$/ })
  .refine((url) => new URL(url).username === '' && new URL(url).password === '');
const port = z.coerce.number().int().min(0).max(65535);

const environment = z.object({
  PORT: z.preprocess(empty, port.default(3000)),
  HOST: z.preprocess(
    empty,
    z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
  ),
  DATA_DIR: z.preprocess(empty, z.string().default('data')),
  DATABASE_URL: z.preprocess(empty, z.url({ protocol: /^postgres(ql)?$/ }).optional()),
  RETRIEVAL_URI: z.preprocess(empty, z.string().optional()),
  PUBLIC_URL: z.preprocess(empty, z.url({ protocol: /^https?$/ }).optional()),
  LOG_LEVEL: z.preprocess(
    empty,
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  ),
  AUTH_SECRET: z.preprocess(empty, z.string().min(32).optional()),
  MAIL_URL: z.preprocess(empty, z.url({ protocol: /^smtps?$/ }).optional()),
  MAIL_FROM: z.preprocess(empty, z.string().default('融通 <no-reply@rongtong.invalid>')),
  EMBEDDINGS_URL: z.preprocess(empty, endpoint.optional()),
  EMBEDDINGS_MODEL: z.preprocess(empty, z.string().optional()),
  EMBEDDINGS_API_KEY: z.preprocess(empty, key.optional()),
  RERANKER_URL: z.preprocess(empty, endpoint.optional()),
  RERANKER_MODEL: z.preprocess(empty, z.string().optional()),
  RERANKER_API_KEY: z.preprocess(empty, key.optional()),
  REGION: z.preprocess(
    empty,
    z
      .string()
      .regex(/^\d{6}$/)
      .default('500118'),
  ),
  EXAMPLES: z.preprocess(empty, z.enum(['on', 'off']).default('on')),
  TRUST_PROXY: z.preprocess(empty, z.enum(['on', 'off']).default('off')),
});

/** What each setting must look like, said when it does not. */
const wanted: Record<keyof z.infer<typeof environment>, string> = {
  PORT: 'a number from 0 to 65535, for example PORT=3000',
  HOST: 'an address to listen on, for example HOST=127.0.0.1',
  DATA_DIR: 'a folder, for example DATA_DIR=data',
  DATABASE_URL: 'a PostgreSQL address, for example postgres://user:password@host:5432/rongtong',
  RETRIEVAL_URI: 'a folder or a db:// address',
  PUBLIC_URL: 'the http(s) address people type, for example https://rongtong.example.org',
  LOG_LEVEL: 'one of fatal, error, warn, info, debug, trace, silent',
  AUTH_SECRET: 'at least 32 random characters',
  MAIL_URL: 'an SMTP address, for example smtp://user:password@host:587',
  MAIL_FROM: 'a sender, for example "融通 <no-reply@example.org>"',
  EMBEDDINGS_URL: 'an http(s) address without a password, for example https://host/v1',
  EMBEDDINGS_MODEL: 'the name of a model, for example EMBEDDINGS_MODEL=bge-m3',
  EMBEDDINGS_API_KEY: 'visible ASCII characters without blanks',
  RERANKER_URL: 'an http(s) address without a password, for example https://host/v1',
  RERANKER_MODEL: 'the name of a model, for example RERANKER_MODEL=bge-reranker-v2-m3',
  RERANKER_API_KEY: 'visible ASCII characters without blanks',
  REGION: 'a six-digit region code (GB/T 2260), for example REGION=500118',
  EXAMPLES: 'on or off',
  TRUST_PROXY: 'on (behind a proxy of your own that sets X-Forwarded-For) or off',
};

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  databaseUrl: string | null;
  retrievalUri: string;
  publicUrl: string;
  logLevel: z.infer<typeof environment>['LOG_LEVEL'];
  authSecret: string | null;
  mail: { url: string | null; from: string };
  /** Servers of language models that matching may ask; null when none is set. */
  embeddings: EndpointAddress | null;
  reranker: EndpointAddress | null;
  /** The district this instance serves: region of the example data and of new listings by default. */
  region: string;
  examples: boolean;
  /** Whether X-Forwarded-For is written by a proxy of ours and can be believed. */
  trustProxy: boolean;
};

/** Reads and checks the environment. Throws `StartError` with one line for the first wrong value. */
export function readConfig(env: Record<string, string | undefined>, cwd: string): Config {
  const parsed = environment.safeParse(env);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]) as keyof typeof wanted;
    const given = name.endsWith('_API_KEY') ? '…' : env[name];
    throw new StartError(`${name}=${given} cannot be used: it must be ${wanted[name]}.`);
  }
  const value = parsed.data;
  const dataDir = path.resolve(cwd, value.DATA_DIR);
  return {
    port: value.PORT,
    host: value.HOST,
    dataDir,
    databaseUrl: value.DATABASE_URL ?? null,
    retrievalUri: value.RETRIEVAL_URI ?? path.join(dataDir, 'index'),
    publicUrl:
      value.PUBLIC_URL ??
      `http://${value.HOST.includes(':') ? `[${value.HOST}]` : value.HOST}:${value.PORT}`,
    logLevel: value.LOG_LEVEL,
    authSecret: value.AUTH_SECRET ?? null,
    mail: { url: value.MAIL_URL ?? null, from: value.MAIL_FROM },
    embeddings: addressOf('EMBEDDINGS', value),
    reranker: addressOf('RERANKER', value),
    region: value.REGION,
    examples: value.EXAMPLES === 'on',
    trustProxy: value.TRUST_PROXY === 'on',
  };
}

/** Address and model come together. */
function addressOf(
  name: 'EMBEDDINGS' | 'RERANKER',
  value: z.infer<typeof environment>,
): EndpointAddress | null {
  const url = value[`${name}_URL`];
  const model = value[`${name}_MODEL`];
  const apiKey = value[`${name}_API_KEY`] ?? null;
  if (url !== undefined && model !== undefined) return { url, model, apiKey };
  if (url === undefined && model === undefined && apiKey === null) return null;
  const missing = `${name}_${url === undefined ? 'URL' : 'MODEL'}` as const;
  throw new StartError(
    `${missing} is not set: it must be ${wanted[missing]}. Leave out all of ${name}_* to do without.`,
  );
}
