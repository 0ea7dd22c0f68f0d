import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { createClient } from '../../../ui/client.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Filters } from '../../../ui/controls/Filters.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { defineMessages } from '../../../ui/i18n/messages.ts';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import { useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { CommandOnCase } from '../../dockings/web/index.ts';
import { deskContract } from '../contract.ts';
import zhCN from '../i18n/zh-CN.ts';
import './stuck.css';

const deskWords = defineMessages('desk', zhCN, () => import('../i18n/en.ts'));
const deskApi = createClient(deskContract);
type Stuck = Awaited<ReturnType<typeof deskApi.listStuck>>;
type Thing = Stuck['holders'][number]['things'][number];

const stuckQuery = () =>
  queryOptions({
    queryKey: ['stuck', currentLanguage()],
    queryFn: () => deskApi.listStuck({}),
  });

const kinds = ['docking', 'need', 'claim', 'booking', 'dispatch', 'report'] as const;
type CaseAction = 'remind' | 'assign' | 'pause';

/** Everything that is overdue or silent, by the one who holds it; cases are moved right from their rows. */
export default function StuckPage(): ReactElement {
  const t = deskWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const asked = useSearchTexts()['kind'];
  const setSearch = useSetSearch();
  const [open, setOpen] = useState<{ id: string; name: CaseAction }>();
  const { data, error, refetch } = useQuery(stuckQuery());
  const kind = kinds.find((known) => known === asked);
  const holders = (data?.holders ?? [])
    .map((holder) => ({
      ...holder,
      things: holder.things.filter((thing) => kind === undefined || thing.kind === kind),
    }))
    .filter(({ things }) => things.length > 0);
  const moment = data ? formats.moment(data.asOf) : undefined;
  return (
    <div className="wrap stuck-page">
      <PageTitle>
        {data === undefined ? (
          t('title')
        ) : data.holders.length === 0 ? (
          t('none')
        ) : (
          <StuckSentence holders={data.holders} />
        )}
      </PageTitle>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={8} />
      ) : data.holders.length === 0 ? (
        <EmptyState title={t('none')}>{t('noneText', { days: data.silentDays })}</EmptyState>
      ) : (
        <>
          <p className="meta">
            {t('about', { days: data.silentDays, at: `${moment?.day} ${moment?.time}` })}
            {data.more ? ` ${t('more')}` : ''}
          </p>
          <Filters
            label={t('filter')}
            value={kind ?? 'all'}
            onChange={(next) => setSearch({ kind: next === 'all' ? undefined : next })}
            options={[
              { value: 'all' as const, label: t('kind.all') },
              ...kinds.flatMap((value) => {
                const found = data.kinds.find((each) => each.kind === value);
                return found ? [{ value, label: t(`kind.${value}`), count: found.count }] : [];
              }),
            ]}
          />
          {holders.map(({ key, name, things }) => (
            <section key={key} className="stuck-holder">
              <h2>{t('holder', { name, count: things.length })}</h2>
              <ul>
                {things.map((thing) => (
                  <StuckRow
                    key={`${thing.kind} ${thing.id}`}
                    thing={thing}
                    onAct={(action) => setOpen({ id: thing.id, name: action })}
                  />
                ))}
              </ul>
            </section>
          ))}
        </>
      )}
      {open ? (
        <CommandOnCase
          id={open.id}
          name={open.name}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined);
            void queries.invalidateQueries({ queryKey: stuckQuery().queryKey });
          }}
        />
      ) : null}
    </div>
  );
}

function StuckSentence({ holders }: { holders: Stuck['holders'] }): ReactElement {
  const things = holders.flatMap((holder) => holder.things);
  const over = things.filter(({ standing }) => standing === 'overdue').length;
  const silent = things.length - over;
  return (
    <Rich
      book={deskWords}
      k={over === 0 ? 'sentenceSilent' : silent === 0 ? 'sentenceOver' : 'sentence'}
      values={{ count: things.length, holders: holders.length, over, silent }}
      parts={{ over: <span className="over-text" /> }}
    />
  );
}

function StuckRow({
  thing,
  onAct,
}: {
  thing: Thing;
  onAct: (action: CaseAction) => void;
}): ReactElement {
  const t = deskWords.useText();
  const formats = useFormats();
  const kind = kinds.find((known) => known === thing.kind);
  return (
    <li>
      <span className="stuck-due">
        {thing.standing === 'overdue' && thing.due ? (
          <DueClock ticks={thing.due.ticks} dueAt={thing.due.at} variant="stacked" />
        ) : (
          <span className="meta">{t('silent', { day: formats.day(thing.lastAt) })}</span>
        )}
      </span>
      <span className="stuck-what">
        <Link className="song" to={thing.path}>
          {thing.title}
        </Link>
        <span className="meta">
          {[kind ? t(`kind.${kind}`) : '', thing.number, thing.task].filter(Boolean).join('　')}
        </span>
      </span>
      <span className="stuck-acts">
        {thing.kind === 'docking' ? (
          (['remind', 'assign', 'pause'] as const).map((action) => (
            <Button
              key={action}
              small
              aria-label={t('named', { action: t(`action.${action}`), title: thing.title })}
              onClick={() => onAct(action)}
            >
              {t(`action.${action}`)}
            </Button>
          ))
        ) : (
          <Link
            className="button small"
            to={thing.path}
            aria-label={t('named', { action: t('action.open'), title: thing.title })}
          >
            {t('action.open')}
          </Link>
        )}
      </span>
    </li>
  );
}
