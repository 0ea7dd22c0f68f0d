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
  useFields,
  useListSearch,
} from '../../reference-data/web/index.ts';
import { languageCodes } from '../domain/experts.ts';
import { useAvailability } from './availability.ts';
import { directoryWords } from './directory-words.ts';
import { expertsQuery } from './directory-queries.ts';

/** All experts with their fields. */
export default function ExpertsPage(): ReactElement {
  const t = directoryWords.useText();
  const { q, region, page } = useListSearch();
  const setSearch = useSetSearch();
  const { field, language: asked } = useSearchTexts();
  const language = languageCodes.find((known) => known === asked);
  const fields = useFields();
  const availability = useAvailability();
  const query = useQuery({
    ...expertsQuery({ q, region, page, field, language }),
    placeholderData: keepPreviousData,
  });
  return (
    <ListPage
      path="/experts"
      title={t('experts.title')}
      lead={t('experts.lead')}
      filters={
        <ListFilters searchLabel={t('experts.search')}>
          <div className="select">
            <Select
              aria-label={t('experts.fields')}
              placeholder={t('experts.anyField')}
              value={field ?? ''}
              onChange={(value) => setSearch({ field: value, page: undefined })}
              options={fields}
            />
          </div>
          <div className="select">
            <Select
              aria-label={t('experts.languages')}
              placeholder={t('experts.anyLanguage')}
              value={language ?? ''}
              onChange={(value) => setSearch({ language: value, page: undefined })}
              options={languageCodes.map((value) => ({ value, label: t(`languages.${value}`) }))}
            />
          </div>
        </ListFilters>
      }
      query={query}
      count={(count) => t('experts.count', { count })}
      renderRow={(expert) => (
        <ListingRow
          key={expert.id}
          to={`/experts/${expert.id}`}
          title={<b>{expert.name}</b>}
          about={[
            expert.title,
            expert.organisationName,
            placeName(expert.regionName),
            expert.availability ? availability(expert) : null,
          ]}
        >
          <p className="excerpt" lang="zh-CN">
            {expert.research}
          </p>
        </ListingRow>
      )}
      empty={{ title: t('experts.empty'), text: t('experts.emptyText') }}
      headEnd={<TableLinks name="experts" query={{ q, region }} />}
      aside={<AskInstead />}
    />
  );
}
