import type { Language, Translate } from '../i18n/languages.ts';

/** One thing that is new for a person: what, why, and where to see it. */
export type DigestLine = {
  title: string;
  /** One line of why it is worth a look. */
  reason: string;
  /** Address within the platform, beginning with `/`. */
  path: string;
};

export type DigestReader = {
  userId: string;
  organisationIds: readonly string[];
  expertIds: readonly string[];
  language: Language;
  translate: Translate;
};

/**
 * A kind of news that is looked for once a day, when the daily mail is written; everything else is
 * told as it happens (`notify`). Its name and explanation are the messages `notice.<kind>.title` and
 * `notice.<kind>.about`.
 */
export type DigestSource = {
  kind: string;
  /** Where all of them stand, within the platform; else the first one is linked. */
  path?: string;
  /** Whom it can ever concern; others are not asked to choose. */
  concerns: (reader: Pick<DigestReader, 'organisationIds' | 'expertIds'>) => boolean;
  /** What came in [since, until), the best first; `most` lines at most, and how many there are in all. */
  find: (
    reader: DigestReader,
    period: { since: Date; until: Date; most: number },
  ) => Promise<{ lines: DigestLine[]; total: number }>;
};
