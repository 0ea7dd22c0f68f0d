import { bigrams, isNumber, tokenise, type Token } from '../../../kernel/text/grams.ts';
import { readQuantities, type Quantity } from '../../../kernel/text/quantities.ts';

/** The words by which two listings are held against each other. */
export type ListingText = { title: string; text: string };

/** What makes a shared stretch tell something; handed in by those who know how rare words are. */
export type TextWeights = {
  /** How much a shared character or pair of characters says: 0 or more, rarer is more. */
  gram: (gram: string) => number;
  /** Stretches of a listing's text (UTF-16 offsets) with how much they speak of the matter, 0..1. */
  stretches: (listing: ListingText) => readonly { start: number; end: number; weight: number }[];
};

/** `same`: hardly a word differs. `figures`: the words are the same, a figure is not. `close`: much is shared. */
export type ClosenessLevel = 'same' | 'figures' | 'close' | 'different';

/** A figure of one dimension that both give, with different values, as written. */
export type FigurePair = { mine: string; theirs: string };

export type Closeness = {
  /** Share of the telling words that stand in both, 0..1. */
  share: number;
  level: ClosenessLevel;
  figures: FigurePair[];
};

export type ReadListing = {
  source: ListingText;
  title: ReadonlyMap<string, number>;
  whole: ReadonlyMap<string, number>;
  figures: readonly Quantity[];
  /** Numbers without a unit that is known, with the word after them: 13万, 6台. */
  counts: readonly { value: string; text: string }[];
};

/** What two entries of one matter share at least; chosen on the pairs in `closeness.test.ts`. */
const SAME = 0.8;
const CLOSE = 0.5;
/**
 * A short entry of what another tells at length shares little of the whole, but nearly all its own
 * words stand in the other.
 */
const CONTAINED = 0.85;
/** Fewer telling words than this are in any longer text of the trade by chance. */
const LEAST_MASS = 30;
/**
 * A company's profile is the same below all its needs: so the words of each title must stand in the
 * other listing, at least this share, and both shares together this much.
 */
const TITLE_MET = 0.25;
const TITLES_MET = 0.9;

/** Reads a listing once, to be held against many. */
export function readListing(source: ListingText, weights: TextWeights): ReadListing {
  const title = new Map<string, number>();
  for (const gram of bigrams(tokenise(source.title))) title.set(gram, weights.gram(gram));
  const whole = new Map(title);
  for (const { start, end, weight } of weights.stretches(source)) {
    for (const gram of bigrams(tokenise(source.text.slice(start, end)))) {
      const counted = weights.gram(gram) * weight;
      if (counted > (whole.get(gram) ?? 0)) whole.set(gram, counted);
    }
  }
  const said = `${source.title}\n${source.text}`;
  const figures = readQuantities(said);
  return { source, title, whole, figures, counts: readCounts(said, figures) };
}

function readCounts(text: string, figures: readonly Quantity[]): ReadListing['counts'] {
  return tokenise(text)
    .filter(
      (token) =>
        isNumber(token.text) &&
        !figures.some(({ start, end }) => start < token.end && token.start < end),
    )
    .map(({ text: value, start, end }) => ({
      value,
      text:
        text.slice(start, end) +
        (/^(?:[百千万亿]+|\p{Script=Han})/u.exec(text.slice(end))?.[0] ?? ''),
    }));
}

/**
 * How close two listings are: weighted Jaccard over pairs of characters, so that the order of
 * sentences does not matter, and rare words count more than those of any posting.
 */
export function closenessOf(mine: ReadListing, theirs: ReadListing): Closeness {
  let shared = 0;
  let mass = 0;
  for (const [gram, weight] of mine.whole) {
    shared += Math.min(weight, theirs.whole.get(gram) ?? 0);
    mass += weight;
  }
  const other = sum(theirs.whole);
  const share = shared === 0 ? 0 : shared / (mass + other - shared);
  const contained = shared === 0 ? 0 : shared / Math.min(mass, other);
  const figures = changedFigures(mine, theirs);
  const level = levelOf();
  return { share, level, figures };

  function levelOf(): ClosenessLevel {
    if (!titlesMeet(mine, theirs)) return 'different';
    if (share >= SAME) return figures.length > 0 ? 'figures' : 'same';
    const inOther = contained >= CONTAINED && Math.min(mass, other) >= LEAST_MASS;
    return share >= CLOSE || inOther ? 'close' : 'different';
  }
}

