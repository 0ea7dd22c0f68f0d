import type pg from 'pg';
import type { Clock } from '../kernel/clock.ts';
import type { Rule } from '../kernel/policy.ts';
import type { ClockKeeper } from './clocks/clock-job.ts';
import type { CommandRunner } from './commands/run-command.ts';
import type { Config } from './config/config.ts';
import type { Db } from './db/database.ts';
import type { Embeddings } from './embeddings/embeddings.ts';
import type { Reranker } from './embeddings/reranker.ts';
import type { DigestSource } from './digest/source.ts';
import type { Documents } from './documents/documents.ts';
import type { FileStore } from './files/files.ts';
import type { Guard } from './http/request.ts';
import type { Catalog, Language, Translate } from './i18n/languages.ts';
import type { Job, Jobs } from './jobs/jobs.ts';
import type { Mailer } from './mail/mail.ts';
import type { NoticeKind, Notices } from './notices/notices.ts';
import type { Subscriber } from './outbox/outbox.ts';
import type { PreparedSubscriber } from './outbox/prepared-subscriber.ts';
import type { Retrieval } from './retrieval/retrieval.ts';
import type { ListingReader, RetrievalSource } from './retrieval/source.ts';
import type { Logger, Metrics } from './telemetry/telemetry.ts';

/** Everything a module may use of the world outside its own rules. */
export type Platform = {
  config: Config;
  db: Db;
  pool: pg.Pool;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
  guard: Guard;
  runCommand: CommandRunner;
  translator: (language: Language) => Translate;
  jobs: Jobs;
  files: FileStore;
  documents: Documents;
  mailer: Mailer;
  /** Use `notify`. */
  notices: Notices;
  retrieval: Retrieval;
  embeddings: Embeddings;
  reranker: Reranker;
};

/** What a module says of itself before anything runs. */
export type Manifest = {
  name: string;
  rules: readonly Rule[];
  messages: Catalog;
  /** What it tells people of as it happens. */
  notices?: readonly NoticeKind[];
};

/**
 * Work of each process that nobody waits for, run again and again like a reader of the outbox: at
 * once while a step says that something was done, else every two seconds. `signal`: stop now.
 */
export type BackgroundWork = { name: string; step: (signal: AbortSignal) => Promise<number> };

/** What it adds to the running server. Its router is put together in `src/app`. */
export type ModuleParts = {
  subscribers?: readonly (Subscriber | PreparedSubscriber)[];
  jobs?: readonly Job<never>[];
  /** What it does when a clock of its things asks for something. */
  clocks?: readonly ClockKeeper[];
  retrieval?: readonly RetrievalSource[];
  background?: readonly BackgroundWork[];
  /** Keeps readings with the listings of the index; one module at most has one. */
  reader?: ListingReader;
  /** What it looks for once a day, to tell people of. */
  digest?: readonly DigestSource[];
};
