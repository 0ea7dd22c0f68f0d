import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from '../../../ui/shell/Link.tsx';
import { ListPage, useListSearch } from '../../reference-data/web/index.ts';
import { AchievementRow } from './achievement-row.tsx';
import { AchievementStatus } from './achievement-status.tsx';
import { exchangeWords } from './exchange-words.ts';
import { myAchievementsQuery } from './listing-queries.ts';

/** What my organisations have to offer, in every state. */
export default function AchievementMinePage(): ReactElement {
  const t = exchangeWords.useText();
  const { page } = useListSearch();
  const query = useQuery(myAchievementsQuery(page));
  const enter = (
    <Link className="button primary" to="/achievements/new">
      {t('achievements.new')}
    </Link>
  );
  return (
    <ListPage
      path="/my/achievements"
      title={t('achievements.mine')}
      lead={t('achievements.mineLead')}
      query={query}
      count={(count) => t('achievements.count', { count })}
      renderRow={(achievement) => (
        <AchievementRow
          key={achievement.id}
          achievement={achievement}
          outcome={<AchievementStatus status={achievement.status} />}
        />
      )}
      empty={{
        title: t('achievements.mineEmpty'),
        text: t('achievements.mineEmptyText'),
        actions: enter,
      }}
      headEnd={query.data && query.data.total > 0 ? enter : undefined}
    />
  );
}
