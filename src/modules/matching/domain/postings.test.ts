import { expect, it } from 'vitest';

import { seededRandom } from '../../../kernel/random.ts';
import { createPostings } from './postings.ts';

it('gives back where each gram stands, common or rare, while the library grows', () => {
  const random = seededRandom(7);
  const postings = createPostings();
  /** Gram n stands in one place of n + 1, so that the first have columns. */
  const GRAMS = 40;
  const stands = Array.from({ length: GRAMS }, () => new Map<number, number>());
  for (let place = 0; place < 9000; place++) {
    for (let gram = 0; gram < GRAMS; gram++) {
      if (random() * (gram + 1) > 1) continue;
      const count = 1 + Math.floor(random() * 300);
      postings.add(gram, place, count);
      stands[gram]!.set(place, Math.min(255, count));
    }
  }
  expect(postings.column(0)).toBeDefined();
  expect(postings.column(GRAMS - 1)).toBeUndefined();
  for (let gram = 0; gram < GRAMS; gram++) {
    const found = new Map<number, number>();
    postings.each(gram, (entries, from, to) => {
      for (let at = from; at < to; at++) found.set(entries[at]! >>> 8, entries[at]! & 0xff);
    });
    expect(found).toEqual(stands[gram]);
    expect(postings.count(gram)).toBe(stands[gram]!.size);
    const column = postings.column(gram);
    for (const [place, count] of column ? stands[gram]! : []) expect(column![place]).toBe(count);
  }
  expect(postings.count(GRAMS)).toBe(0);
});
