import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { AchievementRow } from './achievement-row.tsx';
import { exchangeWords } from './exchange-words.ts';
import { achievementsQuery, needsQuery } from './listing-queries.ts';
import { NeedRow } from './need-row.tsx';

/** The newest public needs, for the home page. */
export function LatestNeeds({ most }: { most: number }): ReactElement {
  const t = exchangeWords.useText();
  const { data, error, refetch } = useQuery(needsQuery({ pageSize: most }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  if (data.items.length === 0) return <EmptyState title={t('needs.empty')} />;
  return (
    <>
      {data.items.map((need) => (
        <NeedRow key={need.id} need={need} />
      ))}
    </>
  );
}

/** The newest public achievements, for the home page. */
export function LatestAchievements({ most }: { most: number }): ReactElement {
  const t = exchangeWords.useText();
  const { data, error, refetch } = useQuery(achievementsQuery({ pageSize: most }));
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState />;
  if (data.items.length === 0) return <EmptyState title={t('achievements.empty')} />;
  return (
    <>
      {data.items.map((achievement) => (
        <AchievementRow key={achievement.id} achievement={achievement} />
      ))}
    </>
  );
}
