import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Channel, Frequency } from '../domain/notifications.policy.ts';
import type { Kind } from './kinds.ts';
import type { NotificationTables } from './tables.ts';

type Choice = { frequency: Frequency; changedAt: Date };

export type Choices = {
  language: Language;
  /** What was chosen for a kind and a channel; else the kind's own initial one holds. */
  chosen: (kind: string, channel: Channel) => Choice | undefined;
};

export const frequencyOf = (choices: Choices, kind: Kind, channel: Channel): Frequency =>
  choices.chosen(kind.kind, channel)?.frequency ?? kind.initial[channel];

/** What these people chose; everybody asked for is in the answer. */
export async function findChoices(
  database: Db | Tx,
  userIds: readonly string[],
): Promise<Map<string, Choices>> {
  if (userIds.length === 0) return new Map();
  const db = database.withTables<NotificationTables>();
  const rows = await db
    .selectFrom('notificationChoices')
    .selectAll()
    .where('userId', 'in', [...userIds])
    .execute();
  const languages = await db
    .selectFrom('notificationLanguages')
    .select(['userId', 'language'])
    .where('userId', 'in', [...userIds])
    .execute();
  const chosen = new Map(rows.map((row) => [`${row.userId} ${row.channel} ${row.kind}`, row]));
  const spoken = new Map(languages.map(({ userId, language }) => [userId, language]));
  return new Map(
    userIds.map((userId) => [
      userId,
      {
        language: spoken.get(userId) ?? 'zh-CN',
        chosen: (kind, channel) => chosen.get(`${userId} ${channel} ${kind}`),
      },
    ]),
  );
}

export async function getChoices(db: Db | Tx, userId: string): Promise<Choices> {
  const found = (await findChoices(db, [userId])).get(userId);
  if (!found) throw new Error('findChoices left somebody out');
  return found;
}

/** Sets one kind on one channel; false when it stood so already. */
export async function writeChoice(
  tx: Tx,
  choice: { userId: string; kind: string; channel: Channel; frequency: Frequency; at: Date },
): Promise<boolean> {
  const { userId, kind, channel, frequency, at } = choice;
  const db = tx.withTables<NotificationTables>();
  const result = await db
    .insertInto('notificationChoices')
    .values({ userId, kind, channel, frequency, changedAt: at })
    .onConflict((conflict) =>
      conflict
        .columns(['userId', 'kind', 'channel'])
        .doUpdateSet({ frequency, changedAt: at })
        .where('notificationChoices.frequency', '<>', frequency),
    )
    .executeTakeFirst();
  if (result.numInsertedOrUpdatedRows !== 1n) return false;
  // What waits for the next daily mail is not sent to somebody who wants none of it any more.
  if (channel === 'mail' && frequency === 'off') {
    await db
      .updateTable('notices')
      .set({ mail: 'off' })
      .where('userId', '=', userId)
      .where('kind', '=', kind)
      .where('mail', '=', 'daily')
      .where('digestDay', 'is', null)
      .execute();
  }
  return true;
}

const chosen = (userId: string, data: Record<string, unknown>) => ({
  type: 'notification.chosen',
  subject: { type: 'account', id: userId },
  data,
});

type ChoiceInput = { kind: string; channel: Channel; frequency: Frequency };

export const createChooseNotification = (kinds: readonly Kind[]) =>
  defineCommand({
    name: 'notification.choose',
    load: ({ actor }) => Promise.resolve({ userId: actor.userId }),
    async run({ tx, now, emit }, input: ChoiceInput, { userId }) {
      const kind = kinds.find((each) => each.kind === input.kind);
      if (!kind) throw new AppError('invalid', { code: 'notification.unknown_kind' });
      if (!kind.offered[input.channel].includes(input.frequency)) {
        throw new AppError('invalid', { code: 'notification.not_offered' });
      }
      if (userId === null) throw new AppError('unauthenticated', { code: 'policy.sign_in' });
      if (await writeChoice(tx, { userId, ...input, at: now })) emit(chosen(userId, input));
      return { userId };
    },
  });

export const chooseMailLanguage = defineCommand({
  name: 'notification.choose',
  load: ({ actor }) => Promise.resolve({ userId: actor.userId }),
  async run({ tx, now, emit }, { language }: { language: Language }, { userId }) {
    if (userId === null) throw new AppError('unauthenticated', { code: 'policy.sign_in' });
    await tx
      .withTables<NotificationTables>()
      .insertInto('notificationLanguages')
      .values({ userId, language, changedAt: now })
      .onConflict((conflict) => conflict.column('userId').doUpdateSet({ language, changedAt: now }))
      .execute();
    emit(chosen(userId, { language }));
    return { userId };
  },
});
