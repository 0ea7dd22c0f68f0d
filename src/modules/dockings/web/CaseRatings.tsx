import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { ratingQuestions } from '../domain/rating.ts';
import { contentWords } from './content-words.ts';
import type { DockingDetail } from './queries.ts';

/** What both sides think of each other, once the case has ended; sealed until both have said it. */
export function CaseRatings({ docking }: { docking: DockingDetail }): ReactElement | null {
  const t = contentWords.useText();
  const formats = useFormats();
  const { given, count, open, openFrom } = docking.ratings;
  const mayRate = docking.actions.some(({ action, allowed }) => action === 'rate' && allowed);
  if (docking.turn !== null || (count === 0 && !mayRate)) return null;
  const note = (): string | null => {
    if (count === 0) return t('ratings.noneYet');
    if (open) return null;
    if (mayRate) return t('ratings.otherGave');
    return openFrom === null ? null : t('ratings.waiting', { day: formats.day(openFrom) });
  };
  const said = note();
  return (
    <section className="case-part">
      <h2 className="story-title">{t('ratings.title')}</h2>
      {said ? <p className="meta">{said}</p> : null}
      <ul className="ratings">
        {given.map((rating) => (
          <li key={rating.side}>
            <p>
              <b>{t('ratings.by', { name: rating.byName, side: t(`side.${rating.side}`) })}</b>
            </p>
            <p className="marks">
              {ratingQuestions.map((name) => (
                <span key={name}>
                  {t('ratings.mark', { label: t(`ratings.${name}`), value: rating[name] })}
                </span>
              ))}
              <span className="meta">{t('ratings.of')}</span>
            </p>
            <div className="bubble">{rating.words}</div>
          </li>
        ))}
      </ul>
    </section>
  );
}
