import { queryOptions } from '@tanstack/react-query';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { exchangeClient } from './exchange-client.ts';

type ListInput = {
  q?: string | undefined;
  region?: string | undefined;
  industry?: string | undefined;
  page?: number;
  pageSize?: number;
};

/** Names of places and industries come in the reader's language, so that is part of every key. */
export const needsQuery = (input: ListInput) =>
  queryOptions({
    queryKey: ['needs', 'list', input, currentLanguage()],
    queryFn: ({ signal }) => exchangeClient.listNeeds(input, { signal }),
  });

export const achievementsQuery = (input: ListInput & { trlFrom?: number | undefined }) =>
  queryOptions({
    queryKey: ['achievements', 'list', input, currentLanguage()],
    queryFn: ({ signal }) => exchangeClient.listAchievements(input, { signal }),
  });

export const myAchievementsQuery = (page: number) =>
  queryOptions({
    queryKey: ['achievements', 'mine', page, currentLanguage()],
    queryFn: ({ signal }) => exchangeClient.listMyAchievements({ page }, { signal }),
  });

export const achievementQuery = (id: string) =>
  queryOptions({
    queryKey: ['achievements', 'one', id, currentLanguage()],
    queryFn: ({ signal }) => exchangeClient.getAchievement({ id }, { signal }),
  });
