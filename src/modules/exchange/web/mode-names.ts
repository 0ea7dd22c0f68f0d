import { exchangeWords } from './exchange-words.ts';

/** The reader's words for a way of cooperation; what the lists do not know stays as written. */
export function useModeName(): (mode: string) => string {
  const t = exchangeWords.useText() as (key: string) => string;
  return (mode) => {
    const key = `modes.${mode}`;
    const said = t(key);
    return said === key ? mode : said;
  };
}
