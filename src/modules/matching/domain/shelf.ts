import { industryCloseness } from './conditions.ts';
import { type AskReading, type Features, featuresOf, unitOf } from './features.ts';
import type { OfferKind } from './match.ts';
import { meaningScale } from './meaning-scale.ts';
import { type RankingModel, relevanceOf, scoreOf } from './model.ts';
import { MOST_PLACES } from './postings.ts';
import type { ShelfPlace } from './rank.ts';
import type { PackedReading } from './reading-bytes.ts';
import type { TermVectors } from './term-vectors.ts';
import { createTextScores } from './text-scores.ts';
import { createWholeScores } from './whole-scores.ts';

/** So many of each kind are measured exactly, by their words and by the whole of their meaning. */
const BY_TEXT = 300;
const BY_MEANING = 200;

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
  /** Adds up in how many offers each term stands. */
  countTerms: (into: Uint32Array) => void;
  /** The best for a question, or for any need of a list, in the order of ranking. */
  rank: (needs: readonly AskReading[], model: RankingModel, most: number) => Placed[];
};

type Measured = { place: number; features: Features; relevance: number };

export function createShelf(kind: OfferKind, vectors: TermVectors): Shelf {
  const { dimensions } = vectors;
  const texts = createTextScores(kind);
  const wholes = createWholeScores(dimensions);
  const placeOf = new Map<string, number>();
  const offers: (Shelved | undefined)[] = [];
  let termsFrom = new Uint32Array(1024);
  let terms = new Uint32Array(32 * 1024);

  function forget(id: string): void {
    const place = placeOf.get(id);
    if (place === undefined) return;
    placeOf.delete(id);
    offers[place] = undefined;
    texts.forget(place);
    wholes.forget(place);
  }

  function putTerms(place: number, of: Uint32Array): void {
    const to = termsFrom[place]! + of.length;
    if (to > terms.length) terms = copied(terms, new Uint32Array(to * 2));
    if (place + 1 >= termsFrom.length) {
      termsFrom = copied(termsFrom, new Uint32Array(termsFrom.length * 2));
    }
    terms.set(of, termsFrom[place]);
    termsFrom[place + 1] = to;
  }

  /** Places of offers that could answer, with what they say of the question. */
  function candidates(ask: AskReading): { places: number[]; grams: Float64Array } {
    const found = new Set(texts.begin(ask, BY_TEXT));
    const { meaning } = ask;
    if (meaning) {
      wholes.begin(meaning.whole, offers.length);
      for (const place of wholes.nearest(BY_MEANING)) found.add(place);
    }
    const places = [...found];
    return { places, grams: texts.finish(places) };
  }

  /** All that is measured of the candidates but `nearTerms`, the dearest, with what comes of it. */
  function measure(ask: AskReading, model: RankingModel): Measured[] {
    const scale = ask.meaning && meaningScale(ask.meaning, vectors);
    const { places, grams } = candidates(ask);
    return places.flatMap((place, n) => {
      const offer = offers[place];
      if (!offer) return [];
      const features = featuresOf(ask, {
        grams: grams[n]!,
        meaning: scale && {
          nearTerms: 0,
          nearWhole: wholes.near(place),
          kindred: scale.kindred(terms, termsFrom[place]!, termsFrom[place + 1]!),
        },
        industry: industryCloseness(ask.ask.industryCode, offer.industryCode),
      });
      if (!features) return [];
      return [{ place, features, relevance: relevanceOf(model, ask, kind, features) }];
    });
  }

  /** The best `most` of one need; `nearTerms` is measured only of those that it could bring among them. */
  function best(ask: AskReading, model: RankingModel, most: number): Measured[] {
    const measured = measure(ask, model).sort((a, b) => b.relevance - a.relevance);
    if (!ask.meaning) return measured.slice(0, most);
    const { nearTerms } = meaningScale(ask.meaning, vectors);
    // What it can add at most: it is 1 at most.
    const gain = model.weights[kind].nearTerms * unitOf(ask);
    const kept: Measured[] = [];
    for (const { place, features, relevance: without } of measured) {
      if (kept.length >= most && without + gain < kept[most - 1]!.relevance) break;
      const near = nearTerms(terms, termsFrom[place]!, termsFrom[place + 1]!);
      const all = { ...features, nearTerms: near };
      insert(kept, { place, features: all, relevance: relevanceOf(model, ask, kind, all) });
    }
    return kept;
  }

  return {
    put(offer, reading) {
      const known = placeOf.get(offer.id);
      if (known !== undefined && offers[known]!.version > offer.version) return;
      forget(offer.id);
      const place = offers.length;
      if (place >= MOST_PLACES) throw new RangeError('The shelf is full.');
      offers.push(offer);
      placeOf.set(offer.id, place);
      putTerms(place, reading.terms);
      texts.put(place, reading);
      wholes.put(place, reading.whole.length === dimensions ? reading.whole : new Int8Array());
    },
    remove: forget,
    size: () => placeOf.size,
    countTerms(into) {
      for (const id of terms.subarray(0, termsFrom[offers.length])) into[id]!++;
    },
    rank(needs, model, most) {
      const found = new Map<number, Placed>();
      needs.forEach((ask, need) => {
        for (const { place, features, relevance } of best(ask, model, most)) {
          const standing = relevance / unitOf(ask);
          if ((found.get(place)?.standing ?? -Infinity) >= standing) continue;
          const { id, version } = offers[place]!;
          const score = scoreOf(model, ask, kind, relevance);
          found.set(place, { id, version, need, standing, score, features });
        }
      });
      return [...found.values()]
        .sort((a, b) => b.standing - a.standing || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
        .slice(0, most);
    },
  };
}

/** Keeps a list in the order of relevance, the greatest first. */
function insert(list: Measured[], measured: Measured): void {
  let at = list.length;
  while (at > 0 && list[at - 1]!.relevance < measured.relevance) at--;
  list.splice(at, 0, measured);
}

function copied(from: Uint32Array, into: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  into.set(from);
  return into;
}
