/** One search engine in a process of its own for `bench/retrieval.ts`: builds it, asks it, tells the figures. */
import { setImmediate } from 'node:timers/promises';

import { generateListings } from './generate-listings.ts';
import { percentiles } from './percentiles.ts';
import { type RivalDocument, RIVALS } from './rivals.ts';

const [name = '', count = '0', questions = '0'] = process.argv.slice(2);
const CHUNK = 10_000;
const engine = RIVALS[name];
if (!engine) throw new Error(`There is no ${name}.`);

const documents: RivalDocument[] = [];
for (let from = 0, part = 1; from < Number(count); from += CHUNK, part++) {
  const made = generateListings(Math.min(CHUNK, Number(count) - from), part);
  for (const { id, title, abstract, keywords } of made.achievements) {
    documents.push({ id: `${part}${id}`, title, text: `${abstract}${keywords.join('，')}` });
  }
  for (const { id, research, bio } of made.experts) {
    documents.push({ id: `${part}${id}`, title: research, text: bio });
  }
}
const megabytes = () => {
  globalThis.gc?.();
  return process.memoryUsage.rss() / 2 ** 20;
};
const idle = megabytes();
const begun = performance.now();
const rival = await engine(documents);
const seconds = (performance.now() - begun) / 1000;
const memory = megabytes() - idle;
const texts = generateListings(Number(questions) * 7, 7)
  .needs.slice(0, Number(questions))
  .map(({ title, description }) => `${title}。${description}`);

async function ask(atOnce: number) {
  const times: number[] = [];
  let next = 0;
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let text = texts[next++]; text !== undefined; text = texts[next++]) {
        const started = performance.now();
        await setImmediate();
        await rival.search(text, 20);
        times.push(performance.now() - started);
        await setImmediate();
      }
    }),
  );
  return percentiles(times);
}

for (const text of texts.slice(0, 5)) await rival.search(text, 20);
process.send!({
  listings: documents.length,
  seconds,
  megabytes: memory,
  alone: await ask(1),
  eight: await ask(8),
});
process.exit(0);
