import { queryOptions, type QueryClient } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { createClient } from '../../../ui/client.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { unreadQuery } from '../../../ui/shell/unread.ts';
import { notificationsContract } from '../contract.ts';

type Outputs = InferContractRouterOutputs<typeof notificationsContract>;
export type Inbox = Outputs['listMyNotices'];
export type Notice = Inbox['items'][number];
export type Delivery = Outputs['listDeliveries']['items'][number];

export const notificationsClient = createClient(notificationsContract);

export const myChoicesQuery = () =>
  queryOptions({
    queryKey: ['notifications', 'mine', currentLanguage()],
    queryFn: ({ signal }) => notificationsClient.getMyChoices({}, { signal }),
  });

const inboxKey = ['notices', 'inbox'] as const;
/** An open list follows what comes in, as the count above it does. */
const inboxEveryMs = 30_000;

export const inboxQuery = (search: {
  page: number;
  show: 'all' | 'unread';
  kind: string | undefined;
}) =>
  queryOptions({
    queryKey: [...inboxKey, search, currentLanguage()],
    queryFn: ({ signal }) => notificationsClient.listMyNotices(search, { signal }),
    refetchInterval: inboxEveryMs,
  });

/** Puts the new count where it is shown, and reads the lists again. */
export async function keepUnread(queries: QueryClient, unread: number): Promise<void> {
  queries.setQueryData(unreadQuery.queryKey, { unread });
  await queries.invalidateQueries({ queryKey: inboxKey });
}

type DeliverySearch = {
  page: number;
  channel: Delivery['channel'] | undefined;
  status: Delivery['status'] | undefined;
};

export const myDeliveriesQuery = (search: DeliverySearch) =>
  queryOptions({
    queryKey: ['deliveries', 'mine', search, currentLanguage()],
    queryFn: ({ signal }) => notificationsClient.listMyDeliveries(search, { signal }),
  });

export const deliveriesQuery = (search: DeliverySearch & { q: string | undefined }) =>
  queryOptions({
    queryKey: ['deliveries', 'all', search, currentLanguage()],
    queryFn: ({ signal }) => notificationsClient.listDeliveries(search, { signal }),
  });

export const unsubscriptionQuery = (token: string) =>
  queryOptions({
    queryKey: ['notifications', 'unsubscribe', token, currentLanguage()],
    queryFn: ({ signal }) => notificationsClient.getUnsubscription({ token }, { signal }),
    // A link that was changed does not get better by asking again.
    retry: false,
  });
