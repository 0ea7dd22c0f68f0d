import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement, ReactNode } from 'react';
import { ClaimLines, claimsQuery } from '../modules/directory/web/index.ts';
import { pageTitles as directoryTitles } from '../modules/directory/web/page-titles.ts';
import { CaseTable, dockingsQuery } from '../modules/dockings/web/index.ts';
import { NeedLines } from '../modules/exchange/web/need-lines.tsx';
import { myNeedsQuery, triageQuery } from '../modules/exchange/web/work-queries.ts';
import { workWords } from '../modules/exchange/web/work-words.ts';
import { myMatchesQuery, StandingRows } from '../modules/matching/web/index.ts';
import { Rich } from '../ui/i18n/Rich.tsx';
import { useSession } from '../ui/session.ts';
import { Link } from '../ui/shell/Link.tsx';
import { PageTitle } from '../ui/shell/PageTitle.tsx';
import { ErrorState } from '../ui/states/ErrorState.tsx';
import { LoadingState } from '../ui/states/LoadingState.tsx';
import '../modules/exchange/web/work.css';

/** How many lines a band shows; the rest is on its own page. */
const mostLines = 6;

/** What waits for me now, whatever my role; where signing in leads. */
export default function WorkPage(): ReactElement {
  const t = workWords.useText();
  const { session } = useSession();
  const is = (...roles: typeof session.roles): boolean =>
    roles.some((role) => session.roles.includes(role));
  const works = is('enterprise', 'expert', 'broker', 'operator');
  const operates = is('operator');
  const turn = useInfiniteQuery({ ...dockingsQuery('mine-to-do'), enabled: works });
  const overdue = useInfiniteQuery({ ...dockingsQuery('overdue'), enabled: operates });
  const free = useInfiniteQuery({ ...dockingsQuery('free'), enabled: is('broker') || operates });
  const mine = useInfiniteQuery({ ...myNeedsQuery(), enabled: is('enterprise') });
  const triage = useInfiniteQuery({ ...triageQuery(), enabled: operates });
  const claims = useQuery({ ...claimsQuery(), enabled: operates });
  // Nothing here waits for it: a list of matches that fails holds up nothing else.
  const matches = useQuery({
    ...myMatchesQuery(1, mostLines),
    enabled: is('enterprise', 'expert'),
  });
  const reads = [turn, overdue, free, mine, triage, claims];
  const failed = reads.find(({ error }) => error);
  const waits = reads.some(({ isLoading }) => isLoading);

  const cases = itemsOf(turn.data);
  const inTurn = new Set(cases.map(({ id }) => id));
  const lateCases = itemsOf(overdue.data).filter(({ id }) => !inTurn.has(id));
  const freeCases = itemsOf(free.data).filter(({ id }) => !inTurn.has(id));
  const needs = itemsOf(mine.data);
  const returned = needs.filter(({ status }) => status === 'returned');
  const drafts = needs.filter(({ status }) => status === 'draft');
  const listed = itemsOf(triage.data);
  const submitted = listed.filter(({ status }) => status === 'submitted');
  const stale = listed.filter(
    ({ status, due }) => status === 'published' && due?.standing === 'overdue',
  );
  const claimed = claims.data?.waiting ?? [];
  const pressing = [...cases, ...returned, ...submitted, ...lateCases, ...stale, ...claimed];
  const over = pressing.filter(({ due }) => due?.standing === 'overdue').length;
  const key =
    pressing.length === 0 ? 'work.calm' : over > 0 ? 'work.sentenceOver' : 'work.sentence';

  return (
    <div className="wrap work-page">
      <header className="work-title">
        <PageTitle>
          {waits || failed ? (
            t('work.title')
          ) : (
            <Rich
              book={workWords}
              k={key}
              values={{ count: pressing.length, over }}
              parts={{ who: <span className="who" />, over: <span className="over" /> }}
            />
          )}
        </PageTitle>
      </header>
      {failed ? (
        <ErrorState error={failed.error} onRetry={() => void failed.refetch()} />
      ) : waits ? (
        <LoadingState lines={8} />
      ) : (
        <>
          {pressing.length === 0 ? <p className="work-calm">{t('work.calmText')}</p> : null}
          <Band title={t('work.cases')} items={cases} all="/cases?scope=mine-to-do">
            {(items) => <CaseTable dockings={items} grouped={false} />}
          </Band>
          <Band title={t('work.returned')} items={returned} all="/my/needs">
            {(items) => <NeedLines needs={items} label={t('work.returned')} level={3} />}
          </Band>
          <Band title={t('work.triage')} items={submitted} all="/triage">
            {(items) => <NeedLines needs={items} label={t('work.triage')} level={3} />}
          </Band>
          <Band title={directoryTitles.text('claims')} items={claimed} all="/claims">
            {(items) => <ClaimLines claims={items} />}
          </Band>
          <Band title={t('work.overdue')} items={lateCases} all="/cases?scope=overdue">
            {(items) => <CaseTable dockings={items} grouped={false} />}
          </Band>
          <Band title={t('work.stale')} items={stale} all="/triage">
            {(items) => <NeedLines needs={items} label={t('work.stale')} level={3} />}
          </Band>
          <Band title={t('work.free')} items={freeCases} all="/cases?scope=free">
            {(items) => <CaseTable dockings={items} grouped={false} />}
          </Band>
          <Band
            title={t('work.matches')}
            items={matches.data?.items ?? []}
            count={matches.data?.total}
            all="/my/matches"
          >
            {(items) => <StandingRows matches={items} />}
          </Band>
          {matches.error ? (
            <ErrorState error={matches.error} onRetry={() => void matches.refetch()} />
          ) : null}
          <Band title={t('work.drafts')} items={drafts} all="/my/needs">
            {(items) => <NeedLines needs={items} label={t('work.drafts')} level={3} />}
          </Band>
          {session.organisations.length === 0 && !is('broker', 'operator', 'expert', 'admin') ? (
            <p className="work-calm">{t('work.welcome')}</p>
          ) : null}
          <Ways />
        </>
      )}
    </div>
  );
}

