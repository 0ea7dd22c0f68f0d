import { beijingDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { getListingOwner } from '../../directory/index.ts';
import { needWorkflow } from '../domain/need.workflow.ts';
import { addEntry } from './listing-entries.ts';
import { keepFirstVersion } from './listing-versions.ts';
import type { ExchangeTables } from './tables.ts';
import { getVisitRow } from './visit-row.ts';

export type VisitWords = {
  visitedOn: string;
  visitors: string;
  met: string;
  situation: string;
  problem: string;
  wanted: string;
  promised: string;
};

const load = ({ tx }: CommandContext, input: { id: string }) => getVisitRow(tx, input.id);

function wordsOf(input: VisitWords, now: Date): VisitWords {
  if (input.visitedOn > beijingDate(now)) throw new AppError('invalid', { code: 'visit.future' });
  const { visitedOn, visitors, met, situation, problem, wanted, promised } = input;
  return { visitedOn, visitors, met, situation, problem, wanted, promised };
}

export const recordVisit = defineCommand({
  name: 'visit.record',
  load: ({ tx }: CommandContext, input: VisitWords & { organisationId: string }) =>
    getListingOwner(tx, input.organisationId),
  async run({ tx, actor, now, emit }, input, owner) {
    const id = newId(now.getTime());
    await tx
      .withTables<ExchangeTables>()
      .insertInto('visits')
      .values({
        id,
        ...wordsOf(input, now),
        regionCode: owner.regionCode,
        organisationId: input.organisationId,
        isExample: owner.isExample,
        recordedBy: actor.userId ?? 'system',
        recorderName: actor.name,
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    emit({ type: 'visit.recorded', subject: { type: 'visit', id } });
    return { id };
  },
});

export const reviseVisit = defineCommand({
  name: 'visit.revise',
  load,
  async run({ tx, now, emit }, input: VisitWords & { id: string; version: number }, visit) {
    const result = await tx
      .withTables<ExchangeTables>()
      .updateTable('visits')
      .set({ ...wordsOf(input, now), version: visit.version + 1, updatedAt: now })
      .where('id', '=', input.id)
      .where('version', '=', input.version)
      .executeTakeFirst();
    if (result.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
    emit({ type: 'visit.revised', subject: { type: 'visit', id: input.id } });
    return { id: input.id };
  },
});

/** A draft of the visited organisation, which alone confirms and hands it in. */
export const draftNeedFromVisit = defineCommand({
  name: 'visit.draft-need',
  load,
  async run(context, input: { id: string; title: string; description: string }, visit) {
    const { tx, actor, now, emit } = context;
    const id = newId(now.getTime());
    await tx
      .withTables<ExchangeTables>()
      .insertInto('needs')
      .values({
        id,
        title: input.title,
        description: input.description,
        regionCode: visit.regionCode,
        industryCode: null,
        budgetFen: null,
        months: null,
        coopModes: [],
        organisationId: visit.organisationId,
        visitId: visit.id,
        status: needWorkflow.initial,
        closeReason: null,
        publishedAt: null,
        stepStartedAt: now,
        dueAt: null,
        overdueAt: null,
        isExample: visit.isExample,
        createdBy: actor.userId ?? 'system',
        createdAt: now,
        updatedAt: now,
      })
      .execute();
    await keepFirstVersion(context, { type: 'need', id });
    await addEntry(context, {
      subjectType: 'need',
      subjectId: id,
      action: 'draftFromVisit',
      from: null,
      to: needWorkflow.initial,
    });
    emit({ type: 'need.drafted', subject: { type: 'need', id } });
    emit({
      type: 'visit.need_drafted',
      subject: { type: 'visit', id: visit.id },
      data: { needId: id, actorId: actor.userId },
    });
    return { id, title: input.title };
  },
});
