import type { InferContractRouterOutputs } from '@orpc/contract';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { requestJson } from '../../../ui/client.ts';
import type { exchangeContract } from '../contract.ts';
import { exchangeClient } from './exchange-client.ts';

type Outputs = InferContractRouterOutputs<typeof exchangeContract>;
export type VisitDetail = Outputs['getVisit'];

export const visitsQuery = () =>
  infiniteQueryOptions({
    queryKey: ['visits', 'list', currentLanguage()],
    queryFn: ({ pageParam }) => exchangeClient.listVisits({ page: pageParam, pageSize: 20 }),
    initialPageParam: 1,
    getNextPageParam: ({ page, pageSize, total }) =>
      page * pageSize < total ? page + 1 : undefined,
  });

export const visitQuery = (id: string) =>
  queryOptions({
    queryKey: ['visits', 'one', id, currentLanguage()],
    queryFn: ({ signal }) => exchangeClient.getVisit({ id }, { signal }),
  });

/** Organisations by a part of their name, to say who was visited. */
export const organisationsQuery = (q: string) =>
  queryOptions({
    queryKey: ['organisations', 'pick', q],
    queryFn: () =>
      requestJson<{ items: { id: string; name: string; regionName: string }[] }>(
        `/api/organisations?pageSize=8&q=${encodeURIComponent(q)}`,
      ),
    enabled: q.trim().length > 1,
  });
