import type { ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Bead, type BeadKind } from '../../../ui/reading/Bead.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { coach, type CoachCell, type CoachedNeed, type CoachReading } from '../domain/coach.ts';
import { partsWords } from './parts-words.ts';
import './coach-panel.css';

const beadOf = (state: CoachReading['state']): BeadKind =>
  state === 1 ? 'yes' : state === 0.5 ? 'near' : 'none';

/** How well a need is said as it stands, and the one thing to say next. */
export function CoachPanel({
  need,
  onWrite,
  onNotTried,
}: {
  need: CoachedNeed;
  /** Leads to the field where it belongs. */
  onWrite: (cell: CoachCell) => void;
  onNotTried: () => void;
}): ReactElement {
  const t = partsWords.useText();
  const formats = useFormats();
  const { cells, score, next } = coach(need);
  const count = (state: CoachReading['state']): number =>
    cells.filter((cell) => cell.state === state).length;
  const clear = cells.filter(({ state }) => state === 1);
  const unclear = cells.filter(({ state }) => state < 1).toSorted((a, b) => b.state - a.state || 0);
  const counts = { clear: count(1), half: count(0.5), none: count(0) };
  return (
    <section className="coach" aria-labelledby="coach-title">
      <div className="coach-read">
        <header>
          <h2 id="coach-title">
            {score === 0 ? t('coach.nothing') : score === 10 ? t('coach.all') : shareText(t, score)}
          </h2>
          <span className="meta">{t('coach.counts', counts)}</span>
        </header>
        <div className="coach-bar" aria-hidden="true">
          {cells
            .toSorted((a, b) => b.state - a.state)
            .map(({ cell, state }) => (
              <i key={cell} className={beadOf(state)} />
            ))}
        </div>
        <ul className="coach-cells">
          {clear.length > 0 ? (
            <li>
              <Bead kind="yes" />
              <b>{t('coach.clear')}</b>
              <span>{formats.list(clear.map(({ cell }) => t(`coach.cell.${cell}`)))}</span>
            </li>
          ) : null}
          {unclear.map((reading) => (
            <li key={reading.cell}>
              <Bead kind={beadOf(reading.state)} />
              <b>{reading.state === 0 ? t('coach.none') : t('coach.part')}</b>
              <span>
                {t(`coach.cell.${reading.cell}`)}
                {reading.state === 0 ? '' : `：${questionText(t, reading)}`}
              </span>
            </li>
          ))}
        </ul>
      </div>
      <div className="coach-next" aria-live="polite">
        {next === null ? (
          <p>{t('coach.done')}</p>
        ) : (
          <>
            <p>
              <b>{t('coach.next', { question: questionText(t, next) })}</b>
            </p>
            <p className="coach-acts">
              <Button small onClick={() => onWrite(next.cell)}>
                {t('coach.write')}
              </Button>
              {next.cell === 'tried' ? (
                <Button small kind="plain" onClick={onNotTried}>
                  {t('coach.notTried')}
                </Button>
              ) : null}
            </p>
          </>
        )}
      </div>
    </section>
  );
}

type Text = ReturnType<typeof partsWords.useText>;

function questionText(t: Text, { cell, question, said }: CoachReading): string {
  const ask = t as (key: string, values: Record<string, string>) => string;
  return ask(`coach.ask.${cell}.${question ?? 'missing'}`, { said });
}

const tenths = ['t1', 't2', 't3', 't4', 't5', 't6', 't7', 't8', 't9', 't10'] as const;

/** 七成半: tenths as people say them. */
function shareText(t: Text, score: number): string {
  const whole = Math.floor(score);
  const key = tenths[whole - 1];
  const half = score > whole ? t('coach.half') : '';
  const share = key === undefined ? t('coach.onlyHalf') : `${t(`coach.tenths.${key}`)}${half}`;
  return t('coach.title', { share });
}
