import { queryOptions } from '@tanstack/react-query';
import { createClient } from '../../../ui/client.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { directoryContract } from '../contract.ts';
import type { OrganisationKind } from '../domain/directory.policy.ts';

export const directoryClient = createClient(directoryContract);

type ListInput = {
  q?: string | undefined;
  region?: string | undefined;
  page?: number;
  pageSize?: number;
};

export const expertsQuery = (input: ListInput) =>
  queryOptions({
    queryKey: ['experts', 'list', input, currentLanguage()],
    queryFn: ({ signal }) => directoryClient.listExperts(input, { signal }),
  });

export const expertQuery = (id: string) =>
  queryOptions({
    queryKey: ['experts', 'one', id, currentLanguage()],
    queryFn: ({ signal }) => directoryClient.getExpert({ id }, { signal }),
  });

export const organisationsQuery = (input: ListInput & { kind?: OrganisationKind | undefined }) =>
  queryOptions({
    queryKey: ['organisations', 'list', input, currentLanguage()],
    queryFn: ({ signal }) => directoryClient.listOrganisations(input, { signal }),
  });

export const organisationQuery = (id: string) =>
  queryOptions({
    queryKey: ['organisations', 'one', id, currentLanguage()],
    queryFn: ({ signal }) => directoryClient.getOrganisation({ id }, { signal }),
  });
