import { readFile } from 'node:fs/promises';

import { readTermVectors, type TermVectors } from '../domain/term-vectors.ts';

const data = new URL('../data/', import.meta.url);

/** Reads the vectors that come with the product; see NOTICE for their source. About 20 MB in memory. */
export async function loadTermVectors(): Promise<TermVectors> {
  const [terms, bytes] = await Promise.all([
    readFile(new URL('terms.tsv', data), 'utf8'),
    readFile(new URL('term-vectors.i8', data)),
  ]);
  return readTermVectors(terms, bytes);
}
