import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Select } from '../../../ui/forms/Select.tsx';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { TableLinks } from '../../interchange/web/index.ts';
import {
  AskInstead,
  ListFilters,
  ListPage,
  placeName,
  useListSearch,
} from '../../reference-data/web/index.ts';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { carrierTypes, organisationKinds } from '../domain/directory.policy.ts';
import { directoryWords } from './directory-words.ts';
import { organisationsQuery } from './directory-queries.ts';

/** All organisations that take part. */
export default function OrganisationsPage(): ReactElement {
  const t = directoryWords.useText();
  const { q, region, page } = useListSearch();
  const setSearch = useSetSearch();
  const asked = useSearchTexts()['kind'];
  const kind = organisationKinds.find((known) => known === asked);
  const askedType = useSearchTexts()['type'];
  const carrierType =
    kind === 'carrier' ? carrierTypes.find((known) => known === askedType) : undefined;
  const { session } = useSession();
  const query = useQuery({
    ...organisationsQuery({ q, region, page, kind, carrierType }),
    placeholderData: keepPreviousData,
  });
  return (
    <ListPage
      path="/organisations"
      title={t('organisations.title')}
      lead={t('organisations.lead')}
      filters={
        <ListFilters searchLabel={t('organisations.search')}>
          <div className="select">
            <Select
              aria-label={t('organisations.kind')}
              placeholder={t('organisations.anyKind')}
              value={kind ?? ''}
              onChange={(value) => setSearch({ kind: value, type: undefined, page: undefined })}
              options={organisationKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
          </div>
          {kind === 'carrier' ? (
            <div className="select">
              <Select
                aria-label={t('organisations.carrierType')}
                placeholder={t('organisations.anyCarrierType')}
                value={carrierType ?? ''}
                onChange={(value) => setSearch({ type: value, page: undefined })}
                options={carrierTypes.map((value) => ({
                  value,
                  label: t(`carrierTypes.${value}`),
                }))}
              />
            </div>
          ) : null}
        </ListFilters>
      }
      query={query}
      count={(count) => t('organisations.count', { count })}
      renderRow={(organisation) => (
        <ListingRow
          key={organisation.id}
          to={`/organisations/${organisation.id}`}
          title={organisation.name}
          about={[
            organisation.carrierType
              ? t(`carrierTypes.${organisation.carrierType}`)
              : t(`kinds.${organisation.kind}`),
            placeName(organisation.regionName),
          ]}
        />
      )}
      empty={{ title: t('organisations.empty'), text: t('organisations.emptyText') }}
      headEnd={
        <>
          {session.roles.includes('operator') ? (
            <Link to="/organisations/new">{t('organisations.enter')}</Link>
          ) : null}{' '}
          <TableLinks name="organisations" query={{ q, region, kind }} />
        </>
      }
      aside={<AskInstead />}
    />
  );
}
