import { queryOptions } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { characterCount } from '../../../ui/text-length.ts';
import type { exchangeContract } from '../contract.ts';
import { exchangeClient } from './exchange-client.ts';

export type ListingKind = 'need' | 'achievement';
/** The words that are compared; `id` when they stand in a listing already. */
export type ComparedWords = { id?: string | undefined; title: string; text: string };
export type Similar = InferContractRouterOutputs<
  typeof exchangeContract
>['findSimilarNeeds']['items'][number];

/** Less than this is like too much. */
const leastCharacters = 12;

export const similarQuery = (kind: ListingKind, { id, title, text }: ComparedWords) => {
  const words = { ...(id === undefined ? {} : { id }), title: title.trim().slice(0, 200) };
  const body = text.trim().slice(0, 5000);
  return queryOptions({
    queryKey: ['similar', kind, words, body, currentLanguage()],
    queryFn: ({ signal }) =>
      kind === 'need'
        ? exchangeClient.findSimilarNeeds({ ...words, description: body }, { signal })
        : exchangeClient.findSimilarAchievements({ ...words, abstract: body }, { signal }),
    enabled: characterCount(title.trim() + body) >= leastCharacters,
    staleTime: 60_000,
    // It is an offer of help: it does not insist.
    retry: false,
  });
};

const kept = 'rt.kept-apart';
const mostKept = 200;
const pairOf = (id: string, other: string): string => [id, other].toSorted().join(' ');

const readKept = (): string[] => {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(kept) ?? '[]');
    return Array.isArray(found) ? found.filter((pair) => typeof pair === 'string') : [];
  } catch {
    return [];
  }
};

/** Whether somebody said on this device that both are wanted. */
export const isKeptApart = (id: string | undefined, other: string): boolean =>
  id !== undefined && readKept().includes(pairOf(id, other));

/** Not to be asked again about these on this device. */
export function keepApart(id: string, others: Iterable<string>): void {
  const pairs = [...others].map((other) => pairOf(id, other));
  if (pairs.length === 0) return;
  try {
    const all = [...new Set([...pairs, ...readKept()])].slice(0, mostKept);
    localStorage.setItem(kept, JSON.stringify(all));
  } catch {
    // then it is asked again
  }
}