function itemsOf<T>(data: { pages: { items: T[] }[] } | undefined): T[] {
  return data?.pages.flatMap(({ items }) => items) ?? [];
}

function Band<T>({
  title,
  items,
  count = items.length,
  all,
  children,
}: {
  title: string;
  items: readonly T[];
  /** Of all, when only some were read. */
  count?: number;
  all: string;
  children: (items: readonly T[]) => ReactNode;
}): ReactElement | null {
  const t = workWords.useText();
  if (items.length === 0) return null;
  return (
    <section className="work-band">
      <header className="list-head">
        <h2>{title}</h2>
        <span className="meta">{count}</span>
        <Link className="end" to={all}>
          {t('work.all')}
        </Link>
      </header>
      {children(items.slice(0, mostLines))}
    </section>
  );
}

/** Where else to go, by what one is here. */
function Ways(): ReactElement {
  const t = workWords.useText();
  const { session } = useSession();
  const is = (role: (typeof session.roles)[number]): boolean => session.roles.includes(role);
  const ways = [
    session.organisations.length === 0 && !is('broker') && !is('operator') && !is('admin')
      ? { to: '/welcome', key: 'welcome' as const }
      : null,
    is('enterprise') ? { to: '/needs/new', key: 'ask' as const } : null,
    is('enterprise') ? { to: '/my/needs', key: 'myNeeds' as const } : null,
    is('operator') ? { to: '/triage', key: 'triage' as const } : null,
    is('enterprise') || is('expert') || is('broker') || is('operator')
      ? { to: '/cases', key: 'cases' as const }
      : null,
    is('expert') ? { to: '/achievements/new', key: 'achievement' as const } : null,
    { to: '/needs', key: 'needs' as const },
  ];
  return (
    <div className="work-links">
      {ways.map((way) =>
        way === null ? null : (
          <Link key={way.to} className="button" to={way.to}>
            {t(`work.links.${way.key}`)}
          </Link>
        ),
      )}
    </div>
  );
}
