import { sql } from 'kysely';
import { newId } from '../../../kernel/ids.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { notify } from '../../../platform/mail/notify.ts';
import type { StoredEvent, Subscriber } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findDocking } from '../../dockings/index.ts';
import { findAchievements, findNeedRows } from '../../exchange/index.ts';
import { contactsOf } from '../../identity/index.ts';
import { webhookTypes } from '../domain/webhook-types.ts';
import type { ActorOf } from './import.job.ts';
import { DELIVER_JOB, getWebhookRow } from './webhook-commands.ts';
import type { InterchangeTables } from './tables.ts';

type Subject = { action: string; record: Readonly<Record<string, unknown>>; path: string };

/** What an event is about, as the policy sees it now; undefined when it is gone. */
async function subjectOf(tx: Tx, event: StoredEvent): Promise<Subject | undefined> {
  const id = event.subjectId;
  switch (event.subjectType) {
    case 'need': {
      const [record] = await findNeedRows(tx, [id]);
      return record && { action: 'need.read', record, path: `/needs/${id}` };
    }
    case 'achievement': {
      const [record] = await findAchievements({ db: tx }, [id]);
      return record && { action: 'achievement.read', record, path: `/achievements/${id}` };
    }
    case 'docking': {
      const record = await findDocking(tx, id);
      return record && { action: 'docking.read', record, path: `/dockings/${id}` };
    }
    case 'organisation':
    case 'expert':
      return {
        action: `${event.subjectType}.read`,
        record: {},
        path: `/${event.subjectType}s/${id}`,
      };
    default:
      return undefined;
  }
}

/**
 * Queues a delivery for everybody who asked for this kind of event and may read what it is about. It
 * says what happened to what, and where to read on: whoever reads is judged again there.
 */
export const webhookEvents = (platform: Platform, actorOf: ActorOf): Subscriber => ({
  name: 'interchange.webhooks',
  types: webhookTypes,
  async handle(tx, event) {
    const db = tx.withTables<InterchangeTables>();
    const webhooks = await db
      .selectFrom('webhooks')
      .select(['id', 'userId'])
      .where('turnedOffAt', 'is', null)
      .where(sql<boolean>`${event.type} = any(types)`)
      .execute();
    if (webhooks.length === 0) return;
    const subject = await subjectOf(tx, event);
    if (!subject) return;
    const now = platform.clock.now();
    for (const webhook of webhooks) {
      const actor = await actorOf(webhook.userId, tx);
      if (!platform.guard.permit(actor, subject.record)(subject.action).allowed) continue;
      const id = newId(now.getTime());
      const body = JSON.stringify({
        type: event.type,
        timestamp: event.at.toISOString(),
        data: {
          sequence: event.seq,
          subject: { type: event.subjectType, id: event.subjectId },
          address: `${platform.config.publicUrl}/api${subject.path}`,
        },
      });
      const added = await db
        .insertInto('webhookDeliveries')
        .values({
          id,
          webhookId: webhook.id,
          eventSeq: event.seq,
          type: event.type,
          body,
          status: 'queued',
          responseCode: null,
          problem: null,
          milliseconds: null,
          createdAt: now,
          settledAt: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .executeTakeFirst();
      if (added.numInsertedOrUpdatedRows === 1n) await platform.jobs.send(tx, DELIVER_JOB, { id });
    }
  },
});

/** Tells the owner that a webhook was turned off, and what to do about it. */
export const webhookNotices = (platform: Platform): Subscriber => ({
  name: 'interchange.webhook-notices',
  types: ['webhook.gave_up'],
  async handle(tx, event) {
    const webhook = await getWebhookRow(tx, event.subjectId).catch(() => undefined);
    if (!webhook) return;
    const people = await contactsOf(tx, { userIds: [webhook.userId] });
    await notify(platform, tx, event, people, (_person, translate) => ({
      subject: translate('webhook.off.subject', { name: webhook.name }),
      text: translate('webhook.off.text', { name: webhook.name, url: webhook.url }),
      path: '/my/access',
    }));
  },
});
