import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useLanguage } from '../../../ui/i18n/language.ts';
import { useGo } from '../../../ui/navigation.ts';
import { MarkedText } from '../../../ui/reading/MarkedText.tsx';
import { MarkLegend } from '../../../ui/reading/MarkLegend.tsx';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { PageState } from '../../../ui/states/PageState.tsx';
import type { Match } from '../contract.ts';
import { askedMarksOf, withCountedLess } from './asked-marks.ts';
import { keepText, useAskedQuestion, type AskedQuestion } from './ask-state.ts';
import { MatchCards } from './MatchCards.tsx';
import { matchingWords } from './matching-words.ts';
import { answerQuery } from './match-queries.ts';
import './match-page.css';

/** The whole answer to a question: the asker's words at the left, candidates at the right. */
export default function MatchPage(): ReactElement {
  const t = matchingWords.useText();
  // Kept while the page lives: on leaving, the address changes before the page is gone.
  const [asked] = useState(useAskedQuestion());
  if (asked) return <AskedPage asked={asked} key={asked.key} />;
  return (
    <PageState
      title={t('page.noQuestion')}
      actions={
        <Link className="button primary" to="/">
          {t('page.toHome')}
        </Link>
      }
    >
      {t('page.noQuestionText')}
    </PageState>
  );
}

function AskedPage({ asked }: { asked: AskedQuestion }): ReactElement {
  const t = matchingWords.useText();
  const language = useLanguage();
  const go = useGo();
  const { data, error, refetch } = useQuery(answerQuery(asked, language));
  const [looked, setLooked] = useState<Match>();
  // Pairs are counted in each candidate apart, so the question shows those of one at a time.
  const match = looked ?? data?.matches[0];
  const publish = (
    <Button
      kind="primary"
      onClick={() => {
        keepText(asked.text);
        go('/needs/new');
      }}
    >
      {t('page.publish')}
    </Button>
  );
  return (
    <div className="wrap match-page">
      <aside>
        <PageTitle>{t('page.heading')}</PageTitle>
        <div className="framed">
          <h2>{t('page.question')}</h2>
          <OwnWords lang="zh-CN">
            <MarkedText
              text={asked.text}
              marks={withCountedLess(askedMarksOf(match, 'text'), data, 'text')}
            />
          </OwnWords>
        </div>
        {match ? (
          <p className="meta">
            {t('page.marksOf', {
              kind: t(`kinds.${match.kind}`),
              rank: match.rank,
              title: match.title,
            })}
          </p>
        ) : null}
        {data && data.asked.reading.countedLess.length > 0 ? (
          <p className="meta">{t('asked.dimmed')}</p>
        ) : null}
        <div className="acts">
          {publish}
          <Link className="button" to="/" onClick={() => keepText(asked.text)}>
            {t('page.edit')}
          </Link>
        </div>
        <MarkLegend />
      </aside>
      <section>
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
        {!data && !error ? (
          <>
            <h2 className="waiting">{t('page.waiting')}</h2>
            <LoadingState lines={8} />
          </>
        ) : null}
        {data ? <MatchCards answer={data} onLook={setLooked} /> : null}
      </section>
    </div>
  );
}
