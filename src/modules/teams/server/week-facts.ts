import { beijingDate } from '../../../kernel/calendar.ts';
import { formatMoney } from '../../../kernel/money.ts';
import type { Db, Tx } from '../../../platform/db/database.ts';
import type { Translate } from '../../../platform/i18n/languages.ts';
import { dueText } from '../../../platform/mail/notify.ts';
import { casesOfWeek, type WeekCase } from '../../dockings/index.ts';
import { caseSteps, type CaseStep, type Week, type WeekFacts } from '../domain/weekly-report.ts';
import { membersOf } from './load-team.ts';
import type { Team, TeamTables } from './tables.ts';

/**
 * What a week shows of a team: where it was sent, what it saw there, and what happened in the cases
 * of its members and of the needs they went to. Nothing is typed in for this.
 */
export async function weekFacts(
  db: Db | Tx,
  team: Team,
  week: Week,
  now: Date,
  translate: Translate,
): Promise<WeekFacts> {
  const sent = await sentPart(db, team, week, translate);
  const cases = await casesOfWeek(db, { ...(await whose(db, team, week)), week, now });
  return {
    ...sent,
    steps: cases.flatMap((each) => stepsOf(each, translate)),
    stuck: cases.flatMap((each) => stuckOf(each, translate)),
    planned: [...sent.planned, ...cases.flatMap((each) => plannedOf(each, translate))],
  };
}

/** Whose cases they are: of members within their days in the team, and of needs they accepted to see. */
async function whose(db: Db | Tx, team: Team, week: Week) {
  const members = (await membersOf(db, [team.id])).filter(
    ({ fromDay, untilDay }) =>
      fromDay <= week.sunday && (untilDay === null || untilDay >= week.monday),
  );
  const needs = await db
    .withTables<TeamTables>()
    .selectFrom('teamDispatches')
    .innerJoin('teamDispatchMembers', 'teamDispatchMembers.dispatchId', 'teamDispatches.id')
    .select('needId')
    .distinct()
    .where('teamId', '=', team.id)
    .where('teamDispatchMembers.status', '=', 'accepted')
    .where('sentAt', '<', week.to)
    .execute();
  return {
    brokerIds: members.flatMap(({ kind, userId }) =>
      kind === 'broker' && userId !== null ? [userId] : [],
    ),
    expertIds: members.flatMap(({ expertId }) => (expertId === null ? [] : [expertId])),
    needIds: needs.map(({ needId }) => needId),
  };
}

async function sentPart(db: Db | Tx, team: Team, week: Week, translate: Translate) {
  const tables = db.withTables<TeamTables>();
  const answers = await tables
    .selectFrom('teamDispatchMembers')
    .innerJoin('teamDispatches', 'teamDispatches.id', 'teamDispatchMembers.dispatchId')
    .innerJoin('teamMembers', 'teamMembers.id', 'teamDispatchMembers.memberId')
    .select([
      'teamDispatches.id',
      'needId',
      'needTitle',
      'askerName',
      'sentAt',
      'teamDispatchMembers.status',
      'teamDispatchMembers.words',
      'answeredAt',
      'overdueAt',
      'name',
    ])
    .where('teamDispatches.teamId', '=', team.id)
    .where('sentAt', '<', week.to)
    .orderBy('sentAt')
    .orderBy('name')
    .execute();
  const visits = await tables
    .selectFrom('teamVisits')
    .innerJoin('teamDispatches', 'teamDispatches.id', 'teamVisits.dispatchId')
    .select(['dispatchId', 'needId', 'needTitle', 'askerName', 'visitedOn', 'found', 'nextStep'])
    .where('teamId', '=', team.id)
    .orderBy('visitedOn')
    .execute();
  const path = `/teams/${team.id}`;
  const within = (at: Date | null): at is Date => at !== null && at >= week.from && at < week.to;
  const say = (
    code: string,
    row: { needTitle: string; askerName: string; name?: string; words?: string | null },
  ) =>
    translate(`team.report.${code}`, {
      title: row.needTitle,
      asker: row.askerName,
      name: row.name ?? '',
      words: row.words ?? '',
    });
  const dispatches = [...new Map(answers.map((row) => [row.id, row])).values()];
  const visited = new Set(visits.map(({ dispatchId }) => dispatchId));
  return {
    dispatches: dispatches
      .filter(({ sentAt }) => within(sentAt))
      .map((row) => ({ on: beijingDate(row.sentAt), text: say('sent', row), path })),
    accepted: answers
      .filter(({ status, answeredAt }) => status === 'accepted' && within(answeredAt))
      .map((row) => ({ on: beijingDate(row.answeredAt!), text: say('accepted', row), path })),
    declined: answers
      .filter(({ status, answeredAt }) => status === 'declined' && within(answeredAt))
      .map((row) => ({ on: beijingDate(row.answeredAt!), text: say('declined', row), path })),
    visits: visits
      .filter(({ visitedOn }) => visitedOn >= week.monday && visitedOn <= week.sunday)
      .map((row) => ({
        on: row.visitedOn,
        text: say('visited', row),
        path,
        found: row.found,
        nextStep: row.nextStep,
      })),
    planned: dispatches
      .filter(
        ({ id }) =>
          !visited.has(id) && answers.some((row) => row.id === id && row.status === 'accepted'),
      )
      .map((row) => ({ text: say('toVisit', row), path, by: '' })),
  };
}

const pathOf = ({ id }: WeekCase) => `/cases/${id}`;

function stepsOf(each: WeekCase, translate: Translate): WeekFacts['steps'] {
  return each.steps.map(({ at, event, amountFen }) => ({
    on: beijingDate(at),
    step: caseSteps.find((step) => event === `docking.${step}`) ?? ('other' as CaseStep),
    amountFen,
    path: pathOf(each),
    text: translate('team.report.step', {
      number: each.number,
      title: each.needTitle,
      happened: translate(event.replace('docking.', 'team.report.happened.')),
      amount: amountFen === null ? '' : `（${formatMoney(amountFen, 'zh-CN')}）`,
    }),
  }));
}

function stuckOf(each: WeekCase, translate: Translate): WeekFacts['stuck'] {
  if (each.task === null || !(each.overdue || each.pausedUntil)) return [];
  const values = { number: each.number, title: each.needTitle, who: each.waitingFor };
  const task = translate(`docking.task.${each.task}`);
  const text = each.pausedUntil
    ? translate('team.report.paused', {
        ...values,
        task,
        until: each.pausedUntil,
        words: each.pauseWords,
      })
    : translate('team.report.overdue', { ...values, task, due: dueText(each.dueAt) });
  return [{ text, path: pathOf(each) }];
}

function plannedOf(each: WeekCase, translate: Translate): WeekFacts['planned'] {
  if (each.task === null || each.overdue || each.pausedUntil) return [];
  const due = dueText(each.dueAt);
  const text = translate(due ? 'team.report.planned' : 'team.report.plannedOpen', {
    number: each.number,
    title: each.needTitle,
    who: each.waitingFor,
    task: translate(`docking.task.${each.task}`),
    due,
  });
  return [{ text, path: pathOf(each), by: due }];
}
