import { industryCloseness } from './conditions.ts';
import { type AskReading, featuresOf, unitOf } from './features.ts';
import { createByteRows } from './byte-rows.ts';
import type { OfferKind } from './match.ts';
import { type MeaningScale, withMeaningScale } from './meaning-scale.ts';
import { type RankingModel, relevanceOf, scoreOf } from './model.ts';
import { createPostings, MOST_PLACES } from './postings.ts';
import type { ShelfPlace } from './rank.ts';
import { gramKey, type PackedReading } from './reading-bytes.ts';
import { lengthOf, signedBytes } from './signed-bytes.ts';
import type { TermVectors } from './term-vectors.ts';
import { K1, lengthNorm } from './text-relevance.ts';

/** So many of each kind are measured exactly, by their words and by the whole of their meaning. */
const BY_TEXT = 400;
const BY_MEANING = 300;
/** Occurrences of grams that are counted for all offers; beyond, the commonest grams count for those found. */
const MOST_ENTRIES = 60_000;
const NOWHERE = new Int8Array();
/** Nearness as a whole is told in so many steps to find the nearest. */
const NEAR_STEPS = 1000;

export type Shelved = { id: string; version: number; industryCode: string | null };
/** `standing` orders offers also where a list of needs was asked (see `createRanker`). */
export type Placed = ShelfPlace & { id: string; version: number; score: number; standing: number };

/**
 * The readings of all offers of one kind in memory, about 1 kB each, to find and to measure in a few
 * milliseconds which of them answer a question. The words of all of them are counted, so that none is
 * missed for its common grams; meaning is measured of those that are near by words or as a whole.
 */
export type Shelf = {
  /** Takes an offer in or replaces it; an older version never replaces a newer one. */
  put: (offer: Shelved, reading: PackedReading) => void;
  remove: (id: string) => void;
  size: () => number;
  /** The best for a question, or for any need of a list, in the order of ranking. */
  rank: (needs: readonly AskReading[], model: RankingModel, most: number) => Placed[];
};

