import { infiniteQueryOptions, queryOptions, type QueryClient } from '@tanstack/react-query';
import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract';
import { createClient } from '../../../ui/client.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { dockingsContract } from '../contract.ts';

export const dockingsApi = createClient(dockingsContract);

type Outputs = InferContractRouterOutputs<typeof dockingsContract>;
export type DockingPage = Outputs['listDockings'];
export type DockingSummary = DockingPage['items'][number];
export type DockingDetail = Outputs['getDocking'];
export type DockingEntry = DockingDetail['history'][number];
export type Proposal = InferContractRouterInputs<typeof dockingsContract>['proposeDocking'];

export const dockingScopes = ['open', 'mine-to-do', 'overdue', 'free', 'ended'] as const;
export type DockingScope = (typeof dockingScopes)[number];

// Answers carry reasons and names in the reader's language, so each language is kept for itself.
const keys = {
  one: (id: string) => ['dockings', 'one', id, currentLanguage()],
  lists: ['dockings', 'list'],
  list: (scope: DockingScope, filter: DeskFilter) => [
    'dockings',
    'list',
    scope,
    filter,
    currentLanguage(),
  ],
};
const pageSize = 50;

export const dockingQuery = (id: string) =>
  queryOptions({ queryKey: keys.one(id), queryFn: () => dockingsApi.getDocking({ id }) });

/** Narrows the desk to a place or a team. */
export type DeskFilter = { region?: string | undefined; team?: string | undefined };

export const dockingsQuery = (scope: DockingScope, filter: DeskFilter = {}) =>
  infiniteQueryOptions({
    queryKey: keys.list(scope, filter),
    queryFn: ({ pageParam }) =>
      dockingsApi.listDockings({ scope, ...filter, page: pageParam, pageSize }),
    initialPageParam: 1,
    getNextPageParam: (last) =>
      last.page * last.pageSize < last.total ? last.page + 1 : undefined,
  });

/** What a command answered replaces what was read; every list may have changed. */
export function keepDocking(queries: QueryClient, docking: DockingDetail): void {
  queries.setQueryData(keys.one(docking.id), docking);
  void queries.invalidateQueries({ queryKey: keys.lists });
  void queries.invalidateQueries({ queryKey: brokersQuery.queryKey });
  void queries.invalidateQueries({ queryKey: ['needs'] });
}

/** Brokers of the operator's region with how much each has to do, for handing a case over. */
export const brokersQuery = queryOptions({
  queryKey: ['dockings', 'brokers'],
  queryFn: () => dockingsApi.listBrokers(),
});

export const responseRateQuery = (id: string) =>
  queryOptions({
    queryKey: ['response-rate', id],
    queryFn: () => dockingsApi.getResponseRate({ id }),
    staleTime: 60_000,
  });
