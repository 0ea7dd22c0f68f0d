import {
  ROLE_WEIGHTS,
  SPEAKS_OF_NEED,
  type WeighedSentence,
  weighSentences,
} from './sentence-weight.ts';
import { type SingleNeed, splitNeeds } from './split-needs.ts';
import { readWanted, type Wanted } from './wanted-kind.ts';

/** How a posting was read. All offsets are UTF-16, into the fields as given. */
export type PostingReading = {
  /** Stretches of title and text with their weight, in order. What no stretch covers weighs nothing. */
  sentences: WeighedSentence[];
  /** What is wanted, one by one: several when the title is a list, none when there is no title. */
  needs: (SingleNeed & { field: 'title' })[];
  wanted: Wanted;
};

/**
 * Reads a posting as a person does: what it wants, of which kind, and which sentences speak of it.
 * By cues alone, so that the same text is always read the same, and a page can say why. The sector
 * a platform files it under is not asked for: it is often wrong.
 */
export function readPosting({ title, text }: { title: string; text: string }): PostingReading {
  const named: WeighedSentence[] =
    title.trim() === ''
      ? []
      : [
          {
            field: 'title',
            start: 0,
            end: title.length,
            role: 'title',
            weight: ROLE_WEIGHTS.title,
            cues: [],
          },
        ];
  const sentences = [...named, ...weighSentences(text)];
  const speaks = sentences.some(({ weight }) => weight >= SPEAKS_OF_NEED);
  return {
    // Who says nothing but who they are is taken by that.
    sentences: speaks ? sentences : sentences.map((sentence) => ({ ...sentence, weight: 1 })),
    needs: splitNeeds(title).map((need) => ({ ...need, field: 'title' })),
    wanted: readWanted(title, text),
  };
}
