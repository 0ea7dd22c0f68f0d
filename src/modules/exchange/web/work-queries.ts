import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import type { exchangeContract } from '../contract.ts';
import { exchangeClient } from './exchange-client.ts';

type Outputs = InferContractRouterOutputs<typeof exchangeContract>;
export type NeedDetail = Outputs['getNeed'];
export type NeedSummary = Outputs['listMyNeeds']['items'][number];

const keys = {
  one: (id: string) => ['needs', 'one', id, currentLanguage()],
  lists: { mine: ['needs', 'mine'], triage: ['needs', 'triage'], open: ['needs', 'list'] },
};

export const needQuery = (id: string) =>
  queryOptions({ queryKey: keys.one(id), queryFn: () => exchangeClient.getNeed({ id }) });

// The longest page there is: what waits for triage must not hide behind what waits for a docking.
const pageSize = 100;
type Page = Outputs['listMyNeeds'];
const nextPage = (last: Page): number | undefined =>
  last.page * last.pageSize < last.total ? last.page + 1 : undefined;

export const myNeedsQuery = () =>
  infiniteQueryOptions({
    queryKey: [...keys.lists.mine, currentLanguage()],
    queryFn: ({ pageParam }) => exchangeClient.listMyNeeds({ page: pageParam, pageSize }),
    initialPageParam: 1,
    getNextPageParam: nextPage,
  });

export const triageQuery = () =>
  infiniteQueryOptions({
    queryKey: [...keys.lists.triage, currentLanguage()],
    queryFn: ({ pageParam }) => exchangeClient.listTriage({ page: pageParam, pageSize }),
    initialPageParam: 1,
    getNextPageParam: nextPage,
  });

/** What a command answered replaces what was read; every list may have changed. */
export function keepNeed(queries: QueryClient, need: NeedDetail): void {
  queries.setQueryData(keys.one(need.id), need);
  for (const queryKey of Object.values(keys.lists)) void queries.invalidateQueries({ queryKey });
}
