import { queryOptions } from '@tanstack/react-query';
import { createClient } from '../../../ui/client.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { interchangeContract } from '../contract.ts';

export const interchangeClient = createClient(interchangeContract);

export type Import = Awaited<ReturnType<typeof interchangeClient.getImport>>;

/** A job is at work on it: what it shows is asked for again soon. */
export const isWorking = ({ status }: Pick<Import, 'status'>): boolean =>
  status === 'checking' || status === 'writing' || status === 'undoing';

export const myImportsQuery = (page: number) =>
  queryOptions({
    queryKey: ['imports', 'mine', page],
    queryFn: ({ signal }) => interchangeClient.listMyImports({ page }, { signal }),
  });

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['imports', 'one', id, currentLanguage()],
    queryFn: ({ signal }) => interchangeClient.getImport({ id }, { signal }),
    refetchInterval: ({ state }) => (state.data && isWorking(state.data) ? 600 : false),
  });

export const badRowsQuery = (id: string, version: number, page: number) =>
  queryOptions({
    queryKey: ['imports', 'bad-rows', id, version, page],
    queryFn: ({ signal }) => interchangeClient.listBadRows({ id, page }, { signal }),
  });
