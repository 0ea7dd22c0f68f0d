import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFailure, statusText } from '../../../ui/api-failure.ts';
import { newIdempotencyKey, toFailure } from '../../../ui/client.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { useLanguage } from '../../../ui/i18n/language.ts';
import { Bead, type BeadKind } from '../../../ui/reading/Bead.tsx';
import type { MeetingCommand } from './case-commands.ts';
import { fileAddress } from './case-timeline.tsx';
import { contentWords } from './content-words.ts';
import { meetingSpan } from './meeting-span.ts';
import { dockingQuery, dockingsApi, keepDocking, type DockingDetail } from './queries.ts';

type Meeting = DockingDetail['meetings'][number];

/** Meetings to come and those not settled yet; older ones stay folded away. */
export function CaseMeetings({
  docking,
  onCommand,
  onSaid,
}: {
  docking: DockingDetail;
  onCommand: (name: MeetingCommand, meetingId: string) => void;
  onSaid: (text: string) => void;
}): ReactElement | null {
  const t = contentWords.useText();
  if (docking.meetings.length === 0) return null;
  const isOpen = (meeting: Meeting): boolean => meeting.status === 'arranged' || meeting.mayConfirm;
  const open = docking.meetings.filter(isOpen).toReversed();
  const earlier = docking.meetings.filter((meeting) => !isOpen(meeting));
  const one = (meeting: Meeting): ReactElement => (
    <MeetingLine
      key={meeting.id}
      docking={docking}
      meeting={meeting}
      onCommand={onCommand}
      onSaid={onSaid}
    />
  );
  return (
    <section className="case-part">
      <h2 className="story-title">{t('meetings.title')}</h2>
      {open.length > 0 ? <ul className="meetings">{open.map(one)}</ul> : null}
      {earlier.length > 0 ? (
        <details className="earlier">
          <summary>{t('meetings.earlier', { count: earlier.length })}</summary>
          <ul className="meetings">{earlier.map(one)}</ul>
        </details>
      ) : null}
    </section>
  );
}

