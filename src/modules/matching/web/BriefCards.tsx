import type { ReactElement } from 'react';
import { ReasonList } from '../../../ui/reading/ReasonList.tsx';
import type { Answer, Match } from '../contract.ts';
import { matchingWords } from './matching-words.ts';
import { OfferFacts } from './OfferFacts.tsx';
import { OfferTitle } from './OfferTitle.tsx';
import { brieflyOf } from './present-reasons.ts';
import { useReading } from './use-reading.ts';

const mostCards = 3;
const mostReasons = 3;

/** The best few of both kinds: two achievements and an expert, or what there is. */
export function bestFew(matches: readonly Match[]): Match[] {
  const of = (kind: Match['kind']): Match[] => matches.filter((match) => match.kind === kind);
  const experts = of('expert');
  const achievements = of('achievement').slice(0, mostCards - Math.min(1, experts.length));
  return [...achievements, ...experts.slice(0, mostCards - achievements.length)];
}

/** A few candidates with at most three reasons each, lying on the page. */
export function BriefCards({ answer }: { answer: Answer }): ReactElement {
  const t = matchingWords.useText();
  const shown = bestFew(answer.matches);
  const readingOf = useReading(shown);
  return (
    <>
      {shown.map((match) => (
        <article className="brief-match" key={`${match.kind}-${match.id}`}>
          <h3>
            <OfferTitle
              match={match}
              asked={answer.asked.text}
              askId={answer.askId}
              numbered={false}
            />
            {match.position ? <span className="position">{match.position}</span> : null}
          </h3>
          <OfferFacts match={match} brief />
          <ReasonList
            label={t('cards.brieflyWhy', { title: match.title })}
            // Numbers of pairs would point into the box, where marks have none.
            reasons={brieflyOf(readingOf(match, 'reasons'), mostReasons).map((reason) => ({
              ...reason,
              pair: undefined,
            }))}
          />
        </article>
      ))}
    </>
  );
}
