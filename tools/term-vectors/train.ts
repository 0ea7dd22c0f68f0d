import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { normaliseText } from '../../src/kernel/text/normalise.ts';
import { readTradeConcepts } from '../../src/modules/matching/domain/trade-words.ts';
import { learnTerms, RECIPE } from './learn.ts';
import { listTexts } from './texts.ts';
import { writeTerms } from './write-terms.ts';

// `npm run terms:train`: all that ranking knows of Chinese, learned from a folder of texts.
const USAGE = `npm run terms:train -- --texts DIR [--out DIR] [--words DIR] [--seed N]

  --texts  folder of .txt and .md files, one paragraph a line
  --out    folder the three files are written to (default: the product's own)
  --words  folder of .tsv files of trade words (default: the product's own)
  --seed   whole number; the same gives the same files (default: 1)
`;
const DATA = path.join(import.meta.dirname, '../../src/modules/matching/data');

/** The lines of trade words of a folder, each its words. Throws an Error that names a broken file. */
function readConcepts(folder: string): string[][] {
  let names: string[];
  try {
    names = fs.readdirSync(folder).filter((name) => name.endsWith('.tsv'));
  } catch (cause) {
    throw new Error(`The folder of trade words cannot be read: ${folder}`, { cause });
  }
  return names.sort().flatMap((name) => {
    const file = path.join(folder, name);
    try {
      return readTradeConcepts(fs.readFileSync(file, 'utf8')).map((concept) =>
        concept.map(({ word }) => normaliseText(word).text),
      );
    } catch (cause) {
      throw new Error(`${file}: ${(cause as Error).message}`, { cause });
    }
  });
}

function* contentsOf(files: readonly string[]): Iterable<string> {
  for (const file of files) yield fs.readFileSync(file, 'utf8');
}

function main(): void {
  const { values } = parseArgs({
    options: {
      texts: { type: 'string' },
      out: { type: 'string', default: DATA },
      words: { type: 'string', default: path.join(DATA, 'trade-words') },
      seed: { type: 'string', default: '1' },
    },
  });
  if (values.texts === undefined) throw new Error(`--texts is missing.\n\n${USAGE}`);
  const seed = Number(values.seed);
  if (!Number.isSafeInteger(seed)) throw new Error(`--seed is no whole number: ${values.seed}`);
  const files = listTexts(values.texts);
  const concepts = readConcepts(values.words);
  const began = performance.now();
  const say = (line: string): void => {
    const seconds = ((performance.now() - began) / 1000).toFixed(0);
    process.stdout.write(`${seconds.padStart(5)} s  ${line}\n`);
  };
  say(`${files.length} texts, ${concepts.length} lines of trade words`);
  const { vocabulary, vectors, grams } = learnTerms(contentsOf(files), concepts, RECIPE, seed, say);
  for (const { name, bytes } of writeTerms(values.out, vocabulary, vectors, grams)) {
    say(`${path.join(values.out, name)}, ${bytes} bytes`);
  }
}

try {
  main();
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
