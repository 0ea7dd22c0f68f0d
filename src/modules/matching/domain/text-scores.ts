import type { AskReading } from './features.ts';
import type { OfferKind } from './match.ts';
import { createPostings } from './postings.ts';
import { gramKey, type PackedReading } from './reading-bytes.ts';
import { K1, lengthNorm } from './text-relevance.ts';

/** Occurrences of grams that are counted for all offers; beyond, the commonest grams count for those found. */
const MOST_ENTRIES = 60_000;
/** What a count is worth is looked up for texts of usual length and counts up to this. */
const USUAL_LENGTH = 1024;
const USUAL_COUNT = 8;
const LONGEST = 0xfffe;
const DEAD = 0xffff;

type Weighed = { gram: number; weight: number };

/**
 * The grams of all offers of one kind, numbered by their places, and how much of a question each of
 * them speaks of (`textRelevance`). Places come in order and are never used again.
 */
export type TextScores = {
  put: (place: number, reading: PackedReading) => void;
  forget: (place: number) => void;
  /** Counts a question's telling grams for all; gives the places that say most of them. */
  begin: (ask: AskReading, most: number) => number[];
  /** Counts the rest of the question for these places and takes all their scores. */
  finish: (places: readonly number[]) => Float64Array;
};

export function createTextScores(kind: OfferKind): TextScores {
  const postings = createPostings();
  const worth = new Float32Array(USUAL_LENGTH * USUAL_COUNT);
  for (let length = 0; length < USUAL_LENGTH; length++) {
    for (let count = 0; count < USUAL_COUNT; count++) {
      worth[length * USUAL_COUNT + count] = worthOf(count, length);
    }
  }
  let lengths = new Uint16Array(1024);
  let scores = new Float32Array(1024);
  let isWanted = new Uint8Array(1024);
  let held = 0;
  let common: Weighed[] = [];

  function worthOf(count: number, length: number): number {
    return length === DEAD ? 0 : (count * (K1 + 1)) / (count + lengthNorm(length, kind));
  }

  function makeRoom(place: number): void {
    if (place < lengths.length) return;
    const known = lengths;
    lengths = new Uint16Array(known.length * 2);
    lengths.set(known);
    scores = new Float32Array(lengths.length);
    isWanted = new Uint8Array(lengths.length);
  }

  /**
   * Parts the grams of a question, the weightiest first. In a small library all of them are told apart;
   * in a large one neither those that stand nearly everywhere nor the commonest of the others.
   */
  function part(grams: readonly Weighed[]): { telling: Weighed[]; common: Weighed[] } {
    const telling: Weighed[] = [];
    const rest: Weighed[] = [];
    let entries = 0;
    for (const each of grams) {
      const isTelling = entries <= MOST_ENTRIES && !postings.column(each.gram);
      if (isTelling) entries += postings.count(each.gram);
      (isTelling ? telling : rest).push(each);
    }
    // A question of common words alone is answered by them.
    return telling.length > 0 ? { telling, common: rest } : { telling: rest, common: [] };
  }

  function countForAll({ gram, weight }: Weighed): void {
    postings.each(gram, (entries, from, to) => {
      for (let at = from; at < to; at++) {
        const place = entries[at]! >>> 8;
        const count = entries[at]! & 0xff;
        const length = lengths[place]!;
        const isUsual = length < USUAL_LENGTH && count < USUAL_COUNT;
        const value = isUsual ? worth[length * USUAL_COUNT + count]! : worthOf(count, length);
        scores[place]! += weight * value;
      }
    });
  }

  /** Of places marked as wanted; `places` are the same. */
  function countForWanted({ gram, weight }: Weighed, places: readonly number[]): void {
    const column = postings.column(gram);
    if (column) {
      for (const place of places) {
        const count = column[place] ?? 0;
        if (count > 0) scores[place]! += weight * worthOf(count, lengths[place]!);
      }
      return;
    }
    postings.each(gram, (entries, from, to) => {
      for (let at = from; at < to; at++) {
        const place = entries[at]! >>> 8;
        if (isWanted[place] === 0) continue;
        scores[place]! += weight * worthOf(entries[at]! & 0xff, lengths[place]!);
      }
    });
  }

  return {
    put(place, reading) {
      makeRoom(place);
      held = place + 1;
      lengths[place] = Math.min(LONGEST, reading.length);
      for (let n = 0; n < reading.grams.length; n++) {
        postings.add(reading.grams[n]!, place, reading.counts[n]!);
      }
    },
    forget: (place) => void (lengths[place] = DEAD),
    begin(ask, most) {
      const grams = [...ask.weights]
        .map(([gram, weight]) => ({ gram: gramKey(gram), weight }))
        .sort((a, b) => b.weight - a.weight);
      const parted = part(grams);
      common = parted.common;
      for (const gram of parted.telling) countForAll(gram);
      return greatest(scores, held, most);
    },
    finish(places) {
      for (const place of places) isWanted[place] = 1;
      for (const gram of common) countForWanted(gram, places);
      const taken = Float64Array.from(places, (place) => scores[place]!);
      for (const place of places) isWanted[place] = 0;
      scores.fill(0, 0, held);
      return taken;
    },
  };
}

/**
 * The `most` places with the greatest scores above 0 among the first `count`, in no order. A heap of
 * those kept, the least on top.
 */
function greatest(scores: Float32Array, count: number, most: number): number[] {
  const heap: number[] = [];
  const sink = (from: number) => {
    for (let at = from; ;) {
      const left = 2 * at + 1;
      if (left >= most) return;
      const right = left + 1;
      const child = right < most && scores[heap[right]!]! < scores[heap[left]!]! ? right : left;
      if (scores[heap[at]!]! <= scores[heap[child]!]!) return;
      [heap[at], heap[child]] = [heap[child]!, heap[at]!];
      at = child;
    }
  };
  let least = 0;
  for (let place = 0; place < count; place++) {
    if (scores[place]! <= least) continue;
    if (heap.length < most) {
      if (heap.push(place) < most) continue;
      for (let at = Math.floor(most / 2) - 1; at >= 0; at--) sink(at);
    } else {
      heap[0] = place;
      sink(0);
    }
    least = scores[heap[0]!]!;
  }
  return heap;
}
