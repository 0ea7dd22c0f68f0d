import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { pinyinSortKey } from '../../../kernel/text/pinyin.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { ensureRole } from '../../identity/index.ts';
import { findRegion } from '../../reference-data/index.ts';
import type { DirectoryTables } from './tables.ts';

/** Somebody enters the own profile; one an account. An organisation of the same name is linked. */
export const registerExpert = defineCommand({
  name: 'expert.register',
  async run(
    { tx, actor, now, emit },
    input: {
      name: string;
      title: string;
      organisationName: string;
      research: string;
      bio: string;
      regionCode: string;
    },
  ) {
    if (!findRegion(input.regionCode))
      throw new AppError('invalid', { code: 'organisation.region' });
    if (actor.expertIds.length > 0) throw new AppError('conflict', { code: 'expert.already' });
    const db = tx.withTables<DirectoryTables>();
    const organisation = await db
      .selectFrom('organisations')
      .select('id')
      .where('name', '=', input.organisationName)
      .executeTakeFirst();
    const id = newId(now.getTime());
    const userId = actor.userId!;
    await db
      .insertInto('experts')
      .values({
        id,
        userId,
        organisationId: organisation?.id ?? null,
        ...input,
        sortKey: await pinyinSortKey(input.name),
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await ensureRole(tx, {
      userId,
      role: 'expert',
      regionCode: input.regionCode,
      at: now,
      by: userId,
    });
    emit({ type: 'expert.registered', subject: { type: 'expert', id } });
    return { id };
  },
});
