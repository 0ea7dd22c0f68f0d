import type { ReactNode } from 'react';
import { pauseReasons } from '../../../kernel/step-clock.ts';
import { pauseReasonText } from '../../../ui/case/pause-fields.ts';
import type { TimelineEntry } from '../../../ui/case/CaseTimeline.tsx';
import type { Formats } from '../../../ui/i18n/format.ts';
import type { Language } from '../../../ui/i18n/messages.ts';
import { oneOf } from './case-run.ts';
import { moneyText, sentenceStart, wordFor, type DockingText } from './case-words.ts';
import type { DockingDetail, DockingEntry } from './queries.ts';

type Words = { t: DockingText; formats: Formats; language: Language };

/** The history as the timeline draws it: who, what, the facts in words, own words, files. */
export const timelineOf = (docking: DockingDetail, words: Words): TimelineEntry[] =>
  docking.history.map((entry) => entryOf(docking, entry, words));

function entryOf(docking: DockingDetail, entry: DockingEntry, words: Words): TimelineEntry {
  const { t, formats } = words;
  const details = [...factTexts(entry, words), timeText(entry, t)].filter(Boolean);
  return {
    id: entry.id,
    at: entry.at,
    bead: beadOf(entry),
    actor: sentenceStart(entry.actorName),
    text: `${entry.actorSide === 'system' ? '' : t(`side.${entry.actorSide}`)}${didText(t, entry)}`,
    speech: entry.words ?? undefined,
    detail: details.length > 0 ? details.map(line) : undefined,
    files: entry.file
      ? [
          {
            id: entry.file.id,
            name: entry.file.name,
            href: fileAddress(docking.id, entry.file.id),
            note: formats.bytes(entry.file.size),
          },
        ]
      : undefined,
  };
}

const line = (text: string | null, at: number): ReactNode => (
  <span key={at} className="timeline-fact">
    {text}
  </span>
);

export const fileAddress = (dockingId: string, fileId: string): string =>
  `/api/dockings/${dockingId}/files/${fileId}`;

function beadOf(entry: DockingEntry): TimelineEntry['bead'] {
  if (entry.action === 'decline' || entry.action === 'end') return 'no';
  if (entry.action === 'returnDelivery' || entry.action === 'cancelMeeting') return 'no';
  const between = entry.action === 'remind' || entry.action === 'pause';
  return entry.actorSide === 'system' || between ? 'near' : 'yes';
}

/** Steps of the workflow and what is written beside them; an unknown one keeps its code. */
function didText(t: DockingText, entry: DockingEntry): string {
  const { action } = entry;
  const reason = entry.reasonCode ? wordFor(t, 'reason', entry.reasonCode) : '';
  if (action === 'decline') return t('did.decline', { reason });
  if (action === 'end') return t('did.end', { reason });
  if (action === 'returnDelivery') {
    const back = wordFor(t, 'returnReason', String(entry.facts['returnReason'] ?? ''));
    return t('did.returnDelivery', { reason: back });
  }
  return wordFor(t, 'did', action);
}

function factTexts({ action, facts }: DockingEntry, { t, formats, language }: Words): string[] {
  const text = (name: string): string => String(facts[name] ?? '');
  const day = (name: string): string => formats.day(text(name));
  const money = (name: string): string => moneyText(Number(facts[name] ?? 0), language);
  const ofMilestone = (): string[] =>
    facts['milestone'] === undefined ? [] : [t('fact.milestone', { milestone: text('milestone') })];
  switch (action) {
    case 'recordContact':
      return [wordFor(t, 'channel', text('channel'))];
    case 'recordMeeting':
      return [
        t('fact.meeting', { day: day('heldOn'), place: text('place'), people: text('people') }),
      ];
    case 'recordContract': {
      const number = text('registrationNumber');
      return [
        t('facts.contract', {
          type: wordFor(t, 'contractType', text('contractType')),
          amount: money('amountFen'),
          technology: money('technologyAmountFen'),
          day: day('signedOn'),
        }),
        number ? t('facts.registered', { number }) : t('facts.unregistered'),
      ];
    }
    case 'startDelivery':
      return [t('fact.deliverBy', { day: day('deliverBy') })];
    case 'pause':
      return [
        t('fact.pause', {
          reason: pauseReasonText(oneOf(pauseReasons, text('pauseReason'))),
          day: day('until'),
        }),
      ];
    case 'resume':
      return [t('fact.resumed', { due: formats.due(text('dueAt')) })];
    case 'reminder':
      return [
        t(facts['notice'] === 'half' ? 'fact.noticeHalf' : 'fact.noticeEnd', {
          due: formats.due(text('dueAt')),
        }),
      ];
    case 'payment':
      return [
        t('fact.payment', { amount: money('amountFen'), day: day('paidOn') }),
        ...ofMilestone(),
      ];
    case 'minutes':
      return [
        t('fact.meeting', { day: day('heldOn'), place: text('place'), people: text('people') }),
      ];
    case 'proposeMeeting':
    case 'changeMeeting':
    case 'cancelMeeting':
    case 'confirmMinutes':
      return [t('fact.meetingAt', { begins: formats.due(text('beginsAt')), place: text('place') })];
    case 'plan':
      return [t('fact.plan', { count: Number(facts['count'] ?? 0), amount: money('amountFen') })];
    case 'returnDelivery':
      return [...ofMilestone(), t('fact.againBy', { day: day('againBy') })];
    case 'deliver':
    case 'acceptDelivery':
    case 'complete':
      return ofMilestone();
    default:
      return [];
  }
}

function timeText({ facts }: DockingEntry, t: DockingText): string | null {
  const used = facts['workingDaysUsed'];
  const allowed = facts['workingDaysAllowed'];
  if (typeof used !== 'number' || typeof allowed !== 'number') return null;
  return used === 0 ? t('fact.usedToday', { allowed }) : t('fact.used', { used, allowed });
}
