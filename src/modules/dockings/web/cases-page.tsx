import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useNow } from '../../../ui/case/use-now.ts';
import { useShortcuts } from '../../../ui/case/use-shortcuts.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Filters } from '../../../ui/controls/Filters.tsx';
import { KeyHints } from '../../../ui/controls/KeyHints.tsx';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { useGo, useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { TableLinks } from '../../interchange/web/index.ts';
import { CaseTable } from './CaseTable.tsx';
import { CommandOnCase } from './CommandOnCase.tsx';
import { deskGroupOf } from './desk-groups.ts';
import { DeskFilters } from './DeskFilters.tsx';
import { DeskKeys } from './DeskKeys.tsx';
import { DeskPanel } from './DeskPanel.tsx';
import {
  dockingScopes,
  dockingsQuery,
  type DeskFilter,
  type DockingPage,
  type DockingScope,
} from './queries.ts';
import { useWide } from './use-wide.ts';
import { dockingWords } from './words.ts';

const countKey = { 'mine-to-do': 'mineToDo' } as const;
const countOf = (counts: DockingPage['counts'], scope: DockingScope): number =>
  counts[scope === 'mine-to-do' ? countKey[scope] : scope];

export default function CasesPage(): ReactElement {
  const t = dockingWords.useText();
  const common = words.useText();
  const { session } = useSession();
  const asked = useSearchTexts()['scope'];
  const setSearch = useSetSearch();
  const go = useGo();
  const wide = useWide();
  const scope = dockingScopes.find((known) => known === asked) ?? 'open';
  const [taking, setTaking] = useState<string>();
  const all = useInfiniteQuery(dockingsQuery('open'));
  const searched = useSearchTexts();
  const filter: DeskFilter = { region: searched['region'], team: searched['team'] };
  const list = useInfiniteQuery(dockingsQuery(scope, filter));
  const [reached, setReached] = useState<string>();
  const [enter, setEnter] = useState(0);
  const [keys, setKeys] = useState(false);
  useShortcuts({ '?': () => setKeys(true) });
  const counts = (list.data ?? all.data)?.pages[0]?.counts;
  const dockings = list.data?.pages.flatMap(({ items }) => items);
  const brokers = session.roles.includes('broker');
  const mayTake = brokers || session.roles.includes('operator');
  const scopes = dockingScopes.filter((known) => known !== 'free' || mayTake);
  // Whoever works cases all day has the case beside the list; on phones each has its own page.
  const panel = mayTake && scope !== 'ended' && scope !== 'free' && wide;
  const shown = dockings?.some(({ id }) => id === reached) ? reached : dockings?.[0]?.id;
  return (
    <div className={panel ? 'wrap wide desk-page' : 'wrap desk-page'}>
      <header>
        <PageTitle>
          {all.data ? <DeskSentence pages={all.data.pages} /> : t('page.cases')}
        </PageTitle>
        {counts ? (
          <span className="meta">
            {t('desk.sum', { open: counts.open, mine: counts.mineToDo })}
          </span>
        ) : null}
        {mayTake ? (
          <Link className="button small end" to="/my/leave">
            {t('desk.leave')}
          </Link>
        ) : null}
      </header>
      <Filters
        label={t('desk.scopes')}
        value={scope}
        onChange={(next) => setSearch({ scope: next === 'open' ? undefined : next })}
        options={scopes.map((value) => ({
          value,
          label: t(`desk.scope.${value}`),
          count: counts ? countOf(counts, value) : undefined,
        }))}
      />
      {mayTake ? <DeskFilters filter={filter} onChange={(next) => setSearch({ ...next })} /> : null}
      <DeskKeys open={keys} onClose={() => setKeys(false)} />
      {list.error ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : dockings === undefined ? (
        <LoadingState lines={8} />
      ) : dockings.length === 0 ? (
        <EmptyState
          title={t(`desk.empty.${scope}`)}
          actions={
            scope === 'open' ? (
              <Link className="button" to={brokers || mayTake ? '/needs' : '/work'}>
                {brokers || mayTake ? t('desk.toNeeds') : t('page.work')}
              </Link>
            ) : null
          }
        >
          {t(`desk.emptyText.${scope}`)}
        </EmptyState>
      ) : (
        <>
          <div className={panel ? 'desk-layout' : undefined}>
            <div>
              <CaseTable
                dockings={dockings}
                onReach={({ id }) => setReached(id)}
                onEnter={
                  panel
                    ? ({ id }) => {
                        setReached(id);
                        setEnter(enter + 1);
                      }
                    : undefined
                }
                onTake={scope === 'free' && brokers ? ({ id }) => setTaking(id) : undefined}
              />
              {list.hasNextPage ? (
                <p className="desk-more">
                  <Button
                    pending={list.isFetchingNextPage}
                    onClick={() => void list.fetchNextPage()}
                  >
                    {common('button.more')}
                  </Button>
                </p>
              ) : null}
              <TableLinks name="cases" query={{ scope }} />
              <KeyHints
                hints={[
                  { keys: ['J', 'K'], does: t('desk.keys') },
                  { keys: ['↵'], does: t(panel ? 'keys.enter' : 'desk.enter') },
                  { keys: ['?'], does: t('keys.help') },
                ]}
              />
            </div>
            {panel && shown ? <DeskPanel id={shown} enter={enter} /> : null}
          </div>
        </>
      )}
      {taking ? (
        <CommandOnCase
          id={taking}
          name="take"
          onClose={() => setTaking(undefined)}
          onDone={() => go(`/cases/${taking}`)}
        />
      ) : null}
    </div>
  );
}

/** How many want doing today, before anything else. */
function DeskSentence({ pages }: { pages: readonly DockingPage[] }): ReactElement {
  const now = useNow();
  const dockings = pages.flatMap(({ items }) => items);
  const over = dockings.filter((docking) => deskGroupOf(docking, now) === 'overdue').length;
  const today = dockings.filter((docking) => deskGroupOf(docking, now) === 'today').length;
  const open = pages[0]?.counts.open ?? dockings.length;
  const count = over + today;
  const parts = { over: <span className="over-text" />, soon: <span className="soon-text" /> };
  const key =
    count === 0
      ? open === 0
        ? 'none'
        : 'calm'
      : today === 0
        ? 'firstOver'
        : over === 0
          ? 'firstToday'
          : 'first';
  return (
    <Rich
      book={dockingWords}
      k={`desk.${key}`}
      values={{ count: count === 0 ? open : count, over, today }}
      parts={parts}
    />
  );
}
