import type { Db } from '../db/database.ts';
import type { Translate } from '../i18n/languages.ts';

/** What somebody must do, and has not done in time or for long. */
export type StuckThing = {
  /** `docking`, `need`, `claim` …: what its page and its commands are called. */
  kind: string;
  id: string;
  /** As people cite it, where it has a number. */
  number: string | null;
  title: string;
  path: string;
  /** Who must act: the key is the same for everything that waits for the same one. */
  holder: { key: string; name: string };
  /** What is to be done, in the reader's language. */
  task: string;
  stepStartedAt: Date;
  dueAt: Date | null;
  /** When something was last done in it. */
  lastAt: Date;
};

/** After so many days without a sign something counts as silent. */
export const SILENT_DAYS = 14;

/** How a module finds its own; `regions` are prefixes of GB/T 2260 codes, null for everywhere. */
export type StuckSource = {
  kind: string;
  find: (query: {
    db: Db;
    regions: readonly string[] | null;
    now: Date;
    silentBefore: Date;
    translate: Translate;
    limit: number;
  }) => Promise<StuckThing[]>;
};
