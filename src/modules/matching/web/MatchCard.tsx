import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { findCodeText } from '../../../ui/i18n/messages.ts';
import { words } from '../../../ui/i18n/words.ts';
import { DuoReading } from '../../../ui/reading/DuoReading.tsx';
import { MarkedText } from '../../../ui/reading/MarkedText.tsx';
import type { ReasonLine } from '../../../ui/reading/reason.ts';
import { ReasonList } from '../../../ui/reading/ReasonList.tsx';
import type { Match } from '../contract.ts';
import { FeatureTable } from './FeatureTable.tsx';
import { matchingWords } from './matching-words.ts';
import { OfferFacts } from './OfferFacts.tsx';
import { OfferTitle } from './OfferTitle.tsx';
import { besideFacts, brieflyOf } from './present-reasons.ts';

type MatchCardProps = {
  match: Match;
  asked: string;
  askId: string | null;
  reasons: ReasonLine[];
  against: ReasonLine[];
  brief: boolean;
  action?: ReactNode;
  onLook?: () => void;
};

/** A candidate with its texts, the reading side by side, what speaks against it and what to do. */
export function MatchCard(props: MatchCardProps): ReactElement {
  const { match, asked, askId, reasons, against, brief, action, onLook } = props;
  const t = matchingWords.useText();
  const common = words.useText();
  const card = useRef<HTMLElement>(null);
  const look = useRef(onLook);
  useEffect(() => {
    look.current = onLook;
  });
  useEffect(() => {
    const element = card.current;
    const onLookAt = (): void => look.current?.();
    element?.addEventListener('pointerenter', onLookAt);
    element?.addEventListener('focusin', onLookAt);
    return () => {
      element?.removeEventListener('pointerenter', onLookAt);
      element?.removeEventListener('focusin', onLookAt);
    };
  }, []);
  return (
    <article className="card match" ref={card}>
      <header>
        <h3>
          <OfferTitle match={match} asked={asked} askId={askId} />
          {match.position ? <span className="position">{match.position}</span> : null}
        </h3>
        <OfferFacts match={match} />
        <p className="rank">
          {t('cards.rankLabel', { kind: t(`kinds.${match.kind}`), rank: match.rank })}
        </p>
      </header>
      {brief ? (
        <>
          <ReasonList
            reasons={brieflyOf(reasons, 4)}
            label={t('cards.brieflyWhy', { title: match.title })}
          />
          <div className="drawbacks">
            <b>{common('reasons.against')}</b>
            {against.length === 0 ? (
              <span>{common('reasons.nothingAgainst')}</span>
            ) : (
              <ul>
                {against.map((reason, at) => (
                  <li key={`${at}-${reason.kind}`}>
                    {reason.note ? findCodeText(reason.note.code, reason.note.params) : null}
                  </li>
                ))}
              </ul>
            )}
          </div>
        </>
      ) : (
        <>
          <OfferTexts match={match} />
          <DuoReading
            reasons={besideFacts(reasons)}
            against={against}
            label={t('cards.reading', { title: match.title })}
          />
        </>
      )}
      <footer>
        {action}
        <FeatureTable match={match} />
      </footer>
    </article>
  );
}

const textFields = { achievement: ['abstract'], expert: ['research', 'bio'] } as const;

function OfferTexts({ match }: { match: Match }): ReactElement {
  const t = matchingWords.useText();
  const marked = (field: string): ReactElement => (
    <MarkedText
      text={match.fields[field] ?? ''}
      marks={match.marks.offered.filter((mark) => mark.field === field)}
    />
  );
  const keywords = match.fields['keywords'];
  return (
    <div className="texts">
      {textFields[match.kind].map((field) =>
        match.fields[field] ? <p key={field}>{marked(field)}</p> : null,
      )}
      {keywords && match.marks.offered.some(({ field }) => field === 'keywords') ? (
        <p className="meta">
          {t('cards.keywords')}　{marked('keywords')}
        </p>
      ) : null}
    </div>
  );
}
