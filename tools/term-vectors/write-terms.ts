import fs from 'node:fs';
import path from 'node:path';
import type { GramCounts } from './count-grams.ts';
import type { Matrix } from './matrices.ts';
import type { Vocabulary } from './vocabulary.ts';

/** All files together, in bytes: they come with the product. */
const MOST_BYTES = 12_000_000;
/** Share of the numbers that fit into a byte; the few larger ones are cut off. */
const WITHIN = 0.999;
const LARGEST = 127;

/** One signed byte a number, all on one scale: the length of a row is part of what it says. */
export function encodeVectors({ values }: Matrix): Int8Array {
  const sizes = values.map(Math.abs).sort();
  const limit = sizes[Math.floor(WITHIN * (sizes.length - 1))] ?? 0;
  const scale = limit === 0 ? 0 : LARGEST / limit;
  return Int8Array.from(values, (value) =>
    Math.max(-LARGEST, Math.min(LARGEST, Math.round(value * scale))),
  );
}

/** A line `term<TAB>count` for each. */
export function encodeTerms({ terms, counts }: Vocabulary): string {
  return terms.map((term, id) => `${term}\t${counts[id]!}\n`).join('');
}

/** Writes what is learned as the product reads it. Throws an Error, and writes nothing, when it is too large. */
export function writeTerms(
  folder: string,
  vocabulary: Vocabulary,
  vectors: Matrix,
  grams: GramCounts,
): { name: string; bytes: number }[] {
  const terms = Buffer.from(encodeTerms(vocabulary));
  const background = Buffer.from(`${JSON.stringify(grams, null, 2)}\n`);
  const all = terms.length + vectors.values.length + background.length;
  if (all > MOST_BYTES) throw new Error(`${all} bytes are more than the ${MOST_BYTES} allowed.`);
  const files = [
    { name: 'terms.tsv', content: terms },
    { name: 'term-vectors.i8', content: encodeVectors(vectors) },
    { name: 'background-grams.json', content: background },
  ];
  fs.mkdirSync(folder, { recursive: true });
  for (const { name, content } of files) fs.writeFileSync(path.join(folder, name), content);
  return files.map(({ name, content }) => ({ name, bytes: content.length }));
}
