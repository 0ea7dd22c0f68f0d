import { defaultBackground } from '../domain/background.ts';
import { gramWeight } from '../domain/gram-weight.ts';
import { readPosting } from '../domain/posting.ts';

const gram = (text: string): number => gramWeight(text, defaultBackground());

/**
 * How much words say, for those who hold listings against each other. A need is read as a posting:
 * what its company says of itself counts little. An achievement speaks of itself throughout.
 */
export const listingWeights = {
  need: {
    gram,
    stretches: (posting: { title: string; text: string }) =>
      readPosting(posting).sentences.filter(({ field }) => field === 'text'),
  },
  achievement: {
    gram,
    stretches: ({ text }: { text: string }) => [{ start: 0, end: text.length, weight: 1 }],
  },
};
