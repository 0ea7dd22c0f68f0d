import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from '../../../ui/shell/Link.tsx';
import { ListPage, useListSearch } from '../../reference-data/web/index.ts';
import { myMatchesQuery } from './standing-queries.ts';
import { standingWords } from './standing-words.ts';
import { StandingRows } from './StandingRows.tsx';

const pageSize = 20;

/** Everything that matches what is mine, newest first. */
export default function MyMatchesPage(): ReactElement {
  const t = standingWords.useText();
  const { page } = useListSearch();
  const query = useQuery(myMatchesQuery(page, pageSize));
  return (
    <ListPage
      path="/my/matches"
      title={t('list.title')}
      lead={t('list.lead')}
      query={query}
      count={(count) => t('list.count', { count })}
      renderRow={(match) => (
        <StandingRows key={`${match.side}-${match.needId}-${match.offerId}`} matches={[match]} />
      )}
      empty={{
        title: t('list.empty'),
        text: t('list.emptyText'),
        actions: (
          <Link className="button" to="/needs">
            {t('list.toNeeds')}
          </Link>
        ),
      }}
    />
  );
}
