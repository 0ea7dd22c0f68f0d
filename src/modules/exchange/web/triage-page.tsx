import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useRef, type MouseEvent, type ReactElement } from 'react';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { useShortcuts } from '../../../ui/case/use-shortcuts.ts';
import { KeyHints } from '../../../ui/controls/KeyHints.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import { useGo, useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { FactLine } from '../../../ui/listing/FactLine.tsx';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { placeName } from '../../reference-data/web/index.ts';
import { NeedFacts } from './need-facts.tsx';
import { NeedActions } from './need-work.tsx';
import { SimilarNotice } from './similar-notice.tsx';
import { useSimilar } from './use-similar.ts';
import { needQuery, triageQuery, type NeedSummary } from './work-queries.ts';
import { workWords } from './work-words.ts';
import './work.css';

/** Beside the list there is room for the need; below this width the need has its own page. */
const roomForPanel = '(min-width: 1001px)';

export default function TriagePage(): ReactElement {
  const t = workWords.useText();
  const list = useInfiniteQuery(triageQuery());
  const chosen = useSearchTexts()['need'];
  const setSearch = useSetSearch();
  const go = useGo();
  const box = useRef<HTMLDivElement>(null);
  const needs = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const submitted = needs.filter(({ status }) => status === 'submitted');
  const published = needs.filter(({ status }) => status === 'published');
  const ordered = [...submitted, ...published];
  const current = ordered.find(({ id }) => id === chosen) ?? ordered[0];
  const choose = (need: NeedSummary): void => setSearch({ need: need.id });
  const step = (by: 1 | -1): void => {
    const at = ordered.findIndex(({ id }) => id === current?.id);
    const next = ordered[Math.max(0, Math.min(ordered.length - 1, at + by))];
    if (!next) return;
    choose(next);
    box.current?.querySelector<HTMLElement>(`[data-need="${next.id}"]`)?.focus();
  };
  useShortcuts({
    J: () => step(1),
    K: () => step(-1),
    O: current ? () => go(`/needs/${current.id}`) : undefined,
  });
  const lines = (items: readonly NeedSummary[], title: string): ReactElement | null =>
    items.length === 0 ? null : (
      <section className="work-band">
        <header className="list-head">
          <h2>{title}</h2>
          <span className="meta">{t('triage.count', { count: items.length })}</span>
        </header>
        {items.map((need) => (
          <TriageLine
            key={need.id}
            need={need}
            current={need.id === current?.id}
            onChoose={() => choose(need)}
          />
        ))}
      </section>
    );
  return (
    <div className="wrap work-page">
      <header className="work-title">
        <PageTitle>
          {list.data ? <TriageSentence submitted={submitted} /> : t('triage.title')}
        </PageTitle>
      </header>
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <LoadingState lines={8} />
      ) : ordered.length === 0 ? (
        <EmptyState title={t('triage.empty')}>{t('triage.emptyText')}</EmptyState>
      ) : (
        <div className="triage-layout" ref={box}>
          <div>
            {lines(submitted, t('triage.waiting'))}
            {lines(published, t('triage.published'))}
            <KeyHints
              hints={[
                { keys: ['J', 'K'], does: t('triage.keys') },
                { keys: ['O'], does: t('triage.open') },
              ]}
            />
          </div>
          <aside className="triage-panel" aria-label={t('triage.panel')}>
            {current ? (
              <TriagePanel
                key={current.id}
                id={current.id}
                onMoved={() => setSearch({ need: undefined })}
              />
            ) : null}
          </aside>
        </div>
      )}
    </div>
  );
}

function TriageSentence({ submitted }: { submitted: readonly NeedSummary[] }): ReactElement {
  const formats = useFormats();
  const first = submitted[0]?.due;
  const key = !first
    ? 'triage.calm'
    : first.standing === 'overdue'
      ? 'triage.sentenceOver'
      : 'triage.sentence';
  return (
    <Rich
      book={workWords}
      k={key}
      values={{ count: submitted.length, due: first ? formats.due(first.at) : '' }}
      parts={{
        who: <span className="who" />,
        date: <span className="date" />,
        over: <span className="date over" />,
      }}
    />
  );
}

function TriageLine({
  need,
  current,
  onChoose,
}: {
  need: NeedSummary;
  current: boolean;
  onChoose: () => void;
}): ReactElement {
  return (
    <Link
      className="triage-line"
      to={`/needs/${need.id}`}
      data-need={need.id}
      aria-current={current || undefined}
      onClick={(event: MouseEvent) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey) return;
        if (!window.matchMedia(roomForPanel).matches) return;
        event.preventDefault();
        onChoose();
      }}
    >
      {need.due ? (
        <DueClock ticks={need.due.ticks} dueAt={need.due.at} variant="stacked" />
      ) : (
        <span />
      )}
      <span>
        <span className="song">{need.title}</span>
        <FactLine facts={[need.organisationName, placeName(need.regionName), need.industryName]} />
      </span>
    </Link>
  );
}

function TriagePanel({ id, onMoved }: { id: string; onMoved: () => void }): ReactElement {
  const t = workWords.useText();
  const { data, error, refetch } = useQuery(needQuery(id));
  const similar = useSimilar('need', {
    id,
    title: data?.title ?? '',
    text: data?.description ?? '',
  });
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return <LoadingState lines={6} />;
  return (
    <>
      <div className="card triage-need">
        <h2 className="song">{data.title}</h2>
        <OwnWords>{data.description}</OwnWords>
        <NeedFacts need={data} />
        <p>
          <Link to={`/needs/${data.id}`}>{t('triage.open')}</Link>
        </p>
      </div>
      <SimilarNotice similar={similar} on="page" version={data.version} />
      <NeedActions need={data} keySwitch={false} onMoved={onMoved} />
    </>
  );
}
