import type { ReactElement } from 'react';
import { localDay } from '../i18n/format.ts';
import { words } from '../i18n/words.ts';
import { mostTicks, type Tick } from './due.ts';

/** With more columns the word for days off no longer fits under its thin line. */
const wordsFit = 8;

type Column = { key: string; tick: Tick; days: number };

/** Days off that follow each other share one column. */
function columnsOf(ticks: readonly Tick[]): Column[] {
  const columns: Column[] = [];
  for (const tick of ticks) {
    const last = columns.at(-1);
    const sameSide = last && (last.tick.state === 'overdue') === (tick.state === 'overdue');
    if (last && sameSide && !tick.working && !last.tick.working) last.days += 1;
    else columns.push({ key: tick.date, tick, days: 1 });
  }
  return columns;
}

const dayOfMonth = (date: string): string => String(Number(date.slice(8, 10)));

const isWeekend = (date: string): boolean => {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  return day === 0 || day === 6;
};

/** The large clock: a labelled column for each working day, days off as a thin line. */
export function DueDays({
  ticks,
  tone,
  now,
}: {
  ticks: readonly Tick[];
  tone: 'ample' | 'soon' | 'over';
  now: Date;
}): ReactElement | null {
  const t = words.useText();
  const columns = columnsOf(ticks);
  const shown = columns.length > mostTicks + 4 ? around(columns) : columns;
  const lastOfTerm = columns.findLast((column) => column.tick.state !== 'overdue');
  const narrow = shown.length > wordsFit;
  if (shown.length === 0) return null;
  const today = localDay(now);
  return (
    <div className={`days ${tone}`} aria-hidden="true">
      {shown.flatMap(({ key, tick, days }) => {
        const label = tick.working
          ? tick.date === today
            ? t('due.todayLabel')
            : dayOfMonth(tick.date)
          : narrow
            ? '\u00a0'
            : isWeekend(tick.date) && days <= 2
              ? t('due.weekend')
              : t('due.dayOff');
        const column = (
          <span key={key} className={tick.working ? `day ${tick.state}` : 'day off'}>
            <i />
            {label}
          </span>
        );
        return key === lastOfTerm?.key
          ? [column, <span key="deadline" className="deadline" />]
          : [column];
      })}
      {shown.at(-1) === columns.at(-1) ? null : <span className="day off">…</span>}
    </div>
  );
}

/** Of a long term the two weeks around today; the words beside it give the whole number. */
function around(columns: Column[]): Column[] {
  const at = Math.max(
    0,
    columns.findIndex((column) => column.tick.state === 'today'),
  );
  const from = Math.max(0, Math.min(at - 3, columns.length - mostTicks));
  return columns.slice(from, from + mostTicks);
}
