import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { DigestSource } from '../../../platform/digest/source.ts';
import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import type { Platform } from '../../../platform/platform.ts';
import { expertIdsOf } from '../../directory/index.ts';
import {
  listRecipients,
  signingSecret,
  systemActor,
  type Recipient,
} from '../../identity/index.ts';
import { digestPeriod } from '../domain/digest-period.ts';
import { findChoices, type Choices } from './choices.ts';
import { digestMail, type DigestSection } from './digest-mail.ts';
import type { NotificationTables } from './tables.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';

const BATCH = 200;
/** More than this of one kind nobody reads in a mail. */
const MOST_LINES = 8;

type Digest = { userId: string; day: string; since: Date; until: Date; lines: number; mail: Mail };

/** Writes down that somebody was told, and enqueues the mail, both or neither, once a day. */
const createSendDigest = ({ jobs }: Pick<Platform, 'jobs'>) =>
  defineCommand({
    name: 'notification.send-digest',
    async run({ tx, now, emit }, { mail, ...digest }: Digest) {
      const written = await tx
        .withTables<NotificationTables>()
        .insertInto('digests')
        .values({ ...digest, sentAt: now })
        .onConflict((conflict) => conflict.columns(['userId', 'day']).doNothing())
        .executeTakeFirst();
      if (written.numInsertedOrUpdatedRows !== 1n) return false;
      await jobs.send(tx, 'mail.send', mail, { singletonKey: mail.messageId });
      emit({
        type: 'digest.sent',
        subject: { type: 'account', id: digest.userId },
        data: { day: digest.day, lines: digest.lines },
      });
      return true;
    },
  });

/**
 * Writes one mail to everybody for whom something is new that they want to be told of. May run again:
 * who was written to today is passed over. Returns how many were written to.
 */
export async function sendDigests(
  platform: Platform,
  sources: readonly DigestSource[],
): Promise<number> {
  const sendDigest = createSendDigest(platform);
  let sent = 0;
  let after: string | null = null;
  for (;;) {
    const people: Recipient[] = await listRecipients(platform.db, after, BATCH);
    const last = people.at(-1);
    if (!last) return sent;
    const ids = people.map(({ userId }) => userId);
    const choices = await findChoices(platform.db, ids);
    const told = await lastDigests(platform.db, ids);
    for (const person of people) {
      const request = { actor: systemActor, requestId: `notification.digest:${person.userId}` };
      try {
        const chosen = choices.get(person.userId)!;
        const until = told.get(person.userId) ?? null;
        const digest = await digestFor(platform, sources, person, chosen, until);
        if (digest && (await platform.runCommand(request, sendDigest, digest))) sent += 1;
      } catch (error) {
        platform.log.error({ err: error, user: person.userId }, 'a digest could not be made');
      }
    }
    after = last.userId;
  }
}

/** Until when each of these people was told. */
async function lastDigests(db: Db, userIds: readonly string[]): Promise<Map<string, Date>> {
  const rows = await db
    .withTables<NotificationTables>()
    .selectFrom('digests')
    .select(['userId', (of) => of.fn.max('until').as('until')])
    .where('userId', 'in', [...userIds])
    .groupBy('userId')
    .execute();
  return new Map(rows.map(({ userId, until }) => [userId, until]));
}

/** What to send to one person; undefined when nothing is new. */
async function digestFor(
  platform: Platform,
  sources: readonly DigestSource[],
  person: Recipient,
  { language, frequencies }: Choices,
  lastUntil: Date | null,
): Promise<Digest | undefined> {
  const { config, db, clock } = platform;
  const { day, since, until } = digestPeriod(clock.now(), lastUntil);
  if (since >= until) return undefined;
  const translate = platform.translator(language);
  const expertIds = await expertIdsOf(db, person.userId);
  const reader = { ...person, expertIds, language, translate };
  const secret = signingSecret(config);
  const stop = (kind: string | null): string =>
    `${config.publicUrl}/unsubscribe/${unsubscribeToken({ userId: person.userId, kind }, secret)}`;
  const sections: DigestSection[] = [];
  for (const source of sources) {
    const choice = frequencies.get(source.kind);
    if (choice?.frequency === 'off' || !source.concerns(reader)) continue;
    // What came while somebody did not want to be told is no news afterwards.
    const from = choice && choice.changedAt > since ? choice.changedAt : since;
    if (from >= until) continue;
    const { lines, total } = await source.find(reader, { since: from, until, most: MOST_LINES });
    if (lines.length === 0) continue;
    const { kind } = source;
    sections.push({ kind, lines, more: total - lines.length, unsubscribe: stop(kind) });
  }
  if (sections.length === 0) return undefined;
  const letter = {
    name: person.name,
    day,
    sections,
    publicUrl: config.publicUrl,
    unsubscribe: stop(null),
    translate,
  };
  const messageId = `digest.${day}.${person.userId}@${new URL(config.publicUrl).hostname}`;
  return {
    userId: person.userId,
    day,
    since,
    until,
    lines: sections.reduce((sum, { lines }) => sum + lines.length, 0),
    mail: { to: person.email, messageId, ...digestMail(letter) },
  };
}

/** Each morning, in China time, when the news of the day before is complete. */
export const digestJob = (platform: Platform, sources: readonly DigestSource[]): Job => ({
  name: 'notification.digest',
  cron: '30 8 * * *',
  async handle() {
    await sendDigests(platform, sources);
  },
});
