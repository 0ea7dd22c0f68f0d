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
  const worth = new Float64Array(USUAL_LENGTH * USUAL_COUNT);
  for (let length = 0; length < USUAL_LENGTH; length++) {
    for (let count = 0; count < USUAL_COUNT; count++) {
      worth[length * USUAL_COUNT + count] = worthOf(count, length);
    }
  }
  let lengths = new Uint16Array(1024);
  let scores = new Float64Array(1024);
  let isWanted = new Uint8Array(1024);
  let touched = new Uint32Array(1024);
  let reached = 0;
  let common: Weighed[] = [];

  function worthOf(count: number, length: number): number {
    return length === DEAD ? 0 : (count * (K1 + 1)) / (count + lengthNorm(length, kind));
  }

  function makeRoom(place: number): void {
    if (place < lengths.length) return;
    const held = lengths;
    lengths = new Uint16Array(held.length * 2);
    lengths.set(held);
    scores = new Float64Array(lengths.length);
    isWanted = new Uint8Array(lengths.length);
    touched = new Uint32Array(lengths.length);
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
        if (value === 0) continue;
        if (scores[place] === 0) touched[reached++] = place;
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
      reached = 0;
      for (const gram of parted.telling) countForAll(gram);
      return greatest(touched.subarray(0, reached), scores, most);
    },
    finish(places) {
      for (const place of places) isWanted[place] = 1;
      for (const gram of common) countForWanted(gram, places);
      const taken = Float64Array.from(places, (place) => scores[place]!);
      for (const place of places) {
        isWanted[place] = 0;
        scores[place] = 0;
      }
      for (const place of touched.subarray(0, reached)) scores[place] = 0;
      return taken;
    },
  };
}

/** The `most` places with the greatest scores, in no order. A heap of those kept, the least on top. */
function greatest(places: Uint32Array, scores: Float64Array, most: number): number[] {
  const heap = [...places.subarray(0, most)];
  if (places.length <= most) return heap;
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