function MeetingLine({
  docking,
  meeting,
  onCommand,
  onSaid,
}: {
  docking: DockingDetail;
  meeting: Meeting;
  onCommand: (name: MeetingCommand, meetingId: string) => void;
  onSaid: (text: string) => void;
}): ReactElement {
  const t = contentWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const [problem, setProblem] = useState<string>();
  const send = useMutation({
    mutationFn: (act: 'comes' | 'absent' | 'confirm') => {
      const call = { context: { idempotencyKey: newIdempotencyKey() } };
      const which = { id: docking.id, meetingId: meeting.id };
      return act === 'confirm'
        ? dockingsApi.confirmMinutes(which, call)
        : dockingsApi.answerMeeting({ ...which, comes: act === 'comes' }, call);
    },
    onSuccess(result, act) {
      setProblem(undefined);
      keepDocking(queries, result);
      onSaid(t(act === 'confirm' ? 'meetings.confirmedNow' : 'meetings.answered'));
    },
    onError(error) {
      const failure = toFailure(error);
      setProblem(failure instanceof ApiFailure ? failure.message : statusText(500));
      void queries.refetchQueries(dockingQuery(docking.id));
    },
  });
  const [begins, ends] = meetingSpan(formats, meeting);
  const mine = meeting.people.find(({ isReader }) => isReader)?.answer ?? null;
  const command = (name: MeetingCommand): void => onCommand(name, meeting.id);
  return (
    <li className={`meeting ${meeting.status}`}>
      <p className="when">
        <b>{t('meetings.span', { begins, ends })}</b>
        {meeting.status === 'arranged' ? null : (
          <span className="meta">{t(`meetings.${meeting.status}`)}</span>
        )}
      </p>
      <p className="where">
        {meeting.place ? <span>{meeting.place}</span> : null}
        <MeetingLink link={meeting.link} />
        <span className="meta">{t('meetings.by', { name: meeting.organiserName })}</span>
      </p>
      <p className="song">{meeting.agenda}</p>
      {meeting.status === 'held' ? (
        <Minutes docking={docking} meeting={meeting} />
      ) : (
        <ul className="answers">
          {meeting.people.map(({ userId, name, answer }) => (
            <li key={userId}>
              <Bead kind={answerBead[answer ?? 'none']} />
              {name}
              <span className="meta">{t(`meetings.${answer ?? 'noAnswer'}`)}</span>
            </li>
          ))}
        </ul>
      )}
      {problem ? (
        <p className="wrong" role="alert">
          <Bead kind="no" />
          <span>{problem}</span>
        </p>
      ) : null}
      <div className="line-actions">
        {meeting.mayRecord ? (
          <Button small onClick={() => command('recordMinutes')}>
            {t('meetings.record')}
          </Button>
        ) : null}
        {meeting.mayConfirm ? (
          <Button small pending={send.isPending} onClick={() => send.mutate('confirm')}>
            {t('meetings.confirm')}
          </Button>
        ) : null}
        {meeting.mayAnswer && !meeting.mayRecord && mine !== 'comes' ? (
          <Button small pending={send.isPending} onClick={() => send.mutate('comes')}>
            {t('meetings.canIComeYes')}
          </Button>
        ) : null}
        {meeting.mayAnswer && !meeting.mayRecord && mine !== 'absent' ? (
          <Button small kind="plain" pending={send.isPending} onClick={() => send.mutate('absent')}>
            {t('meetings.canIComeNo')}
          </Button>
        ) : null}
        {meeting.mayChange ? (
          <>
            <Button small kind="plain" onClick={() => command('changeMeeting')}>
              {t('meetings.change')}
            </Button>
            <Button small kind="plain" onClick={() => command('cancelMeeting')}>
              {t('meetings.cancel')}
            </Button>
          </>
        ) : null}
        {meeting.status === 'arranged' ? (
          <a href={`/api/dockings/${docking.id}/meetings/${meeting.id}/ics`} download>
            {t('meetings.toCalendar')}
          </a>
        ) : null}
      </div>
    </li>
  );
}

const answerBead: Record<'comes' | 'absent' | 'none', BeadKind> = {
  comes: 'yes',
  absent: 'no',
  none: 'none',
};

/** An address of the web leads there; anything else, such as the number of a meeting, is only said. */
function MeetingLink({ link }: { link: string }): ReactElement | null {
  if (link === '') return null;
  return /^https?:\/\//i.test(link) ? (
    <a href={link} rel="noreferrer noopener" target="_blank">
      {link}
    </a>
  ) : (
    <span>{link}</span>
  );
}

function Minutes({
  docking,
  meeting,
}: {
  docking: DockingDetail;
  meeting: Meeting;
}): ReactElement | null {
  const t = contentWords.useText();
  const formats = useFormats();
  const separator = useLanguage() === 'en' ? ', ' : '、';
  const { minutes } = meeting;
  if (minutes === null) return null;
  const came = meeting.people.filter(({ attended }) => attended).map(({ name }) => name);
  const people = came.join(separator);
  return (
    <>
      <p>
        {meeting.others
          ? t('meetings.cameOthers', { people, count: meeting.others })
          : t('meetings.came', { people })}
      </p>
      <div className="bubble">{minutes.words}</div>
      {minutes.file ? (
        <span className="file">
          <a href={fileAddress(docking.id, minutes.file.id)} download={minutes.file.name}>
            {minutes.file.name}
          </a>
          <span className="meta">{formats.bytes(minutes.file.size)}</span>
        </span>
      ) : null}
      <p className="meta">
        {t('meetings.minutes', { name: minutes.byName })}
        {separator === ', ' ? '; ' : '，'}
        {minutes.confirmations.length > 0
          ? minutes.confirmations
              .map(({ name }) => t('meetings.confirmed', { name }))
              .join(separator)
          : t('meetings.notConfirmed')}
      </p>
    </>
  );
}
