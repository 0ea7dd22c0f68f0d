import type { TextMark } from '../../../ui/reading/marks.ts';
import type { Match } from '../contract.ts';
import { matchingClient } from './matching-client.ts';

const storageKey = 'rt.reading';

/** What was asked and where it met, kept for the page of the candidate that was opened. */
export type KeptReading = {
  kind: Match['kind'];
  id: string;
  asked: string;
  marks: (TextMark & { field: string })[];
};

/** Counts the opening and keeps the marks. Neither may stop the reader from getting there. */
export function openCandidate(match: Match, asked: string, askId: string | null): void {
  const reading: KeptReading = {
    kind: match.kind,
    id: match.id,
    asked,
    // Without the numbers, whose other halves do not stand on that page.
    marks: match.marks.offered.map(({ pair: _pair, ...mark }) => mark),
  };
  try {
    sessionStorage.setItem(storageKey, JSON.stringify(reading));
  } catch {
    // The page opens without marks then.
  }
  if (askId) {
    void matchingClient.openMatch({ askId, kind: match.kind, offerId: match.id }).catch(ignore);
  }
}

const ignore = (): void => undefined;

/** The reading with which this listing was opened, if that is how one came. */
export function findKeptReading(kind: Match['kind'], id: string): KeptReading | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(storageKey) ?? 'null') as KeptReading | null;
    return kept?.kind === kind && kept.id === id ? kept : undefined;
  } catch {
    return undefined;
  }
}
