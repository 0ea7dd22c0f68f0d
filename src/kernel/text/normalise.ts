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
const CLUSTER = /\P{M}\p{M}*|\p{M}+/uy;
const PLAIN = /^[\x20-\x7e]*$/;

/** Units that stand alone and keep their form, whatever stands beside them: nearly all of our text. */
function isSimple(unit: number): boolean {
  return (
    (unit >= 0x20 && unit <= 0x7e) ||
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    unit === 0x3001 ||
    unit === 0x3002
  );
}

/** Half width of a full-width form of ASCII, else 0. */
function halfWidth(unit: number): number {
  return unit >= 0xff01 && unit <= 0xff5e ? unit - 0xfee0 : 0;
}

/** NFKC, and lower case unless `keepCase` (units of measure are case-sensitive: MW is not mW). */
export function normaliseText(
  original: string,
  options: { keepCase?: boolean } = {},
): NormalisedText {
  const { length } = original;
  let text = '';
  let from = new Uint32Array(length + 8);
  let to = new Uint32Array(length + 8);
  let count = 0;
  /** Begin of what is taken over as it stands. */
  let kept = 0;

  function put(plain: string, at: number, end: number): void {
    text += original.slice(kept, at) + plain;
    kept = end;
    if (count + plain.length + length - end > from.length) {
      from = grown(from, count + plain.length + length);
      to = grown(to, count + plain.length + length);
    }
    for (let unit = 0; unit < plain.length; unit++) {
      from[count] = at;
      to[count] = end;
      count++;
    }
  }

  for (let at = 0; at < length;) {
    const unit = original.charCodeAt(at);
    const half = halfWidth(unit);
    const following = at + 1 < length ? original.charCodeAt(at + 1) : 0x20;
    // What follows could be a mark that belongs to this character: then the long way.
    const alone = isSimple(following) || halfWidth(following) !== 0;
    if (alone && (isSimple(unit) || half !== 0)) {
      const code = half || unit;
      const isUpper = code >= 0x41 && code <= 0x5a && options.keepCase !== true;
      if (half !== 0 || isUpper) put(String.fromCharCode(isUpper ? code + 32 : code), at, at + 1);
      else {
        from[count] = at;
        to[count] = at + 1;
        count++;
      }
      at++;
      continue;
    }
    CLUSTER.lastIndex = at;
    const cluster = CLUSTER.exec(original)![0];
    let plain = PLAIN.test(cluster) || KEEP.test(cluster) ? cluster : cluster.normalize('NFKC');
    if (!options.keepCase) plain = plain.toLowerCase();
    put(plain, at, at + cluster.length);
    at += cluster.length;
  }
  text += original.slice(kept);
  return { text, from: from.slice(0, count), to: to.slice(0, count) };
}

function grown(list: Uint32Array<ArrayBuffer>, least: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(least * 2);
  larger.set(list);
  return larger;
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
