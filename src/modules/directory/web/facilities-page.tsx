import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Select } from '../../../ui/forms/Select.tsx';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { TableLinks } from '../../interchange/web/index.ts';
import {
  AskInstead,
  ListFilters,
  ListPage,
  placeName,
  useListSearch,
} from '../../reference-data/web/index.ts';
import { facilityCategories } from '../domain/facilities.ts';
import { facilitiesQuery } from './directory-queries.ts';
import { facilityWords } from './facility-words.ts';

/** Instruments and facilities that others may use. */
export default function FacilitiesPage(): ReactElement {
  const t = facilityWords.useText();
  const { q, region, page } = useListSearch();
  const setSearch = useSetSearch();
  const search = useSearchTexts();
  const { session } = useSession();
  const category = facilityCategories.find((known) => known === search['category']);
  const bookable = search['bookable'] === 'yes' || undefined;
  const query = useQuery({
    ...facilitiesQuery({ q, region, page, category, bookable }),
    placeholderData: keepPreviousData,
  });
  return (
    <ListPage
      path="/facilities"
      title={t('title')}
      lead={t('lead')}
      filters={
        <ListFilters searchLabel={t('search')}>
          <div className="select">
            <Select
              aria-label={t('facts.category')}
              placeholder={t('anyCategory')}
              value={category ?? ''}
              onChange={(value) => setSearch({ category: value, page: undefined })}
              options={facilityCategories.map((value) => ({
                value,
                label: t(`categories.${value}`),
              }))}
            />
          </div>
          <div className="select">
            <Select
              aria-label={t('facts.approval')}
              placeholder={t('anyBooking')}
              value={bookable ? 'yes' : ''}
              onChange={(value) => setSearch({ bookable: value, page: undefined })}
              options={[{ value: 'yes', label: t('onlyBookable') }]}
            />
          </div>
        </ListFilters>
      }
      query={query}
      count={(count) => t('count', { count })}
      headEnd={
        <>
          {session.signedIn ? <Link to="/my/bookings">{t('bookings.mine')}</Link> : null}{' '}
          <TableLinks name="facilities" query={{ q, region, category, bookable }} />
        </>
      }
      renderRow={(facility) => (
        <ListingRow
          key={facility.id}
          to={`/facilities/${facility.id}`}
          title={<b>{facility.name}</b>}
          about={[
            t(`categories.${facility.category}`),
            facility.organisationName,
            placeName(facility.regionName),
          ]}
          outcome={
            <>
              {t(facility.bookable ? 'bookable' : 'notBookable')}
              {facility.fee ? <small>{facility.fee}</small> : null}
            </>
          }
        >
          <p className="excerpt" lang="zh-CN">
            {facility.abilities}
          </p>
        </ListingRow>
      )}
      empty={{ title: t('empty'), text: t('emptyText') }}
      aside={<AskInstead />}
    />
  );
}
