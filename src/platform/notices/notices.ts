import type { Actor } from '../../kernel/policy.ts';
import type { Tx } from '../db/database.ts';
import type { Language, Translate } from '../i18n/languages.ts';
import type { Mail } from '../mail/mail.ts';
import type { StoredEvent } from '../outbox/outbox.ts';

/** Somebody who can be told something. */
export type Recipient = { userId: string; email: string; name: string };

/**
 * A kind of notice that a module tells people of. Its name and explanation are the messages
 * `notice.<kind>.title` and `notice.<kind>.about`.
 */
export type NoticeKind = {
  kind: string;
  /** What holds until somebody chooses: at once for what waits for a person until a due time. */
  mail: 'at_once' | 'daily';
  /** Whom it can ever concern; others are not asked to choose. */
  concerns: (actor: Pick<Actor, 'organisationIds' | 'expertIds' | 'grants'>) => boolean;
};

/** A notice in the words of one person's language, without salutation or address. */
export type WrittenNotice = {
  /** One line, without a full stop. */
  subject: string;
  /** A few sentences; paragraphs are divided by an empty line. */
  text: string;
  /** One of the kinds the modules name; `other` when it is left out. */
  kind?: string;
  /** Where it leads, within the platform: `/cases/…`. */
  path?: string;
  /** A date for the recipient's calendar, which goes with a mail that is sent at once. */
  calendar?: Mail['calendar'];
};

export type WriteNotice = (
  person: Recipient,
  translate: Translate,
  language: Language,
) => WrittenNotice | Promise<WrittenNotice>;

/** How people are told things. Written by the module `notifications`, used by all through `notify`. */
export type Notices = {
  tell(tx: Tx, event: StoredEvent, people: readonly Recipient[], write: WriteNotice): Promise<void>;
  /** Enqueues a mail that is none of the kinds, and notes it in the delivery log. */
  mail(tx: Tx, message: { userId: string; kind: 'account' | 'digest'; mail: Mail }): Promise<void>;
};
