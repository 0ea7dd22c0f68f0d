import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { setClock, takeNotice } from '../../../platform/clocks/step-clocks.ts';
import {
  actorKey,
  defineCommand,
  type CommandContext,
} from '../../../platform/commands/run-command.ts';
import type { Translate } from '../../../platform/i18n/languages.ts';
import { dueFrom } from '../../../platform/settings/settings.ts';
import { reportWorkflow, type ReportAction } from '../domain/report.workflow.ts';
import {
  figuresOf,
  weekAt,
  weekOf,
  writeReport,
  type Figure,
  type Week,
} from '../domain/weekly-report.ts';
import { loadReport, loadTeam, type ReportRecord, type TeamRecord } from './load-team.ts';
import { requireActive } from './team-commands.ts';
import type { Report, Team, TeamTables } from './tables.ts';
import { weekFacts } from './week-facts.ts';

/** The clock of a report: the lead and the operator are reminded as in every other step. */
export const REPORT_CLOCK = 'report';

const clockOf = (id: string) => ({ type: REPORT_CLOCK, id });

async function write(
  { tx, now }: CommandContext,
  team: Team,
  week: Week,
  translate: Translate,
): Promise<{ facts: Figure[]; body: string }> {
  const facts = await weekFacts(tx, team, week, now, translate);
  const body = writeReport(facts, {
    done: translate('team.report.done'),
    stuck: translate('team.report.stuck'),
    planned: translate('team.report.next'),
    nothingDone: translate('team.report.nothingDone'),
    nothingStuck: translate('team.report.nothingStuck'),
    nothingPlanned: translate('team.report.nothingPlanned'),
    day: (day) =>
      translate('team.report.day', {
        month: Number(day.slice(5, 7)),
        day: Number(day.slice(8, 10)),
      }),
    visit: (visit) => translate('team.report.visit', visit),
  });
  return { facts: figuresOf(facts), body };
}

/**
 * Writes the draft of the present week from what the team did, unless there is one; its id either way.
 * `translate` in Chinese: the report is a document of the district.
 */
export const draftReport = (translate: Translate) =>
  defineCommand({
    name: 'report.draft',
    load: loadTeam,
    async run(context, input: { id: string }, team: TeamRecord): Promise<{ id: string }> {
      const { tx, now } = context;
      const week = weekAt(now);
      const db = tx.withTables<TeamTables>();
      const present = await db
        .selectFrom('teamReports')
        .select('id')
        .where('teamId', '=', input.id)
        .where('weekOf', '=', week.monday)
        .executeTakeFirst();
      if (present) return present;
      requireActive(team);
      const { facts, body } = await write(context, team, week, translate);
      const id = newId(now.getTime());
      const dueAt = await dueFrom(tx, now, reportWorkflow.states.draft.due);
      await db
        .insertInto('teamReports')
        .values({
          id,
          teamId: team.id,
          weekOf: week.monday,
          status: reportWorkflow.initial,
          facts: JSON.stringify(facts),
          body,
          factsAt: now,
          stepStartedAt: now,
          dueAt,
          overdueAt: null,
          sentAt: null,
        })
        .execute();
      await setClock(context, clockOf(id), { startedAt: now, dueAt });
      await keepVersion(context, { id, version: 1, facts, body }, 'draft');
      emitReport(context, id, 'report.drafted');
      return { id };
    },
  });

type Step = { id: string; version: number };

/** Counts and writes anew what can still be changed; the text before stays among the versions. */
export const refreshReport = (translate: Translate) =>
  defineCommand({
    name: 'report.refresh',
    load: loadReport,
    async run(context, input: Step, report: ReportRecord) {
      requireEditable(report);
      const { facts, body } = await write(context, report.team, weekOf(report.weekOf), translate);
      const { now } = context;
      await change(context, report, input.version, {
        facts: JSON.stringify(facts),
        body,
        factsAt: now,
      });
      await keepVersion(context, { ...report, facts, body, version: input.version + 1 }, 'refresh');
      emitReport(context, report.id, 'report.refreshed');
      return { id: report.id };
    },
  });

