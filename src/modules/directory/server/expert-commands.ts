import { checkOrcid } from '../../../kernel/codes/orcid.ts';
import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { pinyinSortKey } from '../../../kernel/text/pinyin.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import { ensureRole } from '../../identity/index.ts';
import { findField } from '../../reference-data/index.ts';
import type { RetireReason } from '../domain/entry.workflow.ts';
import type { Availability, LanguageCode } from '../domain/experts.ts';
import { addLine, changeEntry } from './change-entry.ts';
import { checkRegion } from './organisation-checks.ts';
import type { DirectoryTables, ExpertEntry } from './tables.ts';

export async function getExpertRow(db: Db | Tx, id: string): Promise<ExpertEntry> {
  const row = await db
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst();
  if (!row) throw notFound('expert');
  return row;
}

const loadExpert = ({ tx }: CommandContext, input: { id: string }) => getExpertRow(tx, input.id);

export type ExpertWords = {
  name: string;
  title: string;
  organisationName: string;
  research: string;
  bio: string;
  regionCode: string;
  fields: string[];
  languages: LanguageCode[];
  orcid: string | null;
  availability: Availability | null;
  availabilityDay: string | null;
  availabilityWords: string;
};

/** The one organisation in use that has this name, or had it; null when there is none or several. */
async function organisationOfName(tx: Tx, name: string): Promise<string | null> {
  const found = await tx
    .withTables<DirectoryTables>()
    .selectFrom('organisations')
    .select('id')
    .where('status', '=', 'active')
    .where((where) =>
      where.or([
        where('name', '=', name),
        where('aliases', '@>', where.val([name])),
        where('formerNames', '@>', where.val([name])),
      ]),
    )
    .limit(2)
    .execute();
  return found.length === 1 ? found[0]!.id : null;
}

async function columnsOf(tx: Tx, input: ExpertWords, ownId?: string) {
  checkRegion(input.regionCode);
  if (input.fields.some((code) => !findField(code))) {
    throw new AppError('invalid', { code: 'expert.field' });
  }
  return {
    name: input.name,
    sortKey: await pinyinSortKey(input.name),
    title: input.title,
    organisationName: input.organisationName,
    organisationId: await organisationOfName(tx, input.organisationName),
    research: input.research,
    bio: input.bio,
    regionCode: input.regionCode,
    fields: [...new Set(input.fields)],
    languages: [...new Set(input.languages)],
    orcid: input.orcid === null ? null : await checkExpertOrcid(tx, input.orcid, ownId),
    availability: input.availability,
    availabilityDay: input.availability === 'unavailable' ? null : input.availabilityDay,
    availabilityWords: input.availabilityWords,
  };
}

async function checkExpertOrcid(tx: Tx, orcid: string, ownId?: string): Promise<string> {
  const check = checkOrcid(orcid);
  if (!check.ok) throw new AppError('invalid', { code: `expert.orcid_${check.problem}` });
  const known = await tx
    .withTables<DirectoryTables>()
    .selectFrom('experts')
    .select(['id', 'name'])
    .where('orcid', '=', check.value)
    .executeTakeFirst();
  if (known && known.id !== ownId) {
    throw new AppError('conflict', { code: 'expert.orcid_taken', params: { name: known.name } });
  }
  return check.value;
}

/** Somebody enters the own profile; one an account. An organisation of the same name is linked. */
export const registerExpert = defineCommand({
  name: 'expert.register',
  async run(context, input: ExpertWords) {
    const { tx, actor, now, emit } = context;
    if (actor.expertIds.length > 0) throw new AppError('conflict', { code: 'expert.already' });
    const id = newId(now.getTime());
    const userId = actor.userId!;
    const row = await tx
      .withTables<DirectoryTables>()
      .insertInto('experts')
      .values({ id, userId, ...(await columnsOf(tx, input)), createdAt: now, updatedAt: now })
      .returningAll()
      .executeTakeFirstOrThrow();
    await addLine(context, 'expert', row, { action: 'register', from: null, keep: true });
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

export const reviseExpert = defineCommand({
  name: 'expert.revise',
  load: loadExpert,
  async run(context, input: ExpertWords & { id: string; version: number }, before) {
    const columns = await columnsOf(context.tx, input, before.id);
    await changeEntry(context, 'expert', before, {
      step: 'revise',
      version: input.version,
      // One whose organisation is known keeps it while the name stays as it is.
      set:
        input.organisationName === before.organisationName
          ? { ...columns, organisationId: before.organisationId ?? columns.organisationId }
          : columns,
    });
    return { id: before.id };
  },
});

export const retireExpert = defineCommand({
  name: 'expert.retire',
  load: loadExpert,
  async run(
    context,
    input: { id: string; version: number; reasonCode: RetireReason; words: string },
    before,
  ) {
    await changeEntry(context, 'expert', before, {
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

export const restoreExpert = defineCommand({
  name: 'expert.restore',
  load: loadExpert,
  async run(context, input: { id: string; version: number; words: string }, before) {
    await changeEntry(context, 'expert', before, {
      step: 'restore',
      version: input.version,
      set: {},
      words: input.words,
    });
    return { id: before.id };
  },
});
