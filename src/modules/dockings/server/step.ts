import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import type { CommandContext } from '../../../platform/commands/run-command.ts';
import { setClock, stepTime } from '../../../platform/clocks/step-clocks.ts';
import { dueFrom } from '../../../platform/settings/settings.ts';
import { stepRefusals } from '../domain/docking-actions.ts';
import { sideOf } from '../domain/docking-turn.ts';
import { dockingWorkflow, type DockingAction, type EndReason } from '../domain/docking.workflow.ts';
import type { Docking, DockingTables, Facts } from './tables.ts';

/** What a command that moves a case gives: the version it was decided on, and the evidence. */
export type Step = {
  action: DockingAction;
  version: number;
  words?: string;
  reasonCode?: EndReason;
  facts?: Facts;
  fileId?: string;
  /** When the next step is due, where the parties agreed on it; else by the workflow. */
  dueAt?: Date;
  /** How many milestones are open afterwards, where that changes. */
  openMilestones?: number;
};

/** Throws `conflict` unless the case is as the person saw it who decided. */
export function requireVersion(docking: Docking, version: number): void {
  if (docking.version !== version) throw new AppError('conflict', { code: 'platform.stale' });
}

/**
 * The one way a case moves on: rules, version, new turn and deadline, history, event. Throws
 * `refused` with the reasons, or `conflict` when somebody else was faster.
 */
export async function takeStep(
  context: CommandContext,
  docking: Docking,
  step: Step,
): Promise<void> {
  const { tx, now } = context;
  const refusals = stepRefusals(step.action, docking, now);
  if (refusals.length > 0) throw new AppError('refused', refusals);
  requireVersion(docking, step.version);

  const transition = dockingWorkflow.transitions[step.action];
  const to = transition.to;
  const changes = {
    status: to,
    stepStartedAt: now,
    dueAt: step.dueAt ?? (await dueFrom(tx, now, dockingWorkflow.states[to].due)),
    overdueAt: null,
    escalated: false,
    endedAt: dockingWorkflow.isFinal(to) ? now : null,
    ...(step.openMilestones !== undefined && { openMilestones: step.openMilestones }),
  };
  const taken = await timeTaken(context, docking);
  await changeDocking(context, docking, changes);
  await writeEntry(context, docking, {
    action: step.action,
    to,
    words: step.words,
    reasonCode: step.reasonCode,
    fileId: step.fileId,
    facts: { ...step.facts, ...taken },
  });
  emitDocking(context, docking, transition.emits, {
    from: docking.status,
    to,
    reasonCode: step.reasonCode ?? null,
  });
}

/**
 * Writes over exactly the row that was judged, and makes every other open form stale. A new
 * due time starts the clock.
 */
export async function changeDocking(
  context: CommandContext,
  docking: Docking,
  changes: Partial<
    Pick<
      Docking,
      | 'status'
      | 'brokerId'
      | 'stepStartedAt'
      | 'dueAt'
      | 'overdueAt'
      | 'escalated'
      | 'endedAt'
      | 'openMilestones'
    >
  >,
  /** `kept` by one who stops the clock or lets it go on. */
  clock: 'kept' | 'set' = 'set',
): Promise<void> {
  const changed = await context.tx
    .withTables<DockingTables>()
    .updateTable('dockings')
    .set({ ...changes, version: docking.version + 1 })
    .where('id', '=', docking.id)
    .where('status', '=', docking.status)
    .where('version', '=', docking.version)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
  if (clock === 'kept' || !('dueAt' in changes)) return;
  const { stepStartedAt = docking.stepStartedAt, dueAt = null } = changes;
  await setClock(context, clockOf(docking), { startedAt: stepStartedAt, dueAt });
}

/** What the clocks of the platform call a case. */
export const clockOf = ({ id }: Pick<Docking, 'id'>) => ({ type: 'docking', id });

type NewEntry = {
  action: string;
  from?: Docking['status'] | null;
  to?: Docking['status'];
  words?: string | undefined;
  reasonCode?: EndReason | undefined;
  facts?: Facts;
  fileId?: string | undefined;
};

/** Adds to the history; what is no step stays in the state the case is in. */
export async function writeEntry(
  { tx, actor, now }: CommandContext,
  docking: Docking,
  entry: NewEntry,
): Promise<void> {
  await tx
    .withTables<DockingTables>()
    .insertInto('dockingEntries')
    .values({
      id: newId(now.getTime()),
      dockingId: docking.id,
      at: now,
      action: entry.action,
      fromStatus: entry.from === undefined ? docking.status : entry.from,
      toStatus: entry.to ?? docking.status,
      actorId: actor.userId,
      actorSide: actor.userId === null ? 'system' : (sideOf(docking, actor) ?? 'operator'),
      words: entry.words === undefined || entry.words === '' ? null : entry.words,
      reasonCode: entry.reasonCode ?? null,
      facts: JSON.stringify(entry.facts ?? {}),
      fileId: entry.fileId ?? null,
      isExample: docking.isExample,
    })
    .execute();
}

export function emitDocking(
  context: CommandContext,
  docking: Docking,
  type: string,
  data: Record<string, string | number | null> = {},
): void {
  context.emit({
    type,
    subject: { type: 'docking', id: docking.id },
    data: {
      number: docking.number,
      needId: docking.needId,
      offerKind: docking.offerKind,
      offerId: docking.offerId,
      actorId: context.actor.userId,
      ...data,
    },
  });
}

async function timeTaken(context: CommandContext, docking: Docking): Promise<Facts> {
  const time = await stepTime(context, clockOf(docking));
  return time ? { workingDaysUsed: time.used, workingDaysAllowed: time.allowed } : {};
}
