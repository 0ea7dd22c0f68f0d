import { useState, type ReactElement, type ReactNode } from 'react';
import { Filters } from '../../../ui/controls/Filters.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import type { Answer, Match } from '../contract.ts';
import { AnswerNotices } from './AnswerNotices.tsx';
import { AskedReading } from './AskedReading.tsx';
import { MatchCard } from './MatchCard.tsx';
import { matchingWords } from './matching-words.ts';
import { NearMisses } from './NearMisses.tsx';
import { useReading } from './use-reading.ts';
import './link-button.css';
import './match-cards.css';

type MatchCardsProps = {
  answer: Answer;
  /** What may be done with a candidate; at most one primary button in each card. */
  action?: (match: Match) => ReactNode;
  /** A candidate is being looked at: pointed to, or focused. */
  onLook?: (match: Match) => void;
  /** What to do when there is no candidate. */
  whenNone?: ReactNode;
};

type Shown = 'all' | Match['kind'];

/** The candidates of an answer with their whole reasons, and those that nearly were. */
export function MatchCards({ answer, action, onLook, whenNone }: MatchCardsProps): ReactElement {
  const t = matchingWords.useText();
  const formats = useFormats();
  const [shown, setShown] = useState<Shown>('all');
  const [form, setForm] = useState<'full' | 'brief'>('full');
  const readingOf = useReading([...answer.matches, ...answer.nearMisses]);
  const { matches, askId } = answer;
  const asked = [answer.asked.title, answer.asked.text].filter(Boolean).join('\n');
  const count = (kind: Match['kind']): number =>
    matches.filter((match) => match.kind === kind).length;
  const listed = matches.filter((match) => shown === 'all' || match.kind === shown);
  const { achievements, experts, asOf } = answer.read;
  return (
    <div className="match-cards">
      <header className="list-head">
        <h2>{t('cards.title', { count: matches.length })}</h2>
        {matches.length > 0 ? (
          <>
            <Filters
              label={t('cards.filter')}
              value={shown}
              onChange={setShown}
              options={[
                { value: 'all', label: t('cards.all'), count: matches.length },
                {
                  value: 'achievement',
                  label: t('kinds.achievement'),
                  count: count('achievement'),
                },
                { value: 'expert', label: t('kinds.expert'), count: count('expert') },
              ]}
            />
            <span className="end">
              <button
                type="button"
                className="link-button"
                onClick={() => setForm(form === 'full' ? 'brief' : 'full')}
              >
                {t(form === 'full' ? 'cards.brief' : 'cards.full')}
              </button>
            </span>
          </>
        ) : null}
      </header>
      <p className="meta read">
        {t('cards.read', {
          achievements: formats.number(achievements),
          experts: formats.number(experts),
          date: formats.date(asOf),
          time: formats.time(asOf),
        })}
      </p>
      <AnswerNotices answer={answer} />
      <AskedReading asked={answer.asked} />
      {matches.length === 0 ? (
        <EmptyState title={t('cards.none')} actions={whenNone}>
          {t('cards.noneText')}
        </EmptyState>
      ) : null}
      {matches.length > 0 && listed.length === 0 ? <p>{t('cards.noFilter')}</p> : null}
      {listed.map((match) => (
        <MatchCard
          key={`${match.kind}-${match.id}`}
          match={match}
          asked={asked}
          askId={askId}
          reasons={readingOf(match, 'reasons')}
          against={readingOf(match, 'against')}
          brief={form === 'brief'}
          action={action?.(match)}
          onLook={onLook ? () => onLook(match) : undefined}
        />
      ))}
      <NearMisses
        matches={answer.nearMisses.filter((match) => shown === 'all' || match.kind === shown)}
        asked={asked}
        askId={askId}
        readingOf={readingOf}
      />
    </div>
  );
}
