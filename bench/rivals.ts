import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { create, insertMultiple, search } from '@orama/orama';
import { createTokenizer } from '@orama/tokenizers/mandarin';
import MiniSearch from 'minisearch';

import { bigrams, tokenise } from '../src/kernel/text/grams.ts';

/** One listing as a search engine gets it. */
export type RivalDocument = { id: string; title: string; text: string };

/** A search engine with a library in it. `search` gives ids, best first. */
export type Rival = { search: (query: string, limit: number) => Promise<string[]> };

/** Takes in a library, as an application would that uses this engine. */
export type RivalEngine = (documents: readonly RivalDocument[]) => Promise<Rival>;

let cutter: Jieba | undefined;

/** Words as jieba cuts them for search engines: long words and their parts. */
export function jiebaWords(text: string): string[] {
  cutter ??= Jieba.withDict(dict);
  return cutter
    .cutForSearch(text.normalize('NFKC').toLowerCase(), true)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

const characterPairs = (text: string): string[] => bigrams(tokenise(text));

/** A title says in a few words what the text is about; twice is what users of these engines set. */
const TITLE_BOOST = 2;

function miniSearch(tokenize?: (text: string) => string[]): RivalEngine {
  return async (documents) => {
    const index = new MiniSearch<RivalDocument>({
      fields: ['title', 'text'],
      searchOptions: { boost: { title: TITLE_BOOST }, combineWith: 'OR' },
      ...(tokenize && { tokenize }),
    });
    index.addAll(documents);
    return {
      search: async (query, limit) =>
        index
          .search(query)
          .slice(0, limit)
          .map((hit) => String(hit.id)),
    };
  };
}

function orama(
  tokenizer: Pick<
    ReturnType<typeof createTokenizer>,
    'language' | 'normalizationCache' | 'tokenize'
  >,
): RivalEngine {
  return async (documents) => {
    const index = create({
      schema: { title: 'string', text: 'string' } as const,
      components: { tokenizer },
    });
    await insertMultiple(index, [...documents], 1000);
    return {
      search: async (query, limit) => {
        const found = await search(index, {
          term: query,
          limit,
          boost: { title: TITLE_BOOST },
        });
        return found.hits.map((hit) => hit.id);
      },
    };
  };
}

/**
 * What a JavaScript developer could install instead, by name: each as it comes, and set up as well
 * as its documentation allows for Chinese. Orama matches the beginnings of words; it has no other way.
 */
export const RIVALS: Record<string, RivalEngine> = {
  'minisearch, as it comes': miniSearch(),
  'minisearch, pairs of characters': miniSearch(characterPairs),
  'minisearch, jieba words': miniSearch(jiebaWords),
  'orama, mandarin': orama(createTokenizer({ language: 'mandarin' })),
  'orama, jieba words': orama({
    ...createTokenizer({ language: 'mandarin' }),
    tokenize: jiebaWords,
  }),
};