export const reviseReport = defineCommand({
  name: 'report.revise',
  load: loadReport,
  async run(context, input: Step & { body: string }, report: ReportRecord) {
    requireEditable(report);
    await change(context, report, input.version, { body: input.body });
    await keepVersion(
      context,
      { ...report, body: input.body, version: input.version + 1 },
      'revise',
    );
    emitReport(context, report.id, 'report.revised');
    return { id: report.id };
  },
});

const move = (action: ReportAction, name: string) =>
  defineCommand({
    name,
    load: loadReport,
    async run(context, input: Step & { words?: string }, report: ReportRecord) {
      const { tx, now } = context;
      const refusals = reportWorkflow.refusals(action, report, now);
      if (refusals.length > 0) throw new AppError('refused', refusals);
      const { to, emits } = reportWorkflow.transitions[action];
      const dueAt = await dueFrom(tx, now, reportWorkflow.states[to].due);
      await change(context, report, input.version, {
        status: to,
        stepStartedAt: now,
        dueAt,
        overdueAt: null,
        sentAt: to === 'sent' ? now : null,
      });
      await setClock(context, clockOf(report.id), { startedAt: now, dueAt });
      await keepVersion(
        context,
        { ...report, version: input.version + 1 },
        action,
        input.words ?? null,
      );
      emitReport(context, report.id, emits, { to });
      return { id: report.id };
    },
  });

export const submitReport = move('submit', 'report.submit');
export const returnReport = move('return', 'report.return');
export const approveReport = move('approve', 'report.approve');

/** Reminds the lead or the operators of a report, and says that it is late. */
export const keepReportClock = defineCommand({
  name: 'report.keep-clock',
  load: loadReport,
  async run(context, input: { id: string }, report): Promise<boolean> {
    const notice = await takeNotice(context, clockOf(input.id));
    if (notice === undefined || notice.kind === 'resume') return false;
    if (notice.kind === 'overdue') {
      await context.tx
        .withTables<TeamTables>()
        .updateTable('teamReports')
        .set({ overdueAt: context.now })
        .where('id', '=', report.id)
        .execute();
    }
    emitReport(
      context,
      report.id,
      notice.kind === 'overdue' ? 'report.overdue' : 'report.reminded',
      {
        to: report.status,
      },
    );
    return true;
  },
});

function requireEditable(report: Report): void {
  if (report.status !== 'draft' && report.status !== 'returned') {
    throw new AppError('refused', { code: 'report.handed_in' });
  }
}

async function change(
  { tx }: CommandContext,
  report: Report,
  version: number,
  changes: Partial<{
    status: Report['status'];
    facts: string;
    body: string;
    factsAt: Date;
    stepStartedAt: Date;
    dueAt: Date | null;
    overdueAt: Date | null;
    sentAt: Date | null;
  }>,
): Promise<void> {
  const changed = await tx
    .withTables<TeamTables>()
    .updateTable('teamReports')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', report.id)
    .where('status', '=', report.status)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
}

async function keepVersion(
  { tx, actor, now }: CommandContext,
  report: { id: string; version: number; facts: Figure[]; body: string },
  action: string,
  words: string | null = null,
): Promise<void> {
  await tx
    .withTables<TeamTables>()
    .insertInto('teamReportVersions')
    .values({
      id: newId(now.getTime()),
      reportId: report.id,
      number: report.version,
      action,
      facts: JSON.stringify(report.facts),
      body: report.body,
      words,
      byId: actorKey(actor),
      byName: actor.name,
      at: now,
    })
    .execute();
}

function emitReport(
  { actor, emit }: CommandContext,
  id: string,
  type: string,
  data: Record<string, unknown> = {},
): void {
  emit({ type, subject: { type: 'report', id }, data: { actorId: actor.userId, ...data } });
}
