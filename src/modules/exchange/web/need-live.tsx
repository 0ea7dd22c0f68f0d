import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { useLanguage } from '../../../ui/i18n/language.ts';
import type { Language } from '../../../ui/i18n/messages.ts';
import { ReasonList } from '../../../ui/reading/ReasonList.tsx';
import { characterCount } from '../../../ui/text-length.ts';
import { brieflyOf, matchingClient, useReading, type Answer } from '../../matching/web/index.ts';
import type { NeedTexts } from './need-draft.ts';
import { workWords } from './work-words.ts';

const pauseMs = 800;
const leastCharacters = 6;
/** The most an answer may hold; more than that is said as “or more”. */
const mostRead = 50;
const mostShown = 3;

type Ask = {
  text: string;
  budgetFen: number | null;
  coopModes: string[];
  regionCode: string | null;
};

const liveQuery = (ask: Ask, language: Language) =>
  queryOptions({
    queryKey: ['match', 'live', ask, language],
    queryFn: ({ signal }) =>
      matchingClient.ask({ ...ask, preview: true, limit: mostRead }, { signal }),
    staleTime: 5 * 60_000,
    placeholderData: keepPreviousData,
    enabled: characterCount(ask.text) >= leastCharacters,
  });

/** What meets the words as they stand now; read anew once writing pauses. */
export function NeedLive({
  texts,
  budgetFen,
}: {
  texts: NeedTexts;
  budgetFen: number | null;
}): ReactElement {
  const t = workWords.useText();
  const language = useLanguage();
  const text = `${texts.title.trim()}\n${texts.description.trim()}`.trim().slice(0, 2000);
  const now = JSON.stringify({
    text,
    budgetFen,
    coopModes: texts.coopModes,
    regionCode: texts.regionCode || null,
  } satisfies { [K in keyof Ask]: unknown });
  const [asked, setAsked] = useState(now);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), pauseMs);
    return () => clearTimeout(timer);
  }, [now]);
  const ask = JSON.parse(asked) as Ask;
  const enough = characterCount(ask.text) >= leastCharacters;
  const { data, error, isFetching } = useQuery(liveQuery(ask, language));
  const count = data?.matches.length ?? 0;
  return (
    <aside className="need-live" aria-labelledby="need-live">
      <h2 id="need-live" aria-live="polite">
        {!enough
          ? t('candidates.title')
          : error
            ? t('candidates.title')
            : data === undefined
              ? t('live.reading')
              : count === 0
                ? t('live.none')
                : t(count >= mostRead ? 'live.titleMost' : 'live.title', { count })}
      </h2>
      {!enough ? (
        <p className="ink-2">{t('live.wait')}</p>
      ) : error ? (
        <p className="ink-2">{t('live.failed')}</p>
      ) : data === undefined ? null : count === 0 ? (
        <p className="ink-2">{t('live.noneText')}</p>
      ) : (
        <div aria-busy={isFetching}>
          <LiveMatches answer={data} />
        </div>
      )}
    </aside>
  );
}

function LiveMatches({ answer }: { answer: Answer }): ReactElement {
  const t = workWords.useText();
  const shown = answer.matches.slice(0, mostShown);
  const readingOf = useReading(shown);
  const more = answer.matches.length - shown.length;
  return (
    <>
      {shown.map((match) => (
        <article key={`${match.kind}-${match.id}`}>
          <h3>
            {match.title}
            <span className="meta">
              {[match.position, match.organisationName].filter(Boolean).join('，')}
            </span>
          </h3>
          <ReasonList
            label={t('live.why', { title: match.title })}
            reasons={brieflyOf(readingOf(match, 'reasons'), 2).map((reason) => ({
              ...reason,
              pair: undefined,
            }))}
          />
        </article>
      ))}
      {more > 0 ? <p className="meta">{t('live.more', { count: more })}</p> : null}
    </>
  );
}
