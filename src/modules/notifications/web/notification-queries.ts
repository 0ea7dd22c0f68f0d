import { queryOptions } from '@tanstack/react-query';
import { createClient } from '../../../ui/client.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { notificationsContract } from '../contract.ts';

export const notificationsClient = createClient(notificationsContract);

export const myChoicesQuery = () =>
  queryOptions({
    queryKey: ['notifications', 'mine', currentLanguage()],
    queryFn: ({ signal }) => notificationsClient.getMyChoices({}, { signal }),
  });

export const unsubscriptionQuery = (token: string) =>
  queryOptions({
    queryKey: ['notifications', 'unsubscribe', token, currentLanguage()],
    queryFn: ({ signal }) => notificationsClient.getUnsubscription({ token }, { signal }),
    // A link that was changed does not get better by asking again.
    retry: false,
  });
