import type { SparseMatrix } from './matrices.ts';
import { PairTable } from './pair-table.ts';
import { PARAGRAPH_END, type TermStream, type Vocabulary } from './vocabulary.ts';

/** Words to each side that count as neighbours; at distance d by 1/d. */
const WINDOW = 5;
/** Words with a larger share of the text are thinned out; Mikolov and others 2013. */
const THINNED_FROM = 1e-4;
/** Contexts count by this power of their frequency; Levy, Goldberg and Dagan 2015. */
const CONTEXT_SMOOTHING = 0.75;

/** How often terms stand near each other, both ways counted alike. */
export function countNeighbours(
  stream: TermStream,
  { terms, counts }: Vocabulary,
  random: () => number,
): PairTable {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const kept = Float64Array.from(counts, (count) => {
    const ratio = (THINNED_FROM * all) / count;
    return Math.min(1, Math.sqrt(ratio) + ratio);
  });
  const table = new PairTable(terms.length);
  const before = new Int32Array(WINDOW);
  let seen = 0;
  for (const id of stream) {
    if (id === PARAGRAPH_END) seen = 0;
    if (id < 0 || random() >= kept[id]!) continue;
    for (let distance = 1; distance <= Math.min(WINDOW, seen); distance++) {
      table.add(id, before[(seen - distance) % WINDOW]!, 1 / distance);
    }
    before[seen % WINDOW] = id;
    seen++;
  }
  return table;
}

/** Positive pointwise mutual information of each pair of neighbours, contexts smoothed. */
export function positiveMutualInformation(table: PairTable): SparseMatrix {
  const size = table.terms;
  const sums = new Float64Array(size);
  table.each((i, j, value) => {
    sums[i]! += value;
    sums[j]! += value;
  });
  const contexts = sums.map((sum) => sum ** CONTEXT_SMOOTHING);
  const allContexts = contexts.reduce((sum, value) => sum + value, 0);
  const logSums = sums.map(Math.log);
  const logContexts = contexts.map((value) => Math.log(value / allContexts));
  const both = (i: number, j: number, value: number): number => (i === j ? 2 * value : value);

  const starts = new Int32Array(size + 1);
  table.each((i, j, value) => {
    const log = Math.log(both(i, j, value));
    if (log - logSums[i]! - logContexts[j]! > 0) starts[i + 1]!++;
    if (i !== j && log - logSums[j]! - logContexts[i]! > 0) starts[j + 1]!++;
  });
  for (let i = 0; i < size; i++) starts[i + 1]! += starts[i]!;

  const columns = new Int32Array(starts[size]!);
  const values = new Float32Array(starts[size]!);
  const next = starts.slice(0, size);
  const put = (i: number, j: number, value: number): void => {
    if (value <= 0) return;
    columns[next[i]!] = j;
    values[next[i]!++] = value;
  };
  table.each((i, j, value) => {
    const log = Math.log(both(i, j, value));
    put(i, j, log - logSums[i]! - logContexts[j]!);
    if (i !== j) put(j, i, log - logSums[j]! - logContexts[i]!);
  });
  return { size, starts, columns, values };
}
