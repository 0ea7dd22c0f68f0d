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
 * A kind of news that a module tells people of in their daily mail. Its name and explanation are the
 * messages `digest.<kind>.title` and `digest.<kind>.about`.
 */
export type DigestSource = {
  kind: string;
  /** Whom it can ever concern; others are not asked to choose. */
  concerns: (reader: Pick<DigestReader, 'organisationIds' | 'expertIds'>) => boolean;
  /** What came in [since, until), the best first; `most` lines at most, and how many there are in all. */
  find: (
    reader: DigestReader,
    period: { since: Date; until: Date; most: number },
  ) => Promise<{ lines: DigestLine[]; total: number }>;
};
