import { AppError, notFound } from '../../../kernel/errors.ts';
import { decide, definePolicy } from '../../../kernel/policy.ts';
import { pinyinSortKey } from '../../../kernel/text/pinyin.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { CarrierType, OrganisationKind } from '../domain/directory.policy.ts';
import { directoryPolicy } from '../domain/directory.policy.ts';
import type { RetireReason } from '../domain/entry.workflow.ts';
import { formerNamesAfter, otherNames } from '../domain/organisation-name.ts';
import { changeEntry } from './change-entry.ts';
import {
  checkCarrierType,
  checkCode,
  checkNameAlone,
  checkParent,
  checkRegion,
} from './organisation-checks.ts';
import type { DirectoryTables, OrganisationEntry } from './tables.ts';

export async function getOrganisationRow(db: Db | Tx, id: string): Promise<OrganisationEntry> {
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('organisation');
  return row;
}

export const loadOrganisation = ({ tx }: CommandContext, input: { id: string }) =>
  getOrganisationRow(tx, input.id);

export type OrganisationWords = {
  name: string;
  kind: OrganisationKind;
  carrierType?: CarrierType | null | undefined;
  uscc: string | null;
  regionCode: string;
  parentId: string | null;
  aliases: string[];
  formerNames: string[];
  introduction: string;
};

const operatorPolicy = definePolicy(
  directoryPolicy.filter(({ action }) => action === 'organisation.enter'),
);

/** The code is on the licence: once it stands, an operator alone may change it. */
function checkCodeChange(
  { actor }: CommandContext,
  before: OrganisationEntry,
  uscc: string | null,
): void {
  if (before.uscc === null || before.uscc === uscc) return;
  if (!decide(operatorPolicy, 'organisation.enter', actor, before).allowed) {
    throw new AppError('refused', { code: 'organisation.uscc_fixed' });
  }
}

export const reviseOrganisation = defineCommand({
  name: 'organisation.revise',
  load: loadOrganisation,
  async run(context, input: OrganisationWords & { id: string; version: number }, before) {
    const { tx } = context;
    checkRegion(input.regionCode);
    const carrierType = input.kind === 'carrier' ? (input.carrierType ?? null) : null;
    checkCarrierType(input.kind, input.carrierType);
    const uscc = input.uscc === null ? null : await checkCode(tx, input.uscc, before.id);
    checkCodeChange(context, before, uscc);
    if (uscc === null) await checkNameAlone(tx, input.name, before.id);
    if (input.parentId !== null && input.parentId !== before.parentId) {
      await checkParent(tx, before.id, input.parentId);
    }
    await changeEntry(context, 'organisation', before, {
      step: 'revise',
      version: input.version,
      set: {
        name: input.name,
        sortKey: await pinyinSortKey(input.name),
        kind: input.kind,
        carrierType,
        uscc,
        regionCode: input.regionCode,
        parentId: input.parentId,
        aliases: otherNames(input.aliases, input.name),
        formerNames: formerNamesAfter(before, input.name, input.formerNames),
        introduction: input.introduction,
      },
    });
    return { id: before.id };
  },
});

/** How much an organisation has published; known to the module that owns listings. */
export type CountListings = (
  db: Db | Tx,
  organisationId: string,
) => Promise<{ needs: number; achievements: number }>;

type Retirement = { id: string; version: number; reasonCode: RetireReason; words: string };

export const createRetireOrganisation = (countListings: CountListings) =>
  defineCommand({
    name: 'organisation.retire',
    load: loadOrganisation,
    async run(context, input: Retirement, before) {
      const { needs, achievements } = await countListings(context.tx, before.id);
      if (needs + achievements > 0) {
        throw new AppError('refused', {
          code: 'organisation.has_listings',
          params: { needs, achievements },
        });
      }
      await changeEntry(context, 'organisation', before, {
        step: 'retire',
        version: input.version,
        set: {},
        words: input.words,
        reasonCode: input.reasonCode,
        data: { reasonCode: input.reasonCode },
      });
      return { id: before.id };
    },
  });

export const restoreOrganisation = defineCommand({
  name: 'organisation.restore',
  load: loadOrganisation,
  async run(context, input: { id: string; version: number; words: string }, before) {
    await changeEntry(context, 'organisation', before, {
      step: 'restore',
      version: input.version,
      set: {},
      words: input.words,
    });
    return { id: before.id };
  },
});
