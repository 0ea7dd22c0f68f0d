/** A stretch of a text, and whether it stands in this one alone. */
export type Stretch = { text: string; changed: boolean };

const segmenter = new Intl.Segmenter('zh', { granularity: 'word' });
const wordsOf = (text: string): string[] =>
  Array.from(segmenter.segment(text), ({ segment }) => segment);

/**
 * Two texts word by word: what only the older says, and what only the newer says, in reading order.
 * The longest common sequence of words stays unmarked. Both sides put together are the texts again.
 */
export function compareTexts(older: string, newer: string): { older: Stretch[]; newer: Stretch[] } {
  const a = wordsOf(older);
  const b = wordsOf(newer);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (
    end < a.length - start &&
    end < b.length - start &&
    a[a.length - 1 - end] === b[b.length - 1 - end]
  ) {
    end++;
  }
  const common = commonWords(a.slice(start, a.length - end), b.slice(start, b.length - end));
  return {
    older: stretches(a, start, end, common.inA),
    newer: stretches(b, start, end, common.inB),
  };
}

/** Which words of two lists belong to their longest common subsequence. */
function commonWords(a: readonly string[], b: readonly string[]) {
  const inA = new Set<number>();
  const inB = new Set<number>();
  const width = b.length + 1;
  // Texts have at most 5,000 characters, so the table stays below some ten million small numbers.
  const longest = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      longest[i * width + j] =
        a[i] === b[j]
          ? longest[(i + 1) * width + j + 1]! + 1
          : Math.max(longest[(i + 1) * width + j]!, longest[i * width + j + 1]!);
    }
  }
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      inA.add(i++);
      inB.add(j++);
    } else if (longest[(i + 1) * width + j]! >= longest[i * width + j + 1]!) i++;
    else j++;
  }
  return { inA, inB };
}

function stretches(
  words: readonly string[],
  start: number,
  end: number,
  common: ReadonlySet<number>,
): Stretch[] {
  const found: Stretch[] = [];
  words.forEach((text, at) => {
    const changed = at >= start && at < words.length - end && !common.has(at - start);
    const last = found.at(-1);
    if (last?.changed === changed) last.text += text;
    else found.push({ text, changed });
  });
  return found;
}
