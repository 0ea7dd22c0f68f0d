import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { DigestSource } from '../../../platform/digest/source.ts';
import type { Language } from '../../../platform/i18n/languages.ts';
import type { Frequency } from '../domain/notifications.policy.ts';
import type { NotificationTables } from './tables.ts';

export type Choices = {
  language: Language;
  /** Kinds that were chosen; the others are daily. */
  frequencies: ReadonlyMap<string, { frequency: Frequency; changedAt: Date }>;
};

/** What these people chose; everybody asked for is in the answer. */
export async function findChoices(
  database: Db | Tx,
  userIds: readonly string[],
): Promise<Map<string, Choices>> {
  if (userIds.length === 0) return new Map();
  const db = database.withTables<NotificationTables>();
  const chosen = await db
    .selectFrom('notificationChoices')
    .selectAll()
    .where('userId', 'in', [...userIds])
    .execute();
  const languages = await db
    .selectFrom('notificationLanguages')
    .select(['userId', 'language'])
    .where('userId', 'in', [...userIds])
    .execute();
  const spoken = new Map(languages.map(({ userId, language }) => [userId, language]));
  return new Map(
    userIds.map((userId) => [
      userId,
      {
        language: spoken.get(userId) ?? 'zh-CN',
        frequencies: new Map(
          chosen.filter((row) => row.userId === userId).map((row) => [row.kind, row]),
        ),
      },
    ]),
  );
}

export async function getChoices(db: Db | Tx, userId: string): Promise<Choices> {
  const found = (await findChoices(db, [userId])).get(userId);
  if (!found) throw new Error('findChoices left somebody out');
  return found;
}

/** Sets one kind; undefined when it stood so already. */
export async function writeChoice(
  tx: Tx,
  choice: { userId: string; kind: string; frequency: Frequency; at: Date },
): Promise<boolean> {
  const { userId, kind, frequency, at } = choice;
  const result = await tx
    .withTables<NotificationTables>()
    .insertInto('notificationChoices')
    .values({ userId, kind, frequency, changedAt: at })
    .onConflict((conflict) =>
      conflict
        .columns(['userId', 'kind'])
        .doUpdateSet({ frequency, changedAt: at })
        .where('notificationChoices.frequency', '<>', frequency),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

const chosen = (userId: string, data: Record<string, unknown>) => ({
  type: 'notification.chosen',
  subject: { type: 'account', id: userId },
  data,
});

export const createChooseNotification = (sources: readonly DigestSource[]) =>
  defineCommand({
    name: 'notification.choose',
    load: ({ actor }) => Promise.resolve({ userId: actor.userId }),
    async run({ tx, now, emit }, input: { kind: string; frequency: Frequency }, { userId }) {
      if (!sources.some(({ kind }) => kind === input.kind)) {
        throw new AppError('invalid', { code: 'notification.unknown_kind' });
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
