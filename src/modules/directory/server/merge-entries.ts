import { AppError, notFound, type Refusal } from '../../../kernel/errors.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { otherNames } from '../domain/organisation-name.ts';
import { changeEntry, stepRefusals, type Entries } from './change-entry.ts';
import { lockParents, standsBelow } from './organisation-checks.ts';
import { shareMembers } from './organisation-group.ts';
import type { DirectoryTables } from './tables.ts';

/** `id` ends in `intoId`; `words` say why. `version` is that of the one that ends. */
export type Merge = { id: string; version: number; intoId: string; words: string };

/** What the policy judges: both entries at once. */
export const mergeRecord = <Row extends object>(
  row: Row,
  into: { id: string; regionCode: string },
) => ({ ...row, intoId: into.id, intoRegionCode: into.regionCode });

/** Both rows, locked in one order, so that two merges the other way round wait for each other. */
async function lockBoth<S extends 'organisation' | 'expert'>(
  tx: Tx,
  subject: S,
  { id, intoId }: Merge,
): Promise<{ from: Entries[S]; into: Entries[S] }> {
  const rows = await tx
    .withTables<DirectoryTables>()
    .selectFrom((subject === 'organisation' ? 'organisations' : 'experts') as 'organisations')
    .selectAll()
    .where('id', 'in', [id, intoId])
    .orderBy('id')
    .forUpdate()
    .execute();
  const find = (wanted: string) => {
    const row = rows.find((each) => each.id === wanted);
    if (!row) throw notFound(subject);
    return row as unknown as Entries[S];
  };
  return { from: find(id), into: find(intoId) };
}

function refusals(
  subject: 'organisation' | 'expert',
  from: Entries['organisation' | 'expert'],
  into: Entries['organisation' | 'expert'],
  now: Date,
): Refusal[] {
  if (from.id === into.id) return [{ code: 'directory.merge_itself' }];
  const reasons = stepRefusals(subject, 'merge', from.status, now);
  if (into.status !== 'active') reasons.push({ code: 'directory.merge_ended' });
  // Examples are taken out one day, with all that is theirs.
  if (from.isExample !== into.isExample) reasons.push({ code: 'directory.merge_example' });
  return reasons;
}

export const mergeOrganisation = defineCommand({
  name: 'organisation.merge',
  async load({ tx }: CommandContext, input: Merge) {
    const both = await lockBoth(tx, 'organisation', input);
    return { ...mergeRecord(both.from, both.into), ...both };
  },
  async run(context, input: Merge, { from, into }) {
    const { tx, now, emit } = context;
    const reasons = refusals('organisation', from, into, now);
    // Two codes are two legal persons; one of them must be wrong and be mended first.
    if (from.id !== into.id && from.uscc !== null && into.uscc !== null) {
      reasons.push({ code: 'directory.merge_codes' });
    }
    if (reasons.length > 0) throw new AppError('refused', reasons);
    await lockParents(tx);
    await changeEntry(context, 'organisation', from, {
      step: 'merge',
      version: input.version,
      set: { mergedInto: into.id, uscc: null, parentId: null },
      words: input.words,
      data: { into: into.id },
    });
    await changeEntry(context, 'organisation', into, {
      action: { name: 'absorb', emits: 'organisation.absorbed' },
      version: null,
      set: {
        uscc: into.uscc ?? from.uscc,
        parentId: into.parentId === from.id ? from.parentId : into.parentId,
        introduction: into.introduction || from.introduction,
        aliases: otherNames([...into.aliases, from.name, ...from.aliases], into.name),
        formerNames: otherNames([...into.formerNames, ...from.formerNames], into.name),
      },
      words: input.words,
      data: { from: from.id },
    });
    await followOrganisation(context, from.id, into.id);
    if (await standsAboveItself(tx, into.id)) {
      throw new AppError('refused', { code: 'directory.merge_family' });
    }
    await shareMembers(tx, into.id, now);
    for (const { id } of await expertsOf(tx, into.id)) {
      emit({ type: 'expert.moved', subject: { type: 'expert', id } });
    }
    return { id: from.id };
  },
});