export function createShelf(kind: OfferKind, vectors: TermVectors): Shelf {
  const { dimensions } = vectors;
  const postings = createPostings();
  const placeOf = new Map<string, number>();
  const offers: (Shelved | undefined)[] = [];
  let room = 1024;
  let norms = new Float64Array(room);
  let scores = new Float64Array(room);
  let isWanted = new Uint8Array(room);
  const wholes = createByteRows(dimensions, room);
  let lengths = new Float32Array(room);
  let termsFrom = new Uint32Array(room + 1);
  let terms = new Uint32Array(room * 32);

  function makeRoom(): void {
    if (offers.length < room) return;
    if (room >= MOST_PLACES) throw new RangeError('The shelf is full.');
    room *= 2;
    norms = copied(norms, new Float64Array(room));
    scores = new Float64Array(room);
    isWanted = new Uint8Array(room);
    lengths = copied(lengths, new Float32Array(room));
    termsFrom = copied(termsFrom, new Uint32Array(room + 1));
  }

  function forget(id: string): void {
    const place = placeOf.get(id);
    if (place === undefined) return;
    placeOf.delete(id);
    offers[place] = undefined;
    // Dead places have no score, so that they take no room among the best.
    norms[place] = Infinity;
    wholes.set(place, NOWHERE);
  }

  function putMeaning(place: number, reading: PackedReading): void {
    const from = termsFrom[place]!;
    const to = from + reading.terms.length;
    if (to > terms.length) terms = copied(terms, new Uint32Array(to * 2));
    terms.set(reading.terms, from);
    termsFrom[place + 1] = to;
    if (reading.whole.length !== dimensions) return;
    wholes.set(place, reading.whole);
    lengths[place] = lengthOf(reading.whole);
  }

  /** The telling grams first. All of them in a small library; in a large one without the commonest. */
  function parted(ask: AskReading): { telling: [number, number][]; common: [number, number][] } {
    const grams = [...ask.weights]
      .map(([gram, weight]): [number, number] => [gramKey(gram), weight * (K1 + 1)])
      .sort((a, b) => b[1] - a[1]);
    let entries = 0;
    let telling = 0;
    while (telling < grams.length && entries <= MOST_ENTRIES) {
      entries += postings.count(grams[telling]![0]);
      telling++;
    }
    return { telling: grams.slice(0, telling), common: grams.slice(telling) };
  }

  /** Adds the relevance of these grams to the scores of all offers; gives the places that have any. */
  function scoreTexts(grams: readonly [number, number][]): number[] {
    const touched: number[] = [];
    for (const [gram, factor] of grams) {
      postings.each(gram, (entries, from, to) => {
        for (let at = from; at < to; at++) {
          const place = entries[at]! >>> 8;
          const count = entries[at]! & 0xff;
          if (scores[place] === 0) touched.push(place);
          scores[place]! += (factor * count) / (count + norms[place]!);
        }
      });
    }
    return touched;
  }

  /** Adds the relevance of these grams to the scores of these offers alone. */
  function completeTexts(grams: readonly [number, number][], places: ReadonlySet<number>): void {
    for (const place of places) isWanted[place] = 1;
    for (const [gram, factor] of grams) {
      postings.each(gram, (entries, from, to) => {
        for (let at = from; at < to; at++) {
          const place = entries[at]! >>> 8;
          if (isWanted[place] === 0) continue;
          const count = entries[at]! & 0xff;
          scores[place]! += (factor * count) / (count + norms[place]!);
        }
      });
    }
    for (const place of places) isWanted[place] = 0;
  }

  /** Places nearest as a whole, about so many: all that are as near as the last of them. */
  function nearest(whole: Float32Array, most: number): number[] {
    const dots = wholes.dots(signedBytes(whole), offers.length);
    const steps = new Uint16Array(offers.length);
    const counts = new Uint32Array(NEAR_STEPS + 1);
    let greatest = 0;
    for (let place = 0; place < steps.length; place++) {
      greatest = Math.max(greatest, dots[place]! / lengths[place]! || 0);
    }
    for (let place = 0; place < steps.length; place++) {
      const near = dots[place]! / lengths[place]! / greatest;
      steps[place] = near > 0 ? Math.ceil(near * NEAR_STEPS) : 0;
      counts[steps[place]!]!++;
    }
    let least = NEAR_STEPS;
    for (let sum = counts[least]!; least > 1 && sum + counts[least - 1]! <= most;) {
      least--;
      sum += counts[least]!;
    }
    const found: number[] = [];
    for (let place = 0; place < steps.length; place++) {
      if (steps[place]! >= least) found.push(place);
    }
    return found;
  }

  /** Measures the offers that could answer the `need`th need, and keeps where each stands best. */
  function measure(
    ask: AskReading,
    need: number,
    model: RankingModel,
    found: Map<number, Placed>,
  ): void {
    const { telling, common } = parted(ask);
    const touched = scoreTexts(telling);
    const unit = unitOf(ask);
    const { meaning } = ask;
    const places = new Set(best(touched, scores, BY_TEXT));
    if (meaning && meaning.terms.length > 0) {
      for (const place of nearest(meaning.whole, BY_MEANING)) places.add(place);
    }
    for (const place of places) if (!offers[place]) places.delete(place);
    completeTexts(common, places);
    const each = (scale: MeaningScale | undefined) => {
      for (const place of places) {
        const { id, version, industryCode } = offers[place]!;
        const [from, to] = [termsFrom[place]!, termsFrom[place + 1]!];
        const features = featuresOf(ask, {
          grams: scores[place]!,
          meaning: scale && {
            nearTerms: scale.nearTerms(terms, from, to),
            nearWhole: scale.nearWhole(wholes.row(place), 0, lengths[place]!),
            kindred: scale.kindred(terms, from, to),
          },
          industry: industryCloseness(ask.ask.industryCode, industryCode),
        });
        if (!features) continue;
        const relevance = relevanceOf(model, ask, kind, features);
        const standing = relevance / unit;
        if ((found.get(place)?.standing ?? -Infinity) >= standing) continue;
        const score = scoreOf(model, ask, kind, relevance);
        found.set(place, { id, version, need, standing, score, features });
      }
    };
    if (meaning) withMeaningScale(meaning, vectors, each);
    else each(undefined);
    for (const place of touched) scores[place] = 0;
    for (const place of places) scores[place] = 0;
  }

  return {
    put(offer, reading) {
      const known = placeOf.get(offer.id);
      if (known !== undefined && offers[known]!.version > offer.version) return;
      forget(offer.id);
      makeRoom();
      const place = offers.length;
      offers.push(offer);
      placeOf.set(offer.id, place);
      norms[place] = lengthNorm(reading.length, kind);
      putMeaning(place, reading);
      for (let n = 0; n < reading.grams.length; n++) {
        postings.add(reading.grams[n]!, place, reading.counts[n]!);
      }
    },
    remove: forget,
    size: () => placeOf.size,
    rank(needs, model, most) {
      const found = new Map<number, Placed>();
      needs.forEach((ask, need) => measure(ask, need, model, found));
      return [...found.values()]
        .sort((a, b) => b.standing - a.standing || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
        .slice(0, most);
    },
  };
}

function copied<List extends { set: (from: List) => void }>(from: List, into: List): List {
  into.set(from);
  return into;
}

/** The `most` places with the greatest scores, in no order. A heap of those kept, the least on top. */
function best(places: readonly number[], scores: Float64Array, most: number): number[] {
  if (places.length <= most) return [...places];
  const heap = places.slice(0, most);
  const sink = (at: number) => {
    for (;;) {
      const left = 2 * at + 1;
      if (left >= most) return;
      const right = left + 1;
      const child = right < most && scores[heap[right]!]! < scores[heap[left]!]! ? right : left;
      if (scores[heap[at]!]! <= scores[heap[child]!]!) return;
      [heap[at], heap[child]] = [heap[child]!, heap[at]!];
      at = child;
    }
  };
  for (let at = Math.floor(most / 2) - 1; at >= 0; at--) sink(at);
  for (let n = most; n < places.length; n++) {
    const place = places[n]!;
    if (scores[place]! <= scores[heap[0]!]!) continue;
    heap[0] = place;
    sink(0);
  }
  return heap;
}
