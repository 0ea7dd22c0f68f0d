import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { BookingRow } from './BookingRow.tsx';
import { myBookingsQuery } from './directory-queries.ts';
import { facilityWords } from './facility-words.ts';
import './entry-page.css';

/** What I have booked, the next first. */
export default function MyBookingsPage(): ReactElement {
  const t = facilityWords.useText();
  const { data, error, refetch } = useQuery(myBookingsQuery());
  return (
    <div className="wrap people-page">
      <header>
        <p className="meta crumbs">
          <Link to="/facilities">{t('title')}</Link>
        </p>
        <PageTitle>{t('bookings.mine')}</PageTitle>
        <p className="lead">{t('bookings.mineLead')}</p>
      </header>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={6} /> : null}
      {data?.length === 0 ? (
        <EmptyState
          title={t('bookings.mineEmpty')}
          actions={
            <Link className="button" to="/facilities">
              {t('bookings.toFacilities')}
            </Link>
          }
        />
      ) : null}
      {data && data.length > 0 ? (
        <section>
          {data.map((booking) => (
            <BookingRow key={booking.id} booking={booking} />
          ))}
        </section>
      ) : null}
    </div>
  );
}
