import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useSession } from '../../../ui/session.ts';
import {
  isKeptApart,
  keepApart,
  similarQuery,
  type ComparedWords,
  type ListingKind,
  type Similar,
} from './similar-query.ts';

const pauseMs = 800;
const comparers: Record<ListingKind, readonly string[]> = {
  need: ['enterprise', 'operator'],
  achievement: ['enterprise', 'expert', 'operator'],
};

export type SimilarState = {
  kind: ListingKind;
  words: ComparedWords;
  items: readonly Similar[];
  partial: boolean;
  failed: boolean;
  /** Those of which somebody said that both are wanted. */
  apart: ReadonlySet<string>;
  keepBoth: (id: string) => void;
  /** Looks again at once, without waiting for a pause; empty when that is not possible. */
  check: () => Promise<readonly Similar[]>;
};

/** Listings that say nearly what is being written, looked for once writing pauses. */
export function useSimilar(kind: ListingKind, words: ComparedWords): SimilarState {
  const queries = useQueryClient();
  const { session } = useSession();
  const mayCompare = session.roles.some((role) => comparers[kind].includes(role));
  const now = JSON.stringify(words);
  const [asked, setAsked] = useState(now);
  const [apart, setApart] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const timer = setTimeout(() => setAsked(now), pauseMs);
    return () => clearTimeout(timer);
  }, [now]);
  const query = similarQuery(kind, JSON.parse(asked) as ComparedWords);
  const { data, error } = useQuery({
    ...query,
    enabled: mayCompare && query.enabled !== false,
    placeholderData: keepPreviousData,
  });
  const wanted = (items: readonly Similar[]): Similar[] =>
    items.filter(({ id }) => !apart.has(id) && !isKeptApart(words.id, id));
  const enough = query.enabled !== false;
  return {
    kind,
    words,
    items: enough && data ? wanted(data.items) : [],
    partial: enough && data?.complete === false,
    failed: enough && error !== null,
    apart,
    keepBoth: (id) => {
      setApart((before) => new Set([...before, id]));
      if (words.id !== undefined) keepApart(words.id, [id]);
    },
    check: async () => {
      const fresh = similarQuery(kind, words);
      if (!mayCompare || fresh.enabled === false) return [];
      try {
        return wanted((await queries.fetchQuery(fresh)).items);
      } catch {
        return [];
      }
    },
  };
}
