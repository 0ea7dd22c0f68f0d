import type { Clock } from '../../../kernel/clock.ts';
import { newId } from '../../../kernel/ids.ts';
import type { Config } from '../../../platform/config/config.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Language, Translate } from '../../../platform/i18n/languages.ts';
import type { Jobs } from '../../../platform/jobs/jobs.ts';
import type { Notices, Recipient, WrittenNotice } from '../../../platform/notices/notices.ts';
import { signingSecret } from '../../identity/index.ts';
import type { Frequency } from '../domain/notifications.policy.ts';
import { findChoices, frequencyOf } from './choices.ts';
import { enqueueMail, noteInApp } from './deliveries.ts';
import { OTHER, type Kind } from './kinds.ts';
import { noticeMail } from './notice-mail.ts';
import type { NotificationTables } from './tables.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';

type Parts = {
  config: Config;
  clock: Clock;
  jobs: Pick<Jobs, 'send'>;
  translator: (language: Language) => Translate;
  kinds: readonly Kind[];
};

export function createNotices(parts: Parts): Notices {
  const { config, clock, jobs, translator, kinds } = parts;
  const host = new URL(config.publicUrl).hostname;
  return {
    async tell(tx, event, people, write) {
      // The same person may be named twice, as a member of two sides.
      const told = new Map(people.map((person) => [person.userId, person]));
      if (typeof event.data.actorId === 'string') told.delete(event.data.actorId);
      const choices = await findChoices(tx, [...told.keys()]);
      for (const person of told.values()) {
        const chosen = choices.get(person.userId)!;
        const translate = translator(chosen.language);
        const notice = await write(person, translate, chosen.language);
        const kind = kinds.find((each) => each.kind === (notice.kind ?? OTHER));
        if (!kind) throw new Error(`No module names the kind of notice ${notice.kind}`);
        const wanted = {
          inApp: frequencyOf(chosen, kind, 'app') !== 'off',
          mail: frequencyOf(chosen, kind, 'mail'),
        };
        if (!wanted.inApp && wanted.mail === 'off') continue;
        const noticeId = await writeNotice(tx, {
          person,
          kind: kind.kind,
          key: `event:${event.seq}`,
          at: event.at,
          notice,
          wanted,
          now: clock.now(),
        });
        if (noticeId === undefined || wanted.mail !== 'at_once') continue;
        const token = unsubscribeToken(
          { userId: person.userId, kind: kind.kind },
          signingSecret(config),
        );
        const message = {
          userId: person.userId,
          noticeId,
          kind: kind.kind,
          title: notice.subject,
          now: clock.now(),
        };
        await enqueueMail(jobs, tx, message, {
          to: person.email,
          messageId: `${event.subjectType}.${event.seq}.${person.userId}@${host}`,
          ...noticeMail({
            name: person.name,
            notice,
            publicUrl: config.publicUrl,
            unsubscribe: `${config.publicUrl}/unsubscribe/${token}`,
            translate,
          }),
        });
      }
    },
    mail: (tx, { userId, kind, mail }) =>
      enqueueMail(
        jobs,
        tx,
        { userId, noticeId: null, kind, title: mail.subject, now: clock.now() },
        mail,
      ),
  };
}

/** Writes a notice down; undefined when the person was told of the same thing before. */
export async function writeNotice(
  tx: Tx,
  told: {
    person: Pick<Recipient, 'userId'>;
    kind: string;
    key: string;
    at: Date;
    notice: WrittenNotice;
    wanted: { inApp: boolean; mail: Frequency };
    now: Date;
  },
): Promise<string | undefined> {
  const { person, kind, key, at, notice, wanted, now } = told;
  const id = newId(now.getTime());
  const { userId } = person;
  const written = await tx
    .withTables<NotificationTables>()
    .insertInto('notices')
    .values({
      id,
      userId,
      kind,
      key,
      at,
      title: notice.subject,
      text: notice.text,
      path: notice.path ?? null,
      ...wanted,
    })
    .onConflict((conflict) => conflict.columns(['userId', 'key']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows !== 1n) return undefined;
  if (wanted.inApp) {
    await noteInApp(tx, { userId, noticeId: id, kind, title: notice.subject, now });
  }
  return id;
}
