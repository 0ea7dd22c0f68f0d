import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { shiftDate } from '../../../kernel/calendar.ts';
import { useFormats } from '../../../ui/i18n/format.ts';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { reportsQuery } from './team-queries.ts';
import { teamWords } from './team-words.ts';
import './teams.css';

/** Weekly reports that one writes, approves or gets. */
export default function ReportsPage(): ReactElement {
  const t = teamWords.useText();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(reportsQuery());
  return (
    <div className="wrap teams-page">
      <p className="crumb">
        <Link to="/teams">{t('list.title')}</Link>
      </p>
      <PageTitle>{t('report.listTitle')}</PageTitle>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={6} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('report.listNone')}>{t('report.listNoneText')}</EmptyState>
      ) : (
        data.items.map((report) => (
          <ListingRow
            key={report.id}
            level={2}
            to={`/reports/${report.id}`}
            title={report.teamName}
            about={[
              t('report.week', {
                from: formats.day(report.weekOf),
                until: formats.day(shiftDate(report.weekOf, 6)),
              }),
              t(`report.status.${report.status}`),
              report.waitingFor,
            ]}
            outcome={
              report.due ? <DueClock ticks={report.due.ticks} dueAt={report.due.at} /> : undefined
            }
          />
        ))
      )}
    </div>
  );
}
