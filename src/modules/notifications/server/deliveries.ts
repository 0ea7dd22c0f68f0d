import { newId } from '../../../kernel/ids.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import type { DeliveryState } from '../domain/notifications.policy.ts';
import type { NotificationTables } from './tables.ts';

/** Of the mail server's own words, as many as help whoever looks into it. */
const REASON_LENGTH = 400;

type Message = {
  userId: string;
  noticeId: string | null;
  kind: string;
  title: string;
  now: Date;
};

/** Notes that a notice stands in the app of its person: nothing can fail on the way. */
export async function noteInApp(tx: Tx, { now, ...message }: Message): Promise<void> {
  await tx
    .withTables<NotificationTables>()
    .insertInto('noticeDeliveries')
    .values({
      id: newId(now.getTime()),
      ...message,
      channel: 'app',
      messageId: null,
      status: 'sent',
      attempts: 1,
      queuedAt: now,
      settledAt: now,
    })
    .execute();
}

/** Enqueues a mail and notes it, both or neither. A message id that is known already is left alone. */
export async function enqueueMail(
  jobs: Pick<Jobs, 'send'>,
  tx: Tx,
  { now, ...message }: Message,
  mail: Mail,
): Promise<void> {
  const noted = await tx
    .withTables<NotificationTables>()
    .insertInto('noticeDeliveries')
    .values({
      id: newId(now.getTime()),
      ...message,
      channel: 'mail',
      messageId: mail.messageId,
      status: 'queued',
      queuedAt: now,
    })
    .onConflict((conflict) => conflict.column('messageId').doNothing())
    .executeTakeFirst();
  if (noted.numInsertedOrUpdatedRows !== 1n) return;
  await jobs.send(tx, 'mail.send', mail, { singletonKey: mail.messageId });
}

/** A mail as the log has it: a job may run again after a crash, and knows so from here. */
export async function findMail(
  db: Db,
  messageId: string,
): Promise<{ status: DeliveryState; attempts: number } | undefined> {
  return db
    .withTables<NotificationTables>()
    .selectFrom('noticeDeliveries')
    .select(['status', 'attempts'])
    .where('messageId', '=', messageId)
    .executeTakeFirst();
}

/** Notes how an attempt to send a mail ended. */
export async function noteAttempt(
  db: Db,
  messageId: string,
  outcome: { status: DeliveryState; attempts: number; at: Date; error?: unknown },
): Promise<void> {
  const { status, attempts, at, error } = outcome;
  const said = error instanceof Error ? error.message : String(error);
  await db
    .withTables<NotificationTables>()
    .updateTable('noticeDeliveries')
    .set({
      status,
      attempts,
      reason: error === undefined ? null : said.slice(0, REASON_LENGTH),
      settledAt: status === 'queued' ? null : at,
    })
    .where('messageId', '=', messageId)
    .execute();
}

/** Notes of all mails that wait that they are not sent any more, and why; returns how many. */
export async function failQueuedMails(db: Db, reason: string): Promise<number> {
  const result = await db
    .withTables<NotificationTables>()
    .updateTable('noticeDeliveries')
    .set({ status: 'failed', reason, settledAt: new Date() })
    .where('status', '=', 'queued')
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