function titlesMeet(mine: ReadListing, theirs: ReadListing): boolean {
  const there = within(mine.title, theirs.whole);
  const here = within(theirs.title, mine.whole);
  return Math.min(there, here) >= TITLE_MET && there + here >= TITLES_MET;
}

/** Share of the weight of `part` whose grams stand in `whole`; a part that says nothing is in all. */
function within(part: ReadonlyMap<string, number>, whole: ReadonlyMap<string, number>): number {
  let met = 0;
  for (const [gram, weight] of part) if (whole.has(gram)) met += weight;
  const all = sum(part);
  return all === 0 ? 1 : met / all;
}

function sum(grams: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const weight of grams.values()) total += weight;
  return total;
}

/** Figures of one dimension, and numbers without any, that only one side gives, in reading order. */
function changedFigures(mine: ReadListing, theirs: ReadListing): FigurePair[] {
  const onlyMine = mine.figures.filter(
    (figure) => !theirs.figures.some((other) => isSame(figure, other)),
  );
  const onlyTheirs = theirs.figures.filter(
    (figure) => !mine.figures.some((other) => isSame(figure, other)),
  );
  const pairs: FigurePair[] = [];
  for (const figure of onlyMine) {
    const at = onlyTheirs.findIndex((other) => other.dimension === figure.dimension);
    const [other] = at < 0 ? [] : onlyTheirs.splice(at, 1);
    if (other) pairs.push({ mine: figure.text, theirs: other.text });
  }
  const without = (counts: ReadListing['counts'], others: ReadListing['counts']) =>
    counts.filter(({ value }) => !others.some((other) => other.value === value));
  const countsThere = without(theirs.counts, mine.counts);
  without(mine.counts, theirs.counts).forEach((count, at) => {
    const other = countsThere[at];
    if (other) pairs.push({ mine: count.text, theirs: other.text });
  });
  return pairs;
}

function isSame(one: Quantity, other: Quantity): boolean {
  const near = (a: number | null, b: number | null) =>
    a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-6 * Math.abs(a));
  return one.dimension === other.dimension && near(one.min, other.min) && near(one.max, other.max);
}

/** A stretch of a field, UTF-16 offsets. */
export type Stretch = { field: 'title' | 'text'; start: number; end: number };

/** What stands in the first listing and nowhere in the second, whatever its order: to be marked. */
export function onlyIn(mine: ListingText, theirs: ListingText): Stretch[] {
  const known = new Set([theirs.title, theirs.text].flatMap((text) => bigrams(tokenise(text))));
  const singles = new Set(
    [theirs.title, theirs.text].flatMap((text) => tokenise(text).map((token) => token.text)),
  );
  return (['title', 'text'] as const).flatMap((field) =>
    stretchesWithout(tokenise(mine[field]), known, singles).map((stretch) => ({
      field,
      ...stretch,
    })),
  );
}

function stretchesWithout(
  tokens: readonly Token[],
  pairs: ReadonlySet<string>,
  singles: ReadonlySet<string>,
): { start: number; end: number }[] {
  const isKnown = (at: number): boolean => {
    const token = tokens[at]!;
    const before = tokens[at - 1];
    const after = tokens[at + 1];
    const left = token.han && before?.run === token.run;
    const right = token.han && after?.run === token.run;
    if (!left && !right) return singles.has(token.text);
    return (
      (left && pairs.has(before.text + token.text)) || (right && pairs.has(token.text + after.text))
    );
  };
  const found: { start: number; end: number }[] = [];
  tokens.forEach((token, at) => {
    if (isKnown(at)) return;
    const last = found.at(-1);
    // Two marks with one character between them are read as one.
    if (last && token.start - last.end <= 1) last.end = token.end;
    else found.push({ start: token.start, end: token.end });
  });
  return found;
}
