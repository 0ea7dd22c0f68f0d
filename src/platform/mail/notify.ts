import type { Tx } from '../db/database.ts';
import type { StoredEvent } from '../outbox/outbox.ts';
import type { Platform } from '../platform.ts';
import type { Mail } from './mail.ts';

type Recipient = { userId: string; email: string; name: string };

/**
 * Enqueues a mail about an event to each of these people, in the transaction of the subscriber, but
 * none to the one who did it (`actorId` in the event's data). The message id is made of the event
 * and the recipient, so that an event read twice sends nothing twice.
 */
export async function notify(
  { config, jobs }: Pick<Platform, 'config' | 'jobs'>,
  tx: Tx,
  event: StoredEvent,
  people: readonly Recipient[],
  write: (person: Recipient) => Pick<Mail, 'subject' | 'text'>,
): Promise<void> {
  const host = new URL(config.publicUrl).hostname;
  for (const person of people) {
    if (person.userId === event.data.actorId) continue;
    const messageId = `${event.subjectType}.${event.seq}.${person.userId}@${host}`;
    const mail: Mail = { to: person.email, ...write(person), messageId };
    await jobs.send(tx, 'mail.send', mail, { singletonKey: messageId });
  }
}

const dueFormat = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'long',
  day: 'numeric',
  weekday: 'short',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** A deadline as people write it: 11月25日周三 18:00. Empty when there is none. */
export const dueText = (at: Date | null): string => (at === null ? '' : dueFormat.format(at));
