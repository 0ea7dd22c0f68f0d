import type { Tx } from '../db/database.ts';
import type { Language } from '../i18n/languages.ts';
import type { Recipient, WriteNotice } from '../notices/notices.ts';
import type { StoredEvent } from '../outbox/outbox.ts';
import type { Platform } from '../platform.ts';

/**
 * Tells these people of an event, in the transaction of the subscriber, but not the one who did it
 * (`actorId` in the event's data). Whether it reaches them in the app, by mail at once or in the
 * daily mail is their choice. An event tells a person once, however often and by whomever it is read.
 */
export const notify = (
  { notices }: Pick<Platform, 'notices'>,
  tx: Tx,
  event: StoredEvent,
  people: readonly Recipient[],
  write: WriteNotice,
): Promise<void> => notices.tell(tx, event, people, write);

const dueFormat = (language: Language) =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : 'zh-CN', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    weekday: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
const dueFormats = { 'zh-CN': dueFormat('zh-CN'), en: dueFormat('en') };

/** A deadline as people write it: 11月25日周三 18:00. Empty when there is none. */
export const dueText = (at: Date | null, language: Language = 'zh-CN'): string =>
  at === null ? '' : dueFormats[language].format(at);
