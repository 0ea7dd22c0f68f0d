import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from '../../../ui/shell/Link.tsx';
import { TableLinks } from '../../interchange/web/index.ts';
import {
  AskInstead,
  ListFilters,
  ListPage,
  useListSearch,
} from '../../reference-data/web/index.ts';
import { exchangeWords } from './exchange-words.ts';
import { needsQuery } from './listing-queries.ts';
import { NeedRow } from './need-row.tsx';

/** All public needs, newest first. */
export default function NeedsListPage(): ReactElement {
  const t = exchangeWords.useText();
  const search = useListSearch();
  const query = useQuery({ ...needsQuery(search), placeholderData: keepPreviousData });
  const publish = (
    <Link className="button primary" to="/needs/new">
      {t('needs.publish')}
    </Link>
  );
  return (
    <ListPage
      path="/needs"
      title={t('needs.title')}
      lead={t('needs.lead')}
      filters={<ListFilters searchLabel={t('needs.search')} industry />}
      query={query}
      count={(count) => t('needs.count', { count })}
      renderRow={(need) => <NeedRow key={need.id} need={need} excerpt />}
      empty={{ title: t('needs.empty'), text: t('needs.emptyText'), actions: publish }}
      headEnd={
        <>
          <TableLinks
            name="needs"
            query={{ q: search.q, region: search.region, industry: search.industry }}
            feed
          />
          <Link to="/needs/new">{t('needs.publish')}</Link>
        </>
      }
      aside={<AskInstead />}
    />
  );
}
