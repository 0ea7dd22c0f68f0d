import type { Tx } from '../../../platform/db/database.ts';
import type { Language, Translate } from '../../../platform/i18n/languages.ts';
import { dueText, notify } from '../../../platform/mail/notify.ts';
import type { NoticeKind } from '../../../platform/notices/notices.ts';
import type { StoredEvent, Subscriber } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { contactsOf, reachable, type Contact } from '../../identity/index.ts';
import { turnOf } from '../domain/docking-turn.ts';
import { dockingWorkflow } from '../domain/docking.workflow.ts';
import { expertAccounts } from './case-people.ts';
import { namer, waitingFor } from './docking-summaries.ts';
import { findDockingRow } from './load-docking.ts';
import type { Docking } from './tables.ts';

/** Events that say whose turn it is now; the others below are told apart by their type. */
const turnEvents = [
  'docking.proposed',
  ...new Set(
    dockingWorkflow.actions
      .map((action) => dockingWorkflow.transitions[action])
      .filter((transition) => !dockingWorkflow.isFinal(transition.to))
      .map((transition) => transition.emits),
  ),
  'docking.reminded',
  'docking.half_time',
  'docking.last_day',
  'docking.resumed',
];
const endEvents = ['docking.declined', 'docking.completed', 'docking.failed'];
/** Told to all sides: what changes who is in the case, or what somebody said. */
const newsEvents = [
  'docking.message_posted',
  'docking.taken',
  'docking.paused',
  'docking.files_added',
  'docking.milestones_planned',
  'docking.minutes_recorded',
  'docking.registered',
  'docking.both_rated',
];

const runsCases: NoticeKind['concerns'] = ({ grants }) =>
  grants.some(({ role }) => role === 'broker' || role === 'operator');
const takesPart: NoticeKind['concerns'] = (actor) =>
  actor.organisationIds.length + actor.expertIds.length > 0 || runsCases(actor);

/** What waits for a person until a due time, and what else happens in a case. */
export const dockingNotices: readonly NoticeKind[] = [
  { kind: 'case_turn', mail: 'at_once', concerns: takesPart },
  { kind: 'case_news', mail: 'daily', concerns: takesPart },
  { kind: 'case_meeting', mail: 'at_once', concerns: takesPart },
];
const isTurn = ({ type }: StoredEvent): boolean =>
  turnEvents.includes(type) || type === 'docking.overdue';

/**
 * Tells those who must know: the one whose turn it is, all sides when it ended, the operators of
 * the region when it is overdue; never to the one who did it.
 */
export const dockingMails = (platform: Platform): Subscriber => ({
  name: 'dockings.mail',
  types: [...turnEvents, ...endEvents, ...newsEvents, 'docking.overdue'],
  async handle(tx, event) {
    const docking = await findDockingRow(tx, event.subjectId);
    // Removed with the examples before anybody was written to.
    if (!docking) return;
    // The case has moved on since: the event that moved it writes its own mail.
    if (event.data.to !== undefined && event.data.to !== docking.status) return;
    const people = await reachable(tx, await recipients(tx, event, docking), event.at);
    // Whom no reminder reached before the time was over hears of it now, with the operators.
    const untold = event.type === 'docking.overdue' && event.data.told === 0;
    const known = new Set(people.map(({ userId }) => userId));
    const holders = untold ? await turnHolders(tx, docking, event.at) : [];
    const late = await reachable(tx, holders, event.at);
    const others = late.filter(({ userId }) => !known.has(userId));
    await notify(
      platform,
      tx,
      event,
      [...people, ...others],
      async (person, translate, language) => {
        const words = await noticeWords(tx, event, docking, translate, language);
        const next = known.has(person.userId)
          ? words.next
          : translate('docking.mail.your_turn_late', { task: words.task, due: words.due });
        return {
          kind: isTurn(event) ? 'case_turn' : 'case_news',
          subject: translate('docking.mail.subject', words),
          text: translate('docking.mail.text', { ...words, next }),
          path: `/cases/${docking.id}`,
        };
      },
    );
  },
});

async function recipients(tx: Tx, event: StoredEvent, docking: Docking): Promise<Contact[]> {
  if (event.type === 'docking.overdue') {
    return contactsOf(tx, { operatorsOf: { region: docking.regionCode, at: event.at } });
  }
  if (turnEvents.includes(event.type)) return turnHolders(tx, docking, event.at);
  return contactsOf(tx, {
    userIds: [
      ...(docking.brokerId === null ? [] : [docking.brokerId]),
      ...(await expertAccounts(tx, docking)),
    ],
    organisationIds: [docking.askerOrganisationId, ...responderOrganisations(docking)],
  });
}

async function turnHolders(tx: Tx, docking: Docking, at: Date): Promise<Contact[]> {
  const turn = turnOf(docking.status);
  if (turn === null) return [];
  if (turn === 'asker') return contactsOf(tx, { organisationIds: [docking.askerOrganisationId] });
  if (turn === 'responder')
    return contactsOf(tx, {
      organisationIds: responderOrganisations(docking),
      userIds: await expertAccounts(tx, docking),
    });
  return docking.brokerId === null
    ? contactsOf(tx, { operatorsOf: { region: docking.regionCode, at } })
    : contactsOf(tx, { userIds: [docking.brokerId] });
}

const responderOrganisations = ({ responderOrganisationId }: Docking) =>
  responderOrganisationId === null ? [] : [responderOrganisationId];

async function noticeWords(
  tx: Tx,
  event: StoredEvent,
  docking: Docking,
  translate: Translate,
  language: Language,
) {
  const turn = turnOf(docking.status);
  const findsBroker = turn === 'broker' && docking.brokerId === null;
  const task =
    turn === null ? '' : translate(`docking.task.${findsBroker ? 'no_broker' : docking.status}`);
  const due = dueText(docking.dueAt, language);
  const next = () => {
    if (event.type === 'docking.overdue') return 'docking.mail.late';
    if (event.type === 'docking.paused') return 'docking.mail.paused';
    if (!turnEvents.includes(event.type)) return 'docking.mail.no_turn';
    return docking.dueAt === null ? 'docking.mail.your_turn_open' : 'docking.mail.your_turn';
  };
  const name = await namer(tx, translate, [docking.brokerId]);
  return {
    task,
    due,
    number: docking.number,
    needTitle: docking.needTitle,
    askerName: docking.askerName,
    offerTitle: docking.offerTitle,
    responderName: docking.responderName,
    happened: translate(event.type.replace('docking.', 'docking.happened.')),
    next: translate(next(), {
      task,
      due,
      waitingFor: waitingFor(docking, name, translate) ?? '',
      until: typeof event.data.until === 'string' ? event.data.until : '',
    }),
  };
}
