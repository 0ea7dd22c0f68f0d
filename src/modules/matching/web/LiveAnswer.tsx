import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { useLanguage } from '../../../ui/i18n/language.ts';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { MarkedText } from '../../../ui/reading/MarkedText.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import type { Answer } from '../contract.ts';
import { AnswerNotices } from './AnswerNotices.tsx';
import { BriefCards } from './BriefCards.tsx';
import { askedMarks } from './asked-marks.ts';
import { matchingWords } from './matching-words.ts';
import { previewQuery } from './match-queries.ts';
import './link-button.css';

type LiveAnswerProps = {
  /** What to read. */
  text: string;
  /** Nobody wrote it: it stands there to show how reading works. */
  isExample: boolean;
  onAll: () => void;
};

/** What is being written, read against everything public; earlier answers stay until newer ones come. */
export function LiveAnswer({ text, isExample, onAll }: LiveAnswerProps): ReactElement {
  const t = matchingWords.useText();
  const formats = useFormats();
  const language = useLanguage();
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...previewQuery(text, language),
    placeholderData: keepPreviousData,
  });
  const count = data?.matches.length ?? 0;
  const heading = data
    ? count === 0
      ? t('home.answersNone')
      : t(isExample ? 'home.exampleAnswers' : 'home.answers', { count })
    : error
      ? t('home.failed')
      : t('home.reading');
  return (
    <section className="live" aria-labelledby="live-heading" aria-busy={isFetching}>
      <header>
        <h2 id="live-heading">{heading}</h2>
        {data ? (
          <span className="meta">
            {isFetching
              ? t('home.reading')
              : t('cards.read', {
                  achievements: formats.number(data.read.achievements),
                  experts: formats.number(data.read.experts),
                  date: formats.date(data.read.asOf),
                  time: formats.time(data.read.asOf),
                })}
          </span>
        ) : null}
      </header>
      <p className="visually-hidden" aria-live="polite">
        {data && !isExample && !isFetching ? t('home.announced', { count }) : ''}
      </p>
      {data ? <AnswerNotices answer={data} /> : null}
      {isExample && data ? <ExampleQuestion answer={data} /> : null}
      {error && !data ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={6} /> : null}
      {data && count === 0 ? <EmptyState>{t('home.answersNoneText')}</EmptyState> : null}
      {data ? (
        <div className={isPlaceholderData ? 'answers older' : 'answers'}>
          <BriefCards answer={data} />
        </div>
      ) : null}
      {data && count > 0 && !isExample ? (
        <div className="live-foot">
          <button type="button" className="link-button" onClick={onAll}>
            {data.nearMisses.length > 0
              ? t('home.all', { near: data.nearMisses.length })
              : t('home.allPlain')}
          </button>
        </div>
      ) : null}
    </section>
  );
}

function ExampleQuestion({ answer }: { answer: Answer }): ReactElement {
  const t = matchingWords.useText();
  return (
    <div className="example-question">
      <p className="meta">{t('home.exampleAsked')}</p>
      <OwnWords lang="zh-CN">
        <MarkedText text={answer.asked.text} marks={askedMarks(answer)} />
      </OwnWords>
    </div>
  );
}
