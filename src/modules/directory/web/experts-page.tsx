import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { TableLinks } from '../../interchange/web/index.ts';
import {
  AskInstead,
  ListFilters,
  ListPage,
  placeName,
  useListSearch,
} from '../../reference-data/web/index.ts';
import { directoryWords } from './directory-words.ts';
import { expertsQuery } from './directory-queries.ts';

/** All experts with their fields. */
export default function ExpertsPage(): ReactElement {
  const t = directoryWords.useText();
  const { q, region, page } = useListSearch();
  const query = useQuery({
    ...expertsQuery({ q, region, page }),
    placeholderData: keepPreviousData,
  });
  return (
    <ListPage
      path="/experts"
      title={t('experts.title')}
      lead={t('experts.lead')}
      filters={<ListFilters searchLabel={t('experts.search')} />}
      query={query}
      count={(count) => t('experts.count', { count })}
      renderRow={(expert) => (
        <ListingRow
          key={expert.id}
          to={`/experts/${expert.id}`}
          title={<b>{expert.name}</b>}
          about={[expert.title, expert.organisationName, placeName(expert.regionName)]}
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
