import { AppError, type Refusal } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { actorKey, type CommandContext } from '../../../platform/commands/run-command.ts';
import { contentOf } from '../domain/entry-content.ts';
import {
  expertWorkflow,
  facilityWorkflow,
  organisationWorkflow,
  type EntryStatus,
  type EntrySubject,
} from '../domain/entry.workflow.ts';
import type { DirectoryTables, ExpertEntry, FacilityEntry, OrganisationEntry } from './tables.ts';

export type Entries = {
  organisation: OrganisationEntry;
  expert: ExpertEntry;
  facility: FacilityEntry;
};

const tables = {
  organisation: 'organisations',
  expert: 'experts',
  facility: 'facilities',
} as const satisfies Record<EntrySubject, keyof DirectoryTables>;

const workflows = {
  organisation: organisationWorkflow,
  expert: expertWorkflow,
  facility: facilityWorkflow,
};

type Step = 'revise' | 'retire' | 'restore' | 'merge';

/** Reasons of the workflow against a step; empty when it may go ahead. */
export function stepRefusals(
  subject: EntrySubject,
  step: Step,
  status: EntryStatus,
  now: Date,
): Refusal[] {
  const workflow = workflows[subject] as typeof organisationWorkflow;
  return workflow.refusals(step, { status }, now);
}

type Line = {
  action: string;
  from: EntryStatus | null;
  words?: string | null | undefined;
  reasonCode?: string | null | undefined;
  /** What the entry says from now on is kept with the line. */
  keep: boolean;
};

/** Adds a line to the history of an entry; `row` is the entry as it is from now on. */
export async function addLine<S extends EntrySubject>(
  context: CommandContext,
  subject: S,
  row: Entries[S],
  line: Line,
): Promise<void> {
  await context.tx
    .withTables<DirectoryTables>()
    .insertInto('directoryEntries')
    .values({
      id: newId(context.now.getTime()),
      subjectType: subject,
      subjectId: row.id,
      at: context.now,
      action: line.action,
      fromStatus: line.from,
      toStatus: row.status,
      actorId: actorKey(context.actor),
      actorName: context.actor.name,
      words: line.words || null,
      reasonCode: line.reasonCode ?? null,
      version: row.version,
      content: line.keep ? JSON.stringify(contentOf(subject, row)) : null,
    })
    .execute();
}

/** What came in with a library, or before versions were kept, gets its first line now. */
async function keepFirst<S extends EntrySubject>(
  { tx, now }: CommandContext,
  subject: S,
  row: Entries[S],
): Promise<void> {
  const db = tx.withTables<DirectoryTables>();
  const known = await db
    .selectFrom('directoryEntries')
    .select('id')
    .where('subjectType', '=', subject)
    .where('subjectId', '=', row.id)
    .limit(1)
    .executeTakeFirst();
  if (known) return;
  await db
    .insertInto('directoryEntries')
    .values({
      id: newId(now.getTime()),
      subjectType: subject,
      subjectId: row.id,
      at: row.createdAt,
      action: 'import',
      fromStatus: null,
      toStatus: row.status,
      actorId: 'system',
      actorName: '',
      words: null,
      reasonCode: null,
      version: row.version,
      content: JSON.stringify(contentOf(subject, row)),
    })
    .execute();
}

/**
 * Changes an entry by its workflow: refuses with reasons, writes the row as the person saw it
 * (`version`; null for changes that follow from others), its history and the event.
 */
export async function changeEntry<S extends EntrySubject>(
  context: CommandContext,
  subject: S,
  before: Entries[S],
  change: {
    step?: Step;
    /** Of the line in the history and of the event, when it is no step: `absorb` → `absorbed`. */
    action?: { name: string; emits: string };
    version: number | null;
    set: Partial<Entries[S]>;
    words?: string | undefined;
    reasonCode?: string | undefined;
    data?: Record<string, unknown>;
  },
): Promise<Entries[S]> {
  const { tx, now, emit, actor } = context;
  const { step } = change;
  if (step) {
    const reasons = stepRefusals(subject, step, before.status, now);
    if (reasons.length > 0) throw new AppError('refused', reasons);
  }
  await keepFirst(context, subject, before);
  const workflow = workflows[subject] as typeof organisationWorkflow;
  const transition = step ? workflow.transitions[step] : undefined;
  // Only what changes is written: an account may be given a profile at the same moment.
  const columns = {
    ...change.set,
    ...(transition ? { status: transition.to } : {}),
    version: before.version + 1,
    updatedAt: now,
  };
  const after = { ...before, ...columns };
  const written = await tx
    .withTables<DirectoryTables>()
    .updateTable(tables[subject] as 'organisations')
    .set(forColumns(columns))
    .where('id', '=', before.id)
    .where('version', '=', change.version ?? before.version)
    .where('status', '=', before.status)
    .executeTakeFirst();
  if (written.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
  await addLine(context, subject, after, {
    action: change.action?.name ?? step!,
    from: before.status,
    words: change.words,
    reasonCode: change.reasonCode,
    keep: true,
  });
  emit({
    type: change.action?.emits ?? transition!.emits,
    subject: { type: subject, id: before.id },
    data: { version: after.version, actorId: actor.userId, ...change.data },
  });
  return after;
}

/** Lists of objects are jsonb columns, which are written as text. */
const forColumns = (row: Record<string, unknown>): object =>
  Object.fromEntries(
    Object.entries(row).map(([name, value]) => [
      name,
      name === 'opening' ? JSON.stringify(value) : value,
    ]),
  );
