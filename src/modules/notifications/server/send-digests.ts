import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Db } from '../../../platform/db/database.ts';
import type { DigestSource } from '../../../platform/digest/source.ts';
import type { Translate } from '../../../platform/i18n/languages.ts';
import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Mail } from '../../../platform/mail/mail.ts';
import type { WrittenNotice } from '../../../platform/notices/notices.ts';
import type { Platform } from '../../../platform/platform.ts';
import { expertIdsOf } from '../../directory/index.ts';
import {
  listRecipients,
  signingSecret,
  systemActor,
  type Recipient,
} from '../../identity/index.ts';
import { digestPeriod } from '../domain/digest-period.ts';
import { findChoices, frequencyOf, type Choices } from './choices.ts';
import { digestMail, type DigestSection } from './digest-mail.ts';
import { dailyKind } from './kinds.ts';
import type { NotificationTables } from './tables.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';
import { markTold, waitingNotices } from './waiting-notices.ts';
import { writeNotice } from './write-notices.ts';

const BATCH = 200;
/** More than this of one kind nobody reads in a mail. */
const MOST_LINES = 8;

type Digest = {
  userId: string;
  day: string;
  since: Date;
  until: Date;
  lines: number;
  /** Null when nothing of it is wanted by mail. */
  mail: Mail | null;
  /** News that are told in the app as well, by kind. */
  inApp: { kind: string; notice: WrittenNotice }[];
};

/** Writes down that somebody was told, and enqueues the mail, all or nothing, once a day. */
const createSendDigest = ({ notices }: Pick<Platform, 'notices'>) =>
  defineCommand({
    name: 'notification.send-digest',
    async run({ tx, now, emit }, { mail, inApp, ...digest }: Digest) {
      const { userId, day, until } = digest;
      const written = await tx
        .withTables<NotificationTables>()
        .insertInto('digests')
        .values({ ...digest, sentAt: now })
        .onConflict((conflict) => conflict.columns(['userId', 'day']).doNothing())
        .executeTakeFirst();
      if (written.numInsertedOrUpdatedRows !== 1n) return false;
      for (const { kind, notice } of inApp) {
        const wanted = { inApp: true, mail: 'off' } as const;
        const key = `digest:${kind}:${day}`;
        await writeNotice(tx, { person: { userId }, kind, key, at: now, notice, wanted, now });
      }
      if (mail !== null) {
        await markTold(tx, { userId, day, until });
        await notices.mail(tx, { userId, kind: 'digest', mail });
      }
      emit({
        type: 'digest.sent',
        subject: { type: 'account', id: userId },
        data: { day, lines: digest.lines, mail: mail !== null },
      });
      return mail !== null;
    },
  });

/**
 * Writes one mail to everybody for whom something is new that they want to be told of that way. May
 * run again: who was written to today is passed over. Returns how many were written to.
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

/** What to tell one person; undefined when nothing is new. */
async function digestFor(
  platform: Platform,
  sources: readonly DigestSource[],
  person: Recipient,
  choices: Choices,
  lastUntil: Date | null,
): Promise<Digest | undefined> {
  const { config, db, clock } = platform;
  const { day, since, until } = digestPeriod(clock.now(), lastUntil);
  if (since >= until) return undefined;
  const { language } = choices;
  const translate = platform.translator(language);
  const expertIds = await expertIdsOf(db, person.userId);
  const reader = { ...person, expertIds, language, translate };
  const secret = signingSecret(config);
  const stop = (kind: string | null): string =>
    `${config.publicUrl}/unsubscribe/${unsubscribeToken({ userId: person.userId, kind }, secret)}`;

  const waiting = await waitingNotices(db, { userId: person.userId, until, most: MOST_LINES });
  const sections: DigestSection[] = waiting.map((section) => ({
    ...section,
    unsubscribe: stop(section.kind),
  }));
  const inApp: Digest['inApp'] = [];
  for (const source of sources) {
    if (!source.concerns(reader)) continue;
    const kind = dailyKind(source);
    // What came while somebody did not want to be told is no news afterwards.
    const from = (channel: 'app' | 'mail'): Date | undefined => {
      if (frequencyOf(choices, kind, channel) === 'off') return undefined;
      const changedAt = choices.chosen(kind.kind, channel)?.changedAt;
      return changedAt && changedAt > since ? changedAt : since;
    };
    const news = async (begin: Date | undefined) =>
      begin === undefined || begin >= until
        ? { lines: [], total: 0 }
        : source.find(reader, { since: begin, until, most: MOST_LINES });
    const byMail = await news(from('mail'));
    const seen =
      from('app')?.getTime() === from('mail')?.getTime() ? byMail : await news(from('app'));
    if (byMail.lines.length > 0) {
      const { lines, total } = byMail;
      sections.push({
        kind: kind.kind,
        lines,
        more: total - lines.length,
        unsubscribe: stop(kind.kind),
      });
    }
    if (seen.total > 0) {
      inApp.push({ kind: kind.kind, notice: noticeOf(source, seen.lines, seen.total, translate) });
    }
  }
  if (sections.length + inApp.length === 0) return undefined;
  const told = { userId: person.userId, day, since, until, inApp };
  if (sections.length === 0) return { ...told, lines: inApp.length, mail: null };
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
    ...told,
    lines: sections.reduce((sum, { lines }) => sum + lines.length, 0),
    mail: { to: person.email, messageId, ...digestMail(letter) },
  };
}

/** How many there are, and the best of them. */
function noticeOf(
  { kind, path }: DigestSource,
  lines: readonly { title: string; path: string }[],
  count: number,
  translate: Translate,
): WrittenNotice {
  return {
    subject: translate('notice.daily.subject', { title: translate(`notice.${kind}.title`), count }),
    text: lines.map(({ title }) => title).join('\n'),
    path: lines.length === 1 ? lines[0]!.path : (path ?? lines[0]!.path),
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
