import { formatMoney } from '../../../kernel/money.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Language, Translate } from '../../../platform/i18n/languages.ts';
import { dueText, notify } from '../../../platform/mail/notify.ts';
import type { NoticeKind } from '../../../platform/notices/notices.ts';
import type { StoredEvent, Subscriber } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contactsOf, systemActor, type Contact } from '../../identity/index.ts';
import { weekOf } from '../domain/weekly-report.ts';
import { getReportRecord, membersOf, type ReportRecord } from './load-team.ts';
import type { TeamTables } from './tables.ts';

const takesPart: NoticeKind['concerns'] = (actor) =>
  actor.expertIds.length > 0 ||
  actor.grants.some(({ role }) => role === 'broker' || role === 'operator');

export const teamNotices: readonly NoticeKind[] = [
  { kind: 'team_turn', mail: 'at_once', concerns: takesPart },
  {
    kind: 'team_report',
    mail: 'at_once',
    concerns: ({ organisationIds }) => organisationIds.length > 0,
  },
];

const reportEvents = [
  'report.drafted',
  'report.submitted',
  'report.returned',
  'report.sent',
  'report.reminded',
  'report.overdue',
];
const dispatchEvents = [
  'dispatch.sent',
  'dispatch.accepted',
  'dispatch.declined',
  'dispatch.reminded',
  'dispatch.overdue',
];

/** Tells who is sent somewhere, who waits for an answer, and the one whose turn a report is. */
export const teamMails = (platform: Platform): Subscriber => ({
  name: 'teams.mail',
  types: [...reportEvents, ...dispatchEvents],
  async handle(tx, event) {
    if (event.type.startsWith('dispatch.')) await tellOfDispatch(platform, tx, event);
    else await tellOfReport(platform, tx, event);
  },
});

async function tellOfReport(platform: Platform, tx: Tx, event: StoredEvent): Promise<void> {
  const report = await getReportRecord(tx, event.subjectId, systemActor);
  // It has moved on since; what moved it tells of itself.
  if (typeof event.data.to === 'string' && event.data.to !== report.status) return;
  const { monday, sunday } = weekOf(report.weekOf);
  await notify(
    platform,
    tx,
    event,
    await reportReaders(tx, event, report),
    (_person, translate, language) => ({
      kind: event.type === 'report.sent' ? 'team_report' : 'team_turn',
      subject: translate(`team.mail.${event.type}`, { team: report.team.name, monday, sunday }),
      text:
        event.type === 'report.sent'
          ? translate('team.mail.report.text', {
              figures: figuresText(report, translate, language),
              body: report.body,
            })
          : translate(`team.mail.${event.type}.text`, { due: dueText(report.dueAt, language) }),
      path: `/reports/${report.id}`,
    }),
  );
}

const figuresText = (report: ReportRecord, translate: Translate, language: Language): string =>
  report.facts
    .filter(({ value }) => value > 0)
    .map(({ key, value }) =>
      translate(`team.figure.${key}`, {
        value: key.endsWith('Fen') ? formatMoney(value, language) : value,
      }),
    )
    .join(translate('team.figure.comma'));

async function reportReaders(tx: Tx, event: StoredEvent, report: ReportRecord): Promise<Contact[]> {
  if (event.type === 'report.sent') {
    const members = await membersOf(tx, [report.teamId]);
    const userIds = members.flatMap(({ userId }) => (userId === null ? [] : [userId]));
    return contactsOf(tx, {
      organisationIds: [report.leadUnitId],
      userIds: [report.leadId, ...userIds],
    });
  }
  const operators = { operatorsOf: { region: report.regionCode, at: event.at } };
  if (event.type === 'report.overdue') {
    return contactsOf(tx, { ...operators, userIds: [report.leadId] });
  }
  return report.status === 'submitted'
    ? contactsOf(tx, operators)
    : contactsOf(tx, { userIds: [report.leadId] });
}

async function tellOfDispatch(platform: Platform, tx: Tx, event: StoredEvent): Promise<void> {
  const db = tx.withTables<TeamTables>();
  const dispatch = await db
    .selectFrom('teamDispatches')
    .innerJoin('teams', 'teams.id', 'teamDispatches.teamId')
    .select(['teamDispatches.words', 'needTitle', 'askerName', 'teams.name', 'leadId', 'sentBy'])
    .where('teamDispatches.id', '=', event.subjectId)
    .executeTakeFirst();
  if (!dispatch) return;
  const parts = await db
    .selectFrom('teamDispatchMembers')
    .innerJoin('teamMembers', 'teamMembers.id', 'teamDispatchMembers.memberId')
    .select([
      'memberId',
      'userId',
      'teamMembers.name',
      'teamDispatchMembers.status',
      'teamDispatchMembers.words',
      'dueAt',
    ])
    .where('dispatchId', '=', event.subjectId)
    .execute();
  const one = parts.find(({ memberId }) => memberId === event.data.memberId);
  const asked = (event.type === 'dispatch.sent' ? parts : one ? [one] : []).filter(
    ({ status }) => status === 'sent',
  );
  // Who has no account is asked by the lead.
  const answering = asked.map(({ userId }) => userId ?? dispatch.leadId);
  const waiting = [dispatch.leadId, ...(dispatch.sentBy === 'system' ? [] : [dispatch.sentBy])];
  const asks = event.type === 'dispatch.sent' || event.type === 'dispatch.reminded';
  const people = await contactsOf(tx, { userIds: asks ? answering : waiting });
  await notify(platform, tx, event, people, (_person, translate, language) => {
    const values = {
      team: dispatch.name,
      title: dispatch.needTitle,
      asker: dispatch.askerName,
      task: dispatch.words,
      name: one?.name ?? '',
      words: one?.words ?? '',
      due: dueText(asked[0]?.dueAt ?? null, language),
    };
    return {
      kind: 'team_turn',
      subject: translate(`team.mail.${event.type}`, values),
      text: translate(`team.mail.${event.type}.text`, values),
      path: '/my/dispatches',
    };
  });
}
