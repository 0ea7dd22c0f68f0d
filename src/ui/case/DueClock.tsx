import type { ReactElement, ReactNode } from 'react';
import { useFormats, type Formats } from '../i18n/format.ts';
import type { Text } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import type zhCN from '../i18n/zh-CN.ts';
import { mostTicks, readDue, type DueReading, type Tick } from './due.ts';
import { useNow } from './use-now.ts';
import { DueDays } from './DueDays.tsx';

type DueClockProps = {
  /** Working days and days off from the start of the term; empty when only the date is known. */
  ticks: readonly Tick[];
  dueAt: string | Date;
  /** For tests and samples; otherwise the time goes on. */
  now?: Date;
  /** compact: ticks and words on one line; pill: the same on a tint; stacked: words below; large: labelled days. */
  variant?: 'compact' | 'pill' | 'stacked' | 'large';
  /** The clock stands still, until a day if one is agreed. */
  paused?: { until?: string };
};

/** How much of a term is left. The words say everything; the ticks let it be seen. */
export function DueClock({
  ticks,
  dueAt,
  now: given,
  variant = 'compact',
  paused,
}: DueClockProps): ReactElement {
  const t = words.useText();
  const formats = useFormats();
  const now = useNow(given);
  if (paused) {
    return (
      <span className={variant === 'pill' ? 'due pill wait' : 'due wait'}>
        {paused.until
          ? t('due.pausedUntil', { day: formats.day(paused.until, now) })
          : t('due.paused')}
      </span>
    );
  }
  const due = new Date(dueAt);
  const reading = readDue(ticks, due, now);
  const said = dueWords(reading, due, formats, t);
  const full = (
    <time dateTime={due.toISOString()} className="visually-hidden">
      {t('due.until', { due: formats.due(due, now) })}
    </time>
  );
  if (variant === 'large') {
    return (
      <div>
        <DueDays ticks={ticks} tone={reading.tone} now={now} />
        <p className={`due ${reading.tone}`}>
          {said}
          {full}
        </p>
      </div>
    );
  }
  const style = variant === 'compact' ? '' : ` ${variant}`;
  return (
    <span className={`due ${reading.tone}${style}`} title={formats.due(due, now)}>
      {drawTicks(ticks)}
      <span>
        {said}
        {full}
      </span>
    </span>
  );
}

function dueWords(
  reading: DueReading,
  due: Date,
  formats: Formats,
  t: Text<typeof zhCN>,
): ReactNode {
  if (reading.kind === 'today') return t('due.today', { time: formats.time(due) });
  const { count } = reading;
  if (reading.kind === 'over') return count === 0 ? t('due.overNow') : t('due.over', { count });
  const { total } = reading;
  if (reading.kind === 'few' && count <= mostFew) return t('due.few', { count });
  return total > mostTicks ? t('due.leftOf', { count, total }) : t('due.left', { count });
}

/** Half of a long term is still long: more working days than a week has are never “only”. */
const mostFew = 5;

function drawTicks(ticks: readonly Tick[]): ReactElement | null {
  const working = ticks.filter((tick) => tick.working);
  if (working.length === 0) return null;
  const term = working.filter((tick) => tick.state !== 'overdue');
  if (working.length > mostTicks) {
    const gone = term.filter((tick) => tick.state !== 'left').length;
    return (
      <span className="scale" aria-hidden="true">
        <i style={{ width: `${(100 * gone) / Math.max(1, term.length)}%` }} />
      </span>
    );
  }
  const overdue = working.filter((tick) => tick.state === 'overdue');
  return (
    <span className="ticks" aria-hidden="true">
      {term.map((tick) => (
        <i key={tick.date} className={tick.state} />
      ))}
      <i className="deadline" />
      {overdue.map((tick) => (
        <i key={tick.date} className="overdue" />
      ))}
    </span>
  );
}
