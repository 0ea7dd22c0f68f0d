import type { ReactElement } from 'react';
import type { ReasonLine } from '../../../ui/reading/reason.ts';
import { ReasonList } from '../../../ui/reading/ReasonList.tsx';
import type { Match } from '../contract.ts';
import { matchingWords } from './matching-words.ts';
import { OfferFacts } from './OfferFacts.tsx';
import { OfferTitle } from './OfferTitle.tsx';

type NearMissesProps = {
  matches: readonly Match[];
  asked: string;
  askId: string | null;
  readingOf: (match: Match, side: 'reasons' | 'against') => ReasonLine[];
};

/** What nearly was a candidate, with what it misses. */
export function NearMisses({
  matches,
  asked,
  askId,
  readingOf,
}: NearMissesProps): ReactElement | null {
  const t = matchingWords.useText();
  if (matches.length === 0) return null;
  return (
    <section className="near-misses">
      <h2>{t('near.title')}</h2>
      <p className="meta">{t('near.lead')}</p>
      {matches.map((match) => (
        <article key={`${match.kind}-${match.id}`}>
          <div>
            <h3>
              <OfferTitle match={match} asked={asked} askId={askId} numbered={false} />
              {match.position ? <span className="position">{match.position}</span> : null}
            </h3>
            <OfferFacts match={match} brief />
          </div>
          <ReasonList
            label={t('near.why', { title: match.title })}
            reasons={readingOf(match, 'against').map((reason) =>
              reason.note ? { ...reason, wanted: null, offered: null } : reason,
            )}
          />
        </article>
      ))}
    </section>
  );
}
