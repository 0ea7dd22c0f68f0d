import { addScaled, type Matrix } from './matrices.ts';

/** Which Chinese characters each term is made of: those of term i are `ids[starts[i]..starts[i + 1]]`. */
export type CharacterParts = { count: number; starts: Int32Array; ids: Int32Array };

const CHINESE = /[\u3400-\u9fff]/g;

export function characterParts(terms: readonly string[]): CharacterParts {
  const numbers = new Map<string, number>();
  const starts = new Int32Array(terms.length + 1);
  const ids: number[] = [];
  for (const [at, term] of terms.entries()) {
    for (const character of term.match(CHINESE) ?? []) {
      const id = numbers.get(character) ?? numbers.size;
      numbers.set(character, id);
      ids.push(id);
    }
    starts[at + 1] = ids.length;
  }
  return { count: numbers.size, starts, ids: Int32Array.from(ids) };
}

/**
 * Terms without a vector (a row of zeros: they do not stand in the texts) get the mean of the known
 * terms they are made of, longest first from the left; those made of nothing known a small random one.
 */
export function fillFromParts(
  vectors: Matrix,
  terms: readonly string[],
  random: () => number,
): void {
  const { columns, values } = vectors;
  const isKnown = (id: number): boolean =>
    values.subarray(id * columns, (id + 1) * columns).some((value) => value !== 0);
  const known = new Map(terms.flatMap((term, id) => (isKnown(id) ? [[term, id] as const] : [])));
  for (const [id, term] of terms.entries()) {
    if (known.has(term)) continue;
    const parts = partsOf(term, known);
    for (const part of parts) {
      addScaled(values, id * columns, values, part * columns, 1 / parts.length, columns);
    }
    if (parts.length > 0) continue;
    for (let d = id * columns; d < (id + 1) * columns; d++) {
      values[d] = (random() - 0.5) / Math.sqrt(columns);
    }
  }
}

function partsOf(term: string, known: ReadonlyMap<string, number>): number[] {
  const parts: number[] = [];
  for (let at = 0; at < term.length; at++) {
    for (let end = term.length; end > at; end--) {
      const part = known.get(term.slice(at, end));
      if (part === undefined) continue;
      parts.push(part);
      at = end - 1;
      break;
    }
  }
  return parts;
}
