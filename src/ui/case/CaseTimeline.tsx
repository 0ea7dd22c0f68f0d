import type { ReactElement, ReactNode } from 'react';
import { useFormats } from '../i18n/format.ts';
import { words } from '../i18n/words.ts';
import { useNow } from './use-now.ts';
import { Bead, type BeadKind } from '../reading/Bead.tsx';

export type TimelineEntry = {
  id: string;
  /** ISO time. */
  at: string;
  /** yes: done by a person; near: by the platform, or half done; no: refused or failed. */
  bead?: BeadKind;
  /** Who did it; printed bold before the text. */
  actor?: string;
  text?: ReactNode;
  /** “用时 2 个工作日，限 3 个” and other facts below. */
  detail?: ReactNode;
  /** What somebody said, in their own words. */
  speech?: string;
  files?: { id: string; name: string; href: string; note?: string }[];
};

type CaseTimelineProps = {
  /** In any order; drawn newest first. */
  entries: readonly TimelineEntry[];
  /** The open deadline and what happens when nobody acts. */
  deadline?: { at: string; title?: string; consequence: ReactNode };
  now?: Date;
};

export function CaseTimeline({ entries, deadline, now: given }: CaseTimelineProps): ReactElement {
  const t = words.useText();
  const now = useNow(given);
  if (entries.length === 0 && !deadline) return <p className="meta">{t('timeline.empty')}</p>;
  const ordered = [...entries].sort((a, b) => b.at.localeCompare(a.at));
  // A deadline that has passed stands among what happened.
  const after = ordered.filter(({ at }) => deadline && at > deadline.at);
  const lines = (some: readonly TimelineEntry[]): ReactElement[] =>
    some.map((entry) => <Line key={entry.id} entry={entry} now={now} />);
  return (
    <ol className="timeline" aria-label={t('timeline.label')}>
      {lines(after)}
      {deadline ? (
        <li>
          <Moment at={deadline.at} now={now} />
          <Bead kind="none" />
          <div className="what">
            <b>{deadline.title ?? t('timeline.deadline')}</b>
            <p>{deadline.consequence}</p>
          </div>
        </li>
      ) : null}
      {lines(ordered.slice(after.length))}
    </ol>
  );
}

function Line({ entry, now }: { entry: TimelineEntry; now: Date }): ReactElement {
  return (
    <li>
      <Moment at={entry.at} now={now} />
      <Bead kind={entry.bead ?? 'yes'} />
      <div className="what">
        {entry.actor ? <b>{entry.actor}</b> : null}
        {entry.text}
        {entry.speech ? <div className="bubble">{entry.speech}</div> : null}
        {entry.files?.map((file) => (
          <div key={file.id}>
            <span className="file">
              <a href={file.href} download={file.name}>
                {file.name}
              </a>
              {file.note ? <span className="meta">{file.note}</span> : null}
            </span>
          </div>
        ))}
        {entry.detail ? <p>{entry.detail}</p> : null}
      </div>
    </li>
  );
}

function Moment({ at, now }: { at: string; now: Date }): ReactElement {
  const formats = useFormats();
  const { day, time } = formats.moment(at, now);
  return (
    <time dateTime={at}>
      <span>{day}</span> <span>{time}</span>
    </time>
  );
}
