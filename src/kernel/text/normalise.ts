/**
 * A text in one spelling (full width → half width, compatibility forms → plain ones, optionally
 * lower case) that still knows where every unit came from. All offsets are UTF-16.
 */
export type NormalisedText = {
  text: string;
  /** For each unit of `text`: where the original stretch it came from begins. */
  from: Uint32Array;
  /** For each unit of `text`: where that original stretch ends (exclusive). */
  to: Uint32Array;
};

// Superscripts and subscripts keep their form: NFKC would read 10³ as 103.
const KEEP = /^[\u00b2\u00b3\u00b9\u2070-\u209f]/u;
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;
const PLAIN = /^[\x20-\x7e]*$/;

/** NFKC, and lower case unless `keepCase` (units of measure are case-sensitive: MW is not mW). */
export function normaliseText(
  original: string,
  options: { keepCase?: boolean } = {},
): NormalisedText {
  const pieces: string[] = [];
  const from: number[] = [];
  const to: number[] = [];
  for (const match of original.matchAll(CLUSTER)) {
    const cluster = match[0];
    let plain = PLAIN.test(cluster) || KEEP.test(cluster) ? cluster : cluster.normalize('NFKC');
    if (!options.keepCase) plain = plain.toLowerCase();
    pieces.push(plain);
    for (let unit = 0; unit < plain.length; unit++) {
      from.push(match.index);
      to.push(match.index + cluster.length);
    }
  }
  return { text: pieces.join(''), from: Uint32Array.from(from), to: Uint32Array.from(to) };
}

/** The stretch of the original that `start..end` of the normalised text came from. */
export function originalRange(
  normalised: NormalisedText,
  start: number,
  end: number,
): { start: number; end: number } {
  if (end <= start) throw new RangeError('An empty stretch has no original.');
  const first = normalised.from[start];
  const last = normalised.to[end - 1];
  if (first === undefined || last === undefined) {
    throw new RangeError(
      `Stretch ${start}..${end} lies outside a text of ${normalised.text.length}.`,
    );
  }
  return { start: first, end: last };
}
