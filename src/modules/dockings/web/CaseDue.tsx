import type { ReactElement } from 'react';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { PauseNote } from '../../../ui/case/PauseNote.tsx';
import { localDay, useFormats } from '../../../ui/i18n/format.ts';
import type { DockingDetail } from './queries.ts';
import { dockingWords } from './words.ts';

/** The present step with its days and the rule by which they are counted; nothing once ended. */
export function CaseDue({
  docking,
  task,
}: {
  docking: DockingDetail;
  task: string;
}): ReactElement | null {
  const t = dockingWords.useText();
  const formats = useFormats();
  const { due } = docking;
  if (docking.turn === null) return null;
  if (docking.pause) return <PauseNote pause={docking.pause} />;
  if (due === null) {
    return (
      <section className="card">
        <h2>{task}</h2>
        <p className="meta">{t('clock.noDue')}</p>
      </section>
    );
  }
  const lastDay = localDay(due.at);
  const days = due.ticks.filter(({ working, date }) => working && date <= lastDay).length;
  const time = formats.time(due.at);
  const agreed = docking.status === 'delivering';
  return (
    <section className="card">
      <h2 className="task">{task}</h2>
      <DueClock ticks={due.ticks} dueAt={due.at} variant="large" />
      <p className="meta">
        {agreed
          ? t('clock.agreed', { day: formats.day(due.at), time })
          : t('clock.rule', { days, day: formats.day(due.startedAt), time })}
      </p>
    </section>
  );
}
