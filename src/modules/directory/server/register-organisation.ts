import { newId } from '../../../kernel/ids.ts';
import { pinyinSortKey } from '../../../kernel/text/pinyin.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { addMembership, ensureRole } from '../../identity/index.ts';
import type { CarrierType, OrganisationKind } from '../domain/directory.policy.ts';
import { addLine } from './change-entry.ts';
import { checkCarrierType, checkCode, checkNameAlone, checkRegion } from './organisation-checks.ts';
import type { DirectoryTables } from './tables.ts';

type Registration = {
  name: string;
  kind: OrganisationKind;
  carrierType?: CarrierType | undefined;
  uscc: string | null;
  regionCode: string;
  introduction: string;
};

async function insertOrganisation(context: CommandContext, input: Registration): Promise<string> {
  const { tx, now, emit } = context;
  checkRegion(input.regionCode);
  checkCarrierType(input.kind, input.carrierType);
  const uscc = input.uscc === null ? null : await checkCode(tx, input.uscc);
  if (uscc === null) await checkNameAlone(tx, input.name);
  const id = newId(now.getTime());
  const row = await tx
    .withTables<DirectoryTables>()
    .insertInto('organisations')
    .values({
      id,
      regionCode: input.regionCode,
      kind: input.kind,
      carrierType: input.carrierType ?? null,
      name: input.name,
      sortKey: await pinyinSortKey(input.name),
      uscc,
      introduction: input.introduction,
      createdAt: now,
      updatedAt: now,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
  await addLine(context, 'organisation', row, { action: 'register', from: null, keep: true });
  emit({ type: 'organisation.registered', subject: { type: 'organisation', id } });
  return id;
}

/** Whoever registers an organisation becomes its first member, and may publish needs for it. */
export const registerOrganisation = defineCommand({
  name: 'organisation.register',
  async run(context, input: Registration & { uscc: string }) {
    const { tx, actor, now } = context;
    const id = await insertOrganisation(context, input);
    const userId = actor.userId!;
    await addMembership(tx, { userId, organisationId: id, at: now });
    await ensureRole(tx, {
      userId,
      role: 'enterprise',
      regionCode: input.regionCode,
      at: now,
      by: userId,
    });
    return { id };
  },
});

/** An operator enters one that belongs to nobody yet; a station may have no code of its own. */
export const enterOrganisation = defineCommand({
  name: 'organisation.enter',
  load: async (_context, input: Registration) => ({ regionCode: input.regionCode }),
  run: async (context, input) => ({ id: await insertOrganisation(context, input) }),
});
