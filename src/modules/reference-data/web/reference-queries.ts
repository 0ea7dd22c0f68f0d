import { queryOptions, useQueries, useQuery } from '@tanstack/react-query';
import { createClient } from '../../../ui/client.ts';
import { useLanguage } from '../../../ui/i18n/language.ts';
import type { Language } from '../../../ui/i18n/messages.ts';
import { referenceDataContract } from '../contract.ts';

export type CodeKind = 'region' | 'industry';
export type CodeEntry = { code: string; name: string; path: string };

const client = createClient(referenceDataContract);

/** Entries by name, pinyin or code. The lists do not change while a page is open. */
export const codesQuery = (kind: CodeKind, q: string, limit: number, language: Language) =>
  queryOptions({
    queryKey: ['reference', kind, q, limit, language],
    queryFn: ({ signal }): Promise<CodeEntry[]> =>
      kind === 'region'
        ? client.searchRegions({ q, limit }, { signal })
        : client.searchIndustries({ q, limit }, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Names of codes, for pages that have only the codes; a code whose name has not come is missing. */
export function useCodeNames(
  codes: readonly { kind: CodeKind; code: string }[],
): ReadonlyMap<string, CodeEntry> {
  const language = useLanguage();
  const found = useQueries({
    queries: codes.map(({ kind, code }) => codesQuery(kind, code, 1, language)),
  });
  const names = new Map<string, CodeEntry>();
  for (const [at, { data }] of found.entries()) {
    const entry = data?.[0];
    const code = codes[at]?.code;
    if (entry && entry.code === code) names.set(entry.code, entry);
  }
  return names;
}

/** Technology fields to choose from, of all lists, in the reader's language. */
export function useFields(): { value: string; label: string }[] {
  const language = useLanguage();
  const { data } = useQuery({
    queryKey: ['reference', 'fields', language],
    queryFn: ({ signal }) => client.listFields(undefined, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (data ?? []).flatMap(({ items }) =>
    items.map(({ code, name }) => ({ value: code, label: name })),
  );
}
