import type { OfferReading } from './features.ts';

/**
 * An offer's reading as bytes, as the index keeps it with the listing, so that a question reads no
 * text of the hundreds it is ranked against. Little endian:
 * `u32` length in grams, number of grams, of terms, of dimensions; then the grams' keys and the
 * terms as `u32`, how often each gram occurs as `u8` (255 for more), the whole as `i8` a dimension.
 */
const HEADER = 4;
/** To be raised whenever the bytes, or how an offer is read, change. */
export const READING_FORMAT = 1;
const MOST = 255;

/** What `unpackReading` gives: views into the bytes. */
export type PackedReading = {
  length: number;
  grams: Uint32Array;
  counts: Uint8Array;
  terms: Uint32Array;
  /** Points as the whole does; its length says nothing. Empty without vectors. */
  whole: Int8Array;
};

/**
 * A gram as a number: one or two UTF-16 units as they are. Longer ones and those beyond the basic
 * plane are hashed into the range that no single unit begins, where two may rarely fall together.
 */
export function gramKey(gram: string): number {
  const first = gram.charCodeAt(0);
  const isOutside = first >= 0xd800 && first <= 0xdfff;
  if (!isOutside && gram.length === 1) return first;
  if (!isOutside && gram.length === 2) return ((first << 16) | gram.charCodeAt(1)) >>> 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < gram.length; i++) {
    hash = Math.imul(hash ^ gram.charCodeAt(i), 0x01000193);
  }
  return ((0xd800 << 16) | ((hash ^ (hash >>> 15)) & 0x07ffffff)) >>> 0;
}

export function packReading({ counts, length, meaning }: OfferReading): Uint8Array<ArrayBuffer> {
  const grams = counts.size;
  const terms = meaning?.terms ?? new Int32Array();
  const whole = meaning?.whole ?? new Int8Array();
  const words = HEADER + grams + terms.length;
  const bytes = new Uint8Array(words * 4 + grams + whole.length);
  const numbers = new Uint32Array(bytes.buffer, 0, words);
  numbers.set([length, grams, terms.length, whole.length]);
  let at = 0;
  for (const [gram, count] of counts) {
    numbers[HEADER + at] = gramKey(gram);
    bytes[words * 4 + at] = Math.min(MOST, count);
    at++;
  }
  numbers.set(terms, HEADER + grams);
  new Int8Array(bytes.buffer, words * 4 + grams).set(whole);
  return bytes;
}

export function unpackReading(bytes: Uint8Array): PackedReading {
  // The numbers need a place that is a multiple of 4; bytes from elsewhere may lie anywhere.
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const { buffer, byteOffset } = aligned;
  const [length = 0, grams = 0, terms = 0, dimensions = 0] = new Uint32Array(
    buffer,
    byteOffset,
    HEADER,
  );
  const after = byteOffset + (HEADER + grams + terms) * 4;
  return {
    length,
    grams: new Uint32Array(buffer, byteOffset + HEADER * 4, grams),
    terms: new Uint32Array(buffer, byteOffset + (HEADER + grams) * 4, terms),
    counts: new Uint8Array(buffer, after, grams),
    whole: new Int8Array(buffer, after + grams, dimensions),
  };
}
