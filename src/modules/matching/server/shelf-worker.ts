import { parentPort } from 'node:worker_threads';

import type { StoredReading } from '../../../platform/retrieval/retrieval.ts';
import type { RetrievalText } from '../../../platform/retrieval/source.ts';
import { defaultBackground } from '../domain/background.ts';
import { offerReading } from '../domain/features.ts';
import type { Ask, OfferKind } from '../domain/match.ts';
import type { RankingModel } from '../domain/model.ts';
import { prepareTerm } from '../domain/near-terms.ts';
import { readQuestion, saysEnough } from '../domain/rank.ts';
import { packReading, unpackReading } from '../domain/reading-bytes.ts';
import { createShelf, type Placed, type Shelf } from '../domain/shelf.ts';
import { loadTermVectors } from './load-term-vectors.ts';

// Listings are read, and hundreds of thousands of readings are searched, in this thread, so that the
// event loop which answers requests is never held up by it. One thread serves all shelves of a process.

export type ShelfTask =
  | { do: 'take'; texts: RetrievalText[] }
  | { do: 'restore'; stored: StoredReading[] }
  | { do: 'forget'; ids: readonly string[] }
  | { do: 'clear' }
  | { do: 'prepare' }
  | { do: 'rank'; ask: Ask; model: RankingModel; most: number };
export type ShelfRequest = ShelfTask & { shelf: number; request: number };
/** `held`: how many offers of the kind were looked through. */
export type RankedKinds = Record<OfferKind, { held: number; best: Placed[] }>;
export type ShelfResponse = { request: number } & (
  | { result: Uint8Array<ArrayBuffer>[] | RankedKinds | null }
  | { error: string }
);

const background = defaultBackground();
const vectors = await loadTermVectors();
const shelves = new Map<number, Record<OfferKind, Shelf>>();

function newShelves(): Record<OfferKind, Shelf> {
  return {
    achievement: createShelf('achievement', vectors),
    expert: createShelf('expert', vectors),
  };
}

const isOffer = (kind: string): kind is OfferKind => kind === 'achievement' || kind === 'expert';

/** The text that enters the index has the same grams and terms as the fields it was put together from. */
function read({
  id,
  kind,
  text,
  industryCode,
}: RetrievalText): Uint8Array<ArrayBuffer> | undefined {
  if (!isOffer(kind)) return undefined;
  const offer = { id, kind, title: '', fields: { text }, industryCode };
  return packReading(offerReading(offer, vectors));
}

/** In a library of so many offers the terms that stand in most of them are measured ahead. */
const LARGE = 5000;
const MOST_AHEAD = 8000;
/** Milliseconds from one to the next: a question waits for one at most. */
const PAUSE = 4;
let ahead: NodeJS.Timeout | undefined;

function prepare(shelf: Record<OfferKind, Shelf>): void {
  clearTimeout(ahead);
  const held = Object.values(shelf);
  if (held.reduce((sum, { size }) => sum + size(), 0) < LARGE) return;
  const counts = new Uint32Array(vectors.names.length);
  for (const { countTerms } of held) countTerms(counts);
  const terms = [...counts.keys()]
    .filter((id) => counts[id]! > 1 && vectors.telling[id]! > 0)
    .sort((a, b) => counts[b]! - counts[a]!)
    .slice(0, MOST_AHEAD);
  const next = () => {
    const id = terms.shift();
    if (id === undefined) return;
    prepareTerm(id, vectors);
    ahead = setTimeout(next, PAUSE).unref();
  };
  next();
}

function carryOut(task: ShelfTask & { shelf: number }) {
  let shelf = shelves.get(task.shelf);
  if (!shelf || task.do === 'clear') shelves.set(task.shelf, (shelf = newShelves()));
  const put = (of: Omit<StoredReading, 'reading'>, reading: Uint8Array) => {
    if (isOffer(of.kind) && reading.length > 0) shelf[of.kind].put(of, unpackReading(reading));
  };
  if (task.do === 'take') {
    return task.texts.map((text) => {
      const reading = read(text);
      if (reading) put(text, reading);
      return reading ?? new Uint8Array();
    });
  }
  if (task.do === 'restore') for (const each of task.stored) put(each, each.reading);
  if (task.do === 'forget') {
    for (const id of task.ids) for (const each of Object.values(shelf)) each.remove(id);
  }
  if (task.do === 'prepare') prepare(shelf);
  if (task.do === 'rank') {
    const needs = readQuestion(task.ask, background, vectors).filter(saysEnough);
    const ranked = (kind: OfferKind) => ({
      held: shelf[kind].size(),
      best: shelf[kind].rank(needs, task.model, task.most),
    });
    return { achievement: ranked('achievement'), expert: ranked('expert') };
  }
  return null;
}

parentPort!.on('message', (request: ShelfRequest) => {
  let response: ShelfResponse;
  try {
    response = { request: request.request, result: carryOut(request) };
  } catch (error) {
    response = { request: request.request, error: String(error) };
  }
  parentPort!.postMessage(response);
});
