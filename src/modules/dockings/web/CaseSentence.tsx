import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import { sentenceStart, taskText, wordFor } from './case-words.ts';
import type { DockingDetail } from './queries.ts';
import { dockingWords } from './words.ts';

/** Where the case is, whose turn, until when; or how it ended and why. */
export function CaseSentence({ docking }: { docking: DockingDetail }): ReactElement {
  const t = dockingWords.useText();
  const formats = useFormats();
  const { status, due } = docking;
  const pressing = due?.standing === 'soon' || due?.standing === 'today';
  const parts = {
    who: <span className="who" />,
    date: <span className={pressing ? 'date' : 'date calm'} />,
    over: <span className="date over" />,
  };
  if (status === 'completed' || status === 'declined' || status === 'failed') {
    const last = docking.history.find((entry) => entry.to === status && entry.from !== status);
    return (
      <Rich
        book={dockingWords}
        k={`now.${status}`}
        values={{
          who: sentenceStart(last?.actorName ?? ''),
          day: formats.day(last?.at ?? docking.lastEvent.at),
          reason: last?.reasonCode ? wordFor(t, 'reason', last.reasonCode) : '',
        }}
        parts={parts}
      />
    );
  }
  const values = {
    who: docking.waitingFor ?? '',
    task: taskText(t, docking),
    due: due ? formats.due(due.at) : docking.pause ? formats.day(docking.pause.until) : '',
  };
  const turn = docking.myTurn ? 'yours' : 'waiting';
  const key =
    due === null
      ? docking.pause
        ? (`now.${turn}Paused` as const)
        : (`now.${turn}Open` as const)
      : due.standing === 'overdue'
        ? (`now.${turn}Over` as const)
        : (`now.${turn}` as const);
  return <Rich book={dockingWords} k={key} values={values} parts={parts} />;
}
