import { queryOptions } from '@tanstack/react-query';
import { createClient } from '../../../ui/client.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { identityContract } from '../contract.ts';

export const identityClient = createClient(identityContract);

/** The session with what this district offers; kept apart from the shell's own. */
export const meQuery = () =>
  queryOptions({
    queryKey: ['me', currentLanguage()],
    queryFn: ({ signal }) => identityClient.getMe({}, { signal }),
  });

export const accountsQuery = (input: { q?: string | undefined; page?: number }) =>
  queryOptions({
    queryKey: ['accounts', input],
    queryFn: ({ signal }) => identityClient.listAccounts(input, { signal }),
  });
