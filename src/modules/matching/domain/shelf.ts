import { industryCloseness } from './conditions.ts';
import { type AskReading, type Features, featuresOf, unitOf } from './features.ts';
import { kindredScale } from './kindred-scale.ts';
import type { OfferKind } from './match.ts';
import { type RankingModel, relevanceOf, scoreOf } from './model.ts';
import { createNearTerms, type NearTerms } from './near-terms.ts';
import { createPostings, MOST_PLACES } from './postings.ts';
import { gramKey, type PackedReading } from './reading-bytes.ts';
import { bitCount, CODE_BITS, createSignCoder } from './sign-codes.ts';
import type { TermVectors } from './term-vectors.ts';
import { K1, lengthNorm } from './text-relevance.ts';

/** So many of each kind are measured exactly, by their words and by the whole of their meaning. */
const BY_TEXT = 400;
const BY_MEANING = 300;
/** Occurrences of grams that are counted for all offers; beyond, the commonest grams count for those found. */
const MOST_ENTRIES = 60_000;
/** Bits of a code that are compared to find what is near in meaning. */
const WORDS = CODE_BITS / 64;

export type Shelved = { id: string; version: number; industryCode: string | null };
/** `standing` orders offers also where a list of needs was asked (see `createRanker`). */
export type Placed = { id: string; score: number; standing: number; features: Features };

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
  const code = createSignCoder(dimensions);
  const withNear = nearTermsOf(vectors);
  const postings = createPostings();
  const placeOf = new Map<string, number>();
  const offers: (Shelved | undefined)[] = [];
  let room = 1024;
  let norms = new Float64Array(room);
  let scores = new Float64Array(room);
  let isWanted = new Uint8Array(room);
  let wholes = new Int8Array(room * dimensions);
  let lengths = new Float32Array(room);
  let codes = new Uint32Array(room * WORDS);
  let termsFrom = new Uint32Array(room + 1);
  let terms = new Uint32Array(room * 32);
  const fullCode = new Uint32Array(CODE_BITS / 32);

  function makeRoom(): void {
    if (offers.length < room) return;
    if (room >= MOST_PLACES) throw new RangeError('The shelf is full.');
    room *= 2;
    norms = copied(norms, new Float64Array(room));
    scores = new Float64Array(room);
    isWanted = new Uint8Array(room);
    wholes = copied(wholes, new Int8Array(room * dimensions));
    lengths = copied(lengths, new Float32Array(room));
    codes = copied(codes, new Uint32Array(room * WORDS));
    termsFrom = copied(termsFrom, new Uint32Array(room + 1));
  }

  function forget(id: string): void {
    const place = placeOf.get(id);
    if (place === undefined) return;
    placeOf.delete(id);
    offers[place] = undefined;
    // Dead places have no score, so that they take no room among the best.
    norms[place] = Infinity;
  }

  function putMeaning(place: number, reading: PackedReading): void {
    const from = termsFrom[place]!;
    const to = from + reading.terms.length;
    if (to > terms.length) terms = copied(terms, new Uint32Array(to * 2));
    terms.set(reading.terms, from);
    termsFrom[place + 1] = to;
    if (reading.whole.length !== dimensions) return;
    wholes.set(reading.whole, place * dimensions);
    let square = 0;
    for (const value of reading.whole) square += value * value;
    lengths[place] = Math.sqrt(square);
    code(reading.whole, 0, fullCode, 0);
    codes.set(fullCode.subarray(0, WORDS), place * WORDS);
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

  function cosine(ask: Float32Array, place: number): number {
    const length = lengths[place]!;
    if (length === 0) return 0;
    let sum = 0;
    for (let d = 0, at = place * dimensions; d < dimensions; d++, at++) {
      sum += ask[d]! * wholes[at]!;
    }
    return sum / length;
  }

  /** Places nearest by their codes. */
  function nearest(whole: Float32Array, most: number): number[] {
    code(whole, 0, fullCode, 0);
    const counts = new Uint32Array(WORDS * 32 + 1);
    const distances = new Uint8Array(offers.length);
    for (let place = 0; place < offers.length; place++) {
      let bits = 0;
      for (let word = 0; word < WORDS; word++) {
        bits += bitCount(fullCode[word]! ^ codes[place * WORDS + word]!);
      }
      distances[place] = bits;
      counts[bits]!++;
    }
    let limit = 0;
    for (let sum = counts[0]!; limit < WORDS * 32 - 1 && sum + counts[limit + 1]! <= most;) {
      limit++;
      sum += counts[limit]!;
    }
    const found: number[] = [];
    for (let place = 0; place < distances.length; place++) {
      if (distances[place]! <= limit) found.push(place);
    }
    return found;
  }

  function measure(ask: AskReading, model: RankingModel, found: Map<number, Placed>): void {
    const { telling, common } = parted(ask);
    const touched = scoreTexts(telling);
    const unit = unitOf(ask);
    const meaning = ask.meaning;
    const kindred = meaning && kindredScale(meaning, vectors);
    const places = new Set(best(touched, scores, BY_TEXT));
    if (meaning && meaning.terms.length > 0) {
      for (const place of nearest(meaning.whole, BY_MEANING)) places.add(place);
    }
    for (const place of places) if (!offers[place]) places.delete(place);
    completeTexts(common, places);
    const each = (near: NearTerms | undefined) => {
      for (const place of places) {
        const { id, industryCode } = offers[place]!;
        const features = featuresOf(ask, {
          grams: scores[place]!,
          meaning: near &&
            meaning && {
              nearTerms: near(terms, termsFrom[place]!, termsFrom[place + 1]!),
              nearWhole: cosine(meaning.whole, place),
              kindred: kindred!(terms, termsFrom[place]!, termsFrom[place + 1]!),
            },
          industry: industryCloseness(ask.ask.industryCode, industryCode),
        });
        if (!features) continue;
        const relevance = relevanceOf(model, ask, kind, features);
        const standing = relevance / unit;
        if ((found.get(place)?.standing ?? -Infinity) >= standing) continue;
        found.set(place, { id, standing, score: scoreOf(model, ask, kind, relevance), features });
      }
    };
    if (meaning) withNear(meaning, each);
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
      for (const ask of needs) measure(ask, model, found);
      return [...found.values()]
        .sort((a, b) => b.standing - a.standing || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
        .slice(0, most);
    },
  };
}

const nearTerms = new WeakMap<TermVectors, ReturnType<typeof createNearTerms>>();

function nearTermsOf(vectors: TermVectors): ReturnType<typeof createNearTerms> {
  let known = nearTerms.get(vectors);
  if (!known) nearTerms.set(vectors, (known = createNearTerms(vectors)));
  return known;
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
