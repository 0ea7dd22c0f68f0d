import { queryOptions } from '@tanstack/react-query';
import { interchangeClient } from './import-queries.ts';

export const keysQuery = () =>
  queryOptions({
    queryKey: ['access', 'keys'],
    queryFn: ({ signal }) => interchangeClient.listKeys({}, { signal }),
  });

export const calendarQuery = () =>
  queryOptions({
    queryKey: ['access', 'calendar'],
    queryFn: ({ signal }) => interchangeClient.getCalendar({}, { signal }),
  });

export const webhooksQuery = () =>
  queryOptions({
    queryKey: ['access', 'webhooks'],
    queryFn: ({ signal }) => interchangeClient.listWebhooks({}, { signal }),
  });

export const deliveriesQuery = (id: string) =>
  queryOptions({
    queryKey: ['access', 'deliveries', id],
    queryFn: ({ signal }) => interchangeClient.listDeliveries({ id, pageSize: 20 }, { signal }),
    // A try that was asked for a moment ago settles soon.
    refetchInterval: ({ state }) =>
      state.data?.items.some(({ status, attempts }) => status === 'queued' && attempts === 0)
        ? 1000
        : false,
  });
