import type { Tx } from '../../../platform/db/database.ts';
import type { Language, Translate } from '../../../platform/i18n/languages.ts';
import { dueText, notify } from '../../../platform/mail/notify.ts';
import type { NoticeKind } from '../../../platform/notices/notices.ts';
import type { StoredEvent, Subscriber } from '../../../platform/outbox/outbox.ts';
import type { Platform } from '../../../platform/platform.ts';
import { organisationNames } from '../../directory/index.ts';
import { contactsOf, reachable, type Contact } from '../../identity/index.ts';
import { needWorkflow } from '../domain/need.workflow.ts';
import type { ExchangeTables, NeedRow } from './tables.ts';

/** Steps that the other side waits for, and tells in words; a docking writes of its own. */
const stepEvents = (['submit', 'return', 'publish', 'close', 'merge'] as const).map(
  (action) => needWorkflow.transitions[action].emits,
);

/** What the clock of a need says of itself. */
const clockEvents = [
  'need.half_time',
  'need.last_day',
  'need.overdue',
  'need.paused',
  'need.resumed',
];

const operatesOrAsks: NoticeKind['concerns'] = ({ organisationIds, grants }) =>
  organisationIds.length > 0 || grants.some(({ role }) => role === 'operator');

/** What waits for a person until a due time, and what became of what they handed in. */
export const needNotices: readonly NoticeKind[] = [
  { kind: 'need_turn', mail: 'at_once', concerns: operatesOrAsks },
  {
    kind: 'need_news',
    mail: 'daily',
    concerns: ({ organisationIds }) => organisationIds.length > 0,
  },
];
const turnEvents = [
  'need.submitted',
  'need.returned',
  ...clockEvents.filter((type) => type !== 'need.paused'),
];

/**
 * Tells the operators of the region when a need waits for them, the members of its
 * organisation what became of it, whoever is late when it is overdue; never to the one who did it.
 */
export const needMails = (platform: Platform): Subscriber => ({
  name: 'exchange.mail',
  types: [...stepEvents, ...clockEvents],
  async handle(tx, event) {
    const need = await tx
      .withTables<ExchangeTables>()
      .selectFrom('needs')
      .selectAll()
      .where('id', '=', event.subjectId)
      .executeTakeFirst();
    // Removed with the examples before anybody was written to.
    if (!need || hasMovedOn(need, event)) return;
    const people = await reachable(tx, await recipients(tx, event, need), event.at);
    await notify(platform, tx, event, people, async (_person, translate, language) => {
      const words = await noticeWords(tx, event, need, translate, language);
      return {
        kind: turnEvents.includes(event.type) ? 'need_turn' : 'need_news',
        subject: translate('need.mail.subject', words),
        text: translate('need.mail.text', words),
        path: `/needs/${need.id}`,
      };
    });
  },
});

/** Whether the step this event tells of is over: what ended it has a mail of its own. */
function hasMovedOn(need: NeedRow, event: StoredEvent): boolean {
  const ofClock = clockEvents.includes(event.type);
  if (need.status !== (ofClock ? event.data.status : event.data.to)) return true;
  if (event.type === 'need.overdue') return need.overdueAt?.getTime() !== event.at.getTime();
  return ofClock
    ? need.stepStartedAt > event.at
    : need.stepStartedAt.getTime() !== event.at.getTime();
}

function recipients(tx: Tx, event: StoredEvent, need: NeedRow): Promise<Contact[]> {
  const owner = { organisationIds: [need.organisationId] };
  const operators = { operatorsOf: { region: need.regionCode, at: event.at } };
  if (event.type === 'need.submitted') return contactsOf(tx, operators);
  const ownersTurn = needWorkflow.states[need.status].turn === 'owner';
  if (event.type === 'need.overdue')
    return contactsOf(tx, { ...operators, ...(ownersTurn ? owner : {}) });
  if (event.type === 'need.paused') return contactsOf(tx, { ...operators, ...owner });
  if (clockEvents.includes(event.type)) return contactsOf(tx, ownersTurn ? owner : operators);
  return contactsOf(tx, owner);
}

async function noticeWords(
  tx: Tx,
  event: StoredEvent,
  need: NeedRow,
  translate: Translate,
  language: Language,
) {
  const names = await organisationNames(tx, [need.organisationId]);
  const organisationName = names.get(need.organisationId) ?? '';
  const next = nextWords(event.type, need.status);
  return {
    title: need.title,
    organisationName,
    happened: translate(event.type.replace('need.', 'need.happened.')),
    next: translate(next, {
      organisationName,
      due: dueText(need.dueAt, language),
      until: typeof event.data.until === 'string' ? event.data.until : '',
      reason: need.closeReason === null ? '' : translate(`need.closed.${need.closeReason}`),
    }),
    said: await said(tx, event, translate),
  };
}

function nextWords(type: string, status: NeedRow['status']): string {
  if (type === 'need.overdue') return `need.late.${status}`;
  if (type === 'need.paused') return 'need.next.paused';
  return clockEvents.includes(type) ? `need.wait.${status}` : type.replace('need.', 'need.next.');
}

/** What the one who acted wrote, from the line of the history that came with the event. */
async function said(tx: Tx, event: StoredEvent, translate: Translate): Promise<string> {
  const action = needWorkflow.actions.find(
    (each) => needWorkflow.transitions[each].emits === event.type,
  );
  if (action === undefined) return '';
  const entry = await tx
    .withTables<ExchangeTables>()
    .selectFrom('listingEntries')
    .select(['actorName', 'words'])
    .where('subjectType', '=', 'need')
    .where('subjectId', '=', event.subjectId)
    .where('action', '=', action)
    .where('at', '=', event.at)
    .orderBy('id', 'desc')
    .executeTakeFirst();
  if (!entry || entry.words === null) return '';
  return translate('need.mail.said', { actorName: entry.actorName, words: entry.words });
}
