import { checkUscc } from '../../../kernel/codes/uscc.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { pinyinSortKey } from '../../../kernel/text/pinyin.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { addMembership, ensureRole } from '../../identity/index.ts';
import { findRegion } from '../../reference-data/index.ts';
import type { OrganisationKind } from '../domain/directory.policy.ts';
import type { DirectoryTables } from './tables.ts';

/** Whoever registers an organisation becomes its first member, and may publish needs for it. */
export const registerOrganisation = defineCommand({
  name: 'organisation.register',
  async run(
    { tx, actor, now, emit },
    input: {
      name: string;
      kind: OrganisationKind;
      uscc: string;
      regionCode: string;
      introduction: string;
    },
  ) {
    const check = checkUscc(input.uscc);
    if (!check.ok) {
      throw new AppError('invalid', { code: `organisation.uscc_${check.problem}` });
    }
    if (!findRegion(input.regionCode)) {
      throw new AppError('invalid', { code: 'organisation.region' });
    }
    const db = tx.withTables<DirectoryTables>();
    const known = await db
      .selectFrom('organisations')
      .select(['name'])
      .where('uscc', '=', check.value)
      .executeTakeFirst();
    if (known) {
      throw new AppError('conflict', {
        code: 'organisation.uscc_taken',
        params: { name: known.name },
      });
    }
    const id = newId(now.getTime());
    await db
      .insertInto('organisations')
      .values({
        id,
        regionCode: input.regionCode,
        kind: input.kind,
        name: input.name,
        sortKey: await pinyinSortKey(input.name),
        uscc: check.value,
        introduction: input.introduction,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    const userId = actor.userId!;
    await addMembership(tx, { userId, organisationId: id, at: now });
    await ensureRole(tx, {
      userId,
      role: 'enterprise',
      regionCode: input.regionCode,
      at: now,
      by: userId,
    });
    emit({ type: 'organisation.registered', subject: { type: 'organisation', id } });
    return { id };
  },
});
