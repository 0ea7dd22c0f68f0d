import { queryOptions } from '@tanstack/react-query';
import { createClient } from '../../../ui/client.ts';
import { dockingsContract } from '../contract.ts';

const client = createClient({ getFunnel: dockingsContract.getFunnel });

/** ISO dates, both included; this year up to today when not given. */
export const funnelQuery = (period: { from?: string | undefined; to?: string | undefined } = {}) =>
  queryOptions({
    queryKey: ['funnel', period],
    queryFn: ({ signal }) => client.getFunnel(period, { signal }),
  });
