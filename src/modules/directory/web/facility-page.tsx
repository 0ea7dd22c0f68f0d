import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Facts } from '../../../ui/listing/Facts.tsx';
import { usePathParam } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { placeName } from '../../reference-data/web/index.ts';
import { BookingCalendar } from './BookingCalendar.tsx';
import { BookingRow } from './BookingRow.tsx';
import { bookingsQuery, facilityQuery, type FacilityDetail } from './directory-queries.ts';
import { directoryWords } from './directory-words.ts';
import { EntryActions } from './EntryActions.tsx';
import { EntryStanding } from './EntryStanding.tsx';
import { facilityWords } from './facility-words.ts';
import { useLength, useOpeningLines } from './opening-words.ts';
import './entry-page.css';
import './facility.css';

/** One facility: what it can do, its rules, when it is free; for its owner also who comes. */
export default function FacilityPage(): ReactElement {
  const t = facilityWords.useText();
  const directory = directoryWords.useText();
  const id = usePathParam('facilityId');
  const { data: facility, error, refetch } = useQuery(facilityQuery(id));
  if (!facility) {
    return (
      <div className="wrap section">
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState lines={8} />
        )}
      </div>
    );
  }
  return (
    <div className="wrap entry-page facts-first">
      <header>
        <p className="meta crumbs">
          <Link to="/facilities">{t('title')}</Link>
        </p>
        <PageTitle>{facility.name}</PageTitle>
        <p className="meta">
          <span>{t(`categories.${facility.category}`)}</span>
          {facility.isExample ? <span className="tag">{directory('example')}</span> : null}
          <Link to={`/organisations/${facility.organisationId}`}>{facility.organisationName}</Link>
        </p>
        <EntryStanding path="/facilities" status={facility.status} />
      </header>
      <div className="body">
        <section>
          <h2>{t('abilities')}</h2>
          <p className="text" lang="zh-CN">
            {facility.abilities}
          </p>
        </section>
        {facility.manages ? <OwnerBookings id={facility.id} /> : null}
        <BookingCalendar facility={facility} />
      </div>
      <Aside facility={facility} />
    </div>
  );
}

function Aside({ facility }: { facility: FacilityDetail }): ReactElement {
  const t = facilityWords.useText();
  const length = useLength();
  const openingLines = useOpeningLines();
  const { opening, bookable } = facility;
  return (
    <aside>
      <Facts
        facts={[
          { label: t('facts.model'), value: facility.model },
          { label: t('facts.fee'), value: facility.fee },
          { label: t('facts.place'), value: facility.place },
          { label: t('facts.region'), value: placeName(facility.regionName) },
          {
            label: t('facts.opening'),
            value: bookable
              ? openingLines(opening).map((line) => (
                  <span className="line" key={line}>
                    {line}
                  </span>
                ))
              : null,
          },
          { label: t('facts.slot'), value: bookable ? length(facility.slotMinutes) : null },
          { label: t('facts.longest'), value: bookable ? length(facility.longestMinutes) : null },
          {
            label: t('facts.lead'),
            value: bookable
              ? facility.leadDays === 0
                ? t('sameDay')
                : t('days', { count: facility.leadDays })
              : null,
          },
          {
            label: t('facts.approval'),
            value: bookable
              ? t(facility.needsApproval ? 'facts.needsApproval' : 'facts.atOnce')
              : t('notBookable'),
          },
        ]}
      />
      {facility.manages ? (
        <EntryActions
          subject="facility"
          id={facility.id}
          name={facility.name}
          version={facility.version}
          actions={facility.actions}
        />
      ) : null}
    </aside>
  );
}

/** Who wants it and who comes, for its owner. */
function OwnerBookings({ id }: { id: string }): ReactElement {
  const t = facilityWords.useText();
  const { data, error, refetch } = useQuery(bookingsQuery(id));
  return (
    <section>
      <h2>{t('bookings.owner')}</h2>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={3} /> : null}
      {data?.length === 0 ? <p className="meta">{t('bookings.ownerEmpty')}</p> : null}
      {data?.map((booking) => (
        <BookingRow key={booking.id} booking={booking} forOwner />
      ))}
    </section>
  );
}
