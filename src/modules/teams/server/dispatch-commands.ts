import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { setClock, takeNotice } from '../../../platform/clocks/step-clocks.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { dueFrom } from '../../../platform/settings/settings.ts';
import { findNeedForDocking } from '../../exchange/index.ts';
import { dispatchWorkflow, type DispatchReason } from '../domain/report.workflow.ts';
import {
  getAnswerRecord,
  getDispatchRecord,
  isIn,
  loadTeam,
  membersOf,
  today,
  type AnswerRecord,
} from './load-team.ts';
import { requireActive } from './team-commands.ts';
import type { TeamTables } from './tables.ts';

/** Each member of a dispatch has a clock: who is sent answers in time, or the lead hears of it. */
export const DISPATCH_CLOCK = 'dispatch';

/** Sends a team, or those of it who are named, to a need. Each is asked alone. */
export const sendDispatch = defineCommand({
  name: 'dispatch.send',
  load: loadTeam,
  async run(
    context,
    input: { id: string; needId: string; memberIds: string[]; words: string },
    team,
  ) {
    const { tx, actor, now, emit } = context;
    requireActive(team);
    const need = await findNeedForDocking(tx, input.needId);
    if (!need) throw notFound('need');
    if (need.status !== 'published' && need.status !== 'in_docking') {
      throw new AppError('refused', { code: 'team.need_not_open' });
    }
    const present = (await membersOf(tx, [team.id])).filter((member) => isIn(member, today(now)));
    const chosen =
      input.memberIds.length === 0
        ? present
        : present.filter(({ id }) => input.memberIds.includes(id));
    if (chosen.length === 0) throw new AppError('refused', { code: 'team.nobody' });
    const db = tx.withTables<TeamTables>();
    const id = newId(now.getTime());
    await db
      .insertInto('teamDispatches')
      .values({
        id,
        teamId: team.id,
        needId: need.id,
        needTitle: need.title,
        askerOrganisationId: need.organisationId,
        askerName: need.organisationName,
        regionCode: team.regionCode,
        words: input.words,
        sentBy: actor.userId ?? 'system',
        sentByName: actor.name,
        sentAt: now,
        closedAt: null,
        isExample: team.isExample || need.isExample,
      })
      .execute();
    const dueAt = await dueFrom(tx, now, dispatchWorkflow.states.sent.due);
    for (const member of chosen) {
      const answerId = newId(now.getTime());
      await db
        .insertInto('teamDispatchMembers')
        .values({
          id: answerId,
          dispatchId: id,
          memberId: member.id,
          status: 'sent',
          reasonCode: null,
          words: null,
          stepStartedAt: now,
          dueAt,
          overdueAt: null,
          answeredAt: null,
        })
        .execute();
      await setClock(context, clockOf(answerId), { startedAt: now, dueAt });
    }
    emit({
      type: 'dispatch.sent',
      subject: { type: 'dispatch', id },
      data: { teamId: team.id, needId: need.id, actorId: actor.userId },
    });
    return { id };
  },
});

const clockOf = (id: string) => ({ type: DISPATCH_CLOCK, id });

export const answerDispatch = defineCommand({
  name: 'dispatch.answer',
  load: ({ tx }: CommandContext, input: { id: string }) => getAnswerRecord(tx, input.id),
  async run(
    context,
    input: { id: string; accept: boolean; reasonCode: DispatchReason | null; words: string },
    answer: AnswerRecord,
  ) {
    const { tx, actor, now, emit } = context;
    const action = input.accept ? 'accept' : 'decline';
    const refusals = dispatchWorkflow.refusals(action, answer, now);
    if (refusals.length > 0) throw new AppError('refused', { code: 'team.answered' });
    if (!input.accept && (input.reasonCode === null || input.words.length < 4)) {
      throw new AppError('invalid', { code: 'team.reason_wanted' }, [
        { path: input.reasonCode === null ? 'reasonCode' : 'words', message: '' },
      ]);
    }
    const changed = await tx
      .withTables<TeamTables>()
      .updateTable('teamDispatchMembers')
      .set({
        status: dispatchWorkflow.transitions[action].to,
        reasonCode: input.accept ? null : input.reasonCode,
        words: input.words || null,
        dueAt: null,
        answeredAt: now,
      })
      .where('id', '=', input.id)
      .where('status', '=', 'sent')
      .executeTakeFirst();
    if (changed.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
    await setClock(context, clockOf(input.id), { startedAt: now, dueAt: null });
    emit({
      type: dispatchWorkflow.transitions[action].emits,
      subject: { type: 'dispatch', id: answer.dispatchId },
      data: { memberId: answer.memberId, actorId: actor.userId },
    });
    return { id: answer.dispatchId };
  },
});

export const recordVisit = defineCommand({
  name: 'dispatch.record-visit',
  load: ({ tx, actor }: CommandContext, input: { id: string }) =>
    getDispatchRecord(tx, input.id, actor),
  async run(
    { tx, actor, now, emit },
    input: {
      id: string;
      visitedOn: string;
      place: string;
      people: number;
      found: string;
      nextStep: string;
    },
    dispatch,
  ) {
    if (input.visitedOn > today(now)) {
      throw new AppError('invalid', { code: 'team.visited_in_future' }, [
        { path: 'visitedOn', message: input.visitedOn },
      ]);
    }
    const { id: dispatchId, ...visit } = input;
    const accepted = await tx
      .withTables<TeamTables>()
      .selectFrom('teamDispatchMembers')
      .select('id')
      .where('dispatchId', '=', dispatchId)
      .where('status', '=', 'accepted')
      .executeTakeFirst();
    if (!accepted) throw new AppError('refused', { code: 'team.nobody_accepted' });
    const id = newId(now.getTime());
    await tx
      .withTables<TeamTables>()
      .insertInto('teamVisits')
      .values({
        id,
        dispatchId,
        ...visit,
        recordedBy: actor.userId ?? 'system',
        recordedByName: actor.name,
        recordedAt: now,
      })
      .execute();
    emit({
      type: 'dispatch.visited',
      subject: { type: 'dispatch', id: dispatchId },
      data: { visitId: id, needId: dispatch.needId, actorId: actor.userId },
    });
    return { id: dispatchId };
  },
});

/** Reminds who was sent and has not answered, then tells the lead. */
export const keepDispatchClock = defineCommand({
  name: 'dispatch.keep-clock',
  load: ({ tx }: CommandContext, input: { id: string }) => getAnswerRecord(tx, input.id),
  async run(context, input: { id: string }, answer): Promise<boolean> {
    const notice = await takeNotice(context, clockOf(input.id));
    if (notice === undefined || notice.kind === 'resume') return false;
    if (notice.kind === 'overdue') {
      await context.tx
        .withTables<TeamTables>()
        .updateTable('teamDispatchMembers')
        .set({ overdueAt: context.now })
        .where('id', '=', input.id)
        .execute();
    }
    context.emit({
      type: notice.kind === 'overdue' ? 'dispatch.overdue' : 'dispatch.reminded',
      subject: { type: 'dispatch', id: answer.dispatchId },
      data: { memberId: answer.memberId },
    });
    return true;
  },
});
