import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';

import { READING_FORMAT } from '../domain/reading-bytes.ts';
import { readTermVectors, type TermVectors } from '../domain/term-vectors.ts';
import { readTradeConcepts } from '../domain/trade-words.ts';

const data = new URL('../data/', import.meta.url);
const tradeWords = new URL('trade-words/', data);

async function readFiles() {
  const files = (await readdir(tradeWords)).toSorted();
  const [terms, bytes, ...concepts] = await Promise.all([
    readFile(new URL('terms.tsv', data), 'utf8'),
    readFile(new URL('term-vectors.i8', data)),
    ...files.map((file) => readFile(new URL(file, tradeWords), 'utf8')),
  ]);
  return { terms, bytes, concepts };
}

/** Reads the words that come with the product; see NOTICE for their source. About 20 MB in memory. */
export async function loadTermVectors(): Promise<TermVectors> {
  const { terms, bytes, concepts } = await readFiles();
  return readTermVectors(terms, bytes, concepts.flatMap(readTradeConcepts));
}

/** Differs when readings of listings that were made before must be made anew. */
export async function readingFormat(): Promise<string> {
  const { terms, bytes } = await readFiles();
  const hash = createHash('sha256').update(terms).update(bytes).digest('base64url');
  return `${READING_FORMAT} ${hash}`;
}