/** What names the one that ended names the other from now on: all of this module's own tables. */
async function followOrganisation(context: CommandContext, fromId: string, intoId: string) {
  const db = context.tx.withTables<DirectoryTables>();
  const points = { from: fromId, to: intoId };
  await db
    .updateTable('organisations')
    .set({ mergedInto: points.to })
    .where('mergedInto', '=', points.from)
    .execute();
  const below = await db
    .selectFrom('organisations')
    .selectAll()
    .where('parentId', '=', points.from)
    .where('id', '<>', points.to)
    .execute();
  for (const child of below) {
    await changeEntry(context, 'organisation', child, {
      action: { name: 'follow', emits: 'organisation.revised' },
      version: null,
      set: { parentId: points.to },
    });
  }
  for (const table of ['experts', 'facilities'] as const) {
    await db
      .updateTable(table as 'experts')
      .set({ organisationId: points.to })
      .where('organisationId', '=', points.from)
      .execute();
  }
  // Present members of both stay once; the one who houses cannot be housed by itself.
  await db
    .deleteFrom('carrierMembers')
    .where((where) =>
      where.or([
        where.and([where('carrierId', '=', points.from), where('organisationId', '=', points.to)]),
        where.and([where('carrierId', '=', points.to), where('organisationId', '=', points.from)]),
        where.and([
          where('untilDay', 'is', null),
          where('organisationId', '=', points.from),
          where(
            'carrierId',
            'in',
            where
              .selectFrom('carrierMembers as other')
              .select('other.carrierId')
              .where('other.organisationId', '=', points.to)
              .where('other.untilDay', 'is', null),
          ),
        ]),
        where.and([
          where('untilDay', 'is', null),
          where('carrierId', '=', points.from),
          where(
            where.fn.coalesce('organisationId', 'expertId'),
            'in',
            where
              .selectFrom('carrierMembers as other')
              .select((other) =>
                other.fn.coalesce('other.organisationId', 'other.expertId').as('id'),
              )
              .where('other.carrierId', '=', points.to)
              .where('other.untilDay', 'is', null),
          ),
        ]),
      ]),
    )
    .execute();
  await db
    .updateTable('carrierMembers')
    .set({ organisationId: points.to })
    .where('organisationId', '=', points.from)
    .execute();
  for (const table of ['carrierMembers', 'carrierActivities'] as const) {
    await db
      .updateTable(table as 'carrierActivities')
      .set({ carrierId: points.to })
      .where('carrierId', '=', points.from)
      .execute();
  }
}

async function standsAboveItself(tx: Tx, id: string): Promise<boolean> {
  const row = await tx
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select('parentId')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return row.parentId !== null && (await standsBelow(tx, row.parentId, id));
}

const expertsOf = (tx: Tx, organisationId: string) =>
  tx
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .select('id')
    .where('organisationId', '=', organisationId)
    .execute();

export const mergeExpert = defineCommand({
  name: 'expert.merge',
  async load({ tx }: CommandContext, input: Merge) {
    const both = await lockBoth(tx, 'expert', input);
    return { ...mergeRecord(both.from, both.into), ...both };
  },
  async run(context, input: Merge, { from, into }) {
    const { tx, now } = context;
    const reasons = refusals('expert', from, into, now);
    // Each account keeps one profile: two accounts are two people, or one of them must go first.
    if (from.id !== into.id && from.userId !== null && into.userId !== null) {
      reasons.push({ code: 'directory.merge_accounts' });
    }
    if (reasons.length > 0) throw new AppError('refused', reasons);
    await changeEntry(context, 'expert', from, {
      step: 'merge',
      version: input.version,
      set: { mergedInto: into.id, userId: null, orcid: null },
      words: input.words,
      data: { into: into.id },
    });
    await changeEntry(context, 'expert', into, {
      action: { name: 'absorb', emits: 'expert.absorbed' },
      version: null,
      set: {
        userId: into.userId ?? from.userId,
        orcid: into.orcid ?? from.orcid,
        organisationId: into.organisationId ?? from.organisationId,
        bio: into.bio || from.bio,
        fields: [...new Set([...into.fields, ...from.fields])],
        languages: [...new Set([...into.languages, ...from.languages])],
      },
      words: input.words,
      data: { from: from.id },
    });
    const db = tx.withTables<DirectoryTables>();
    await db
      .updateTable('experts')
      .set({ mergedInto: into.id })
      .where('mergedInto', '=', from.id)
      .execute();
    await db
      .deleteFrom('carrierMembers')
      .where('expertId', '=', from.id)
      .where('untilDay', 'is', null)
      .where('carrierId', 'in', (where) =>
        where
          .selectFrom('carrierMembers as other')
          .select('other.carrierId')
          .where('other.expertId', '=', into.id)
          .where('other.untilDay', 'is', null),
      )
      .execute();
    await db
      .updateTable('carrierMembers')
      .set({ expertId: into.id })
      .where('expertId', '=', from.id)
      .execute();
    return { id: from.id };
  },
});
