import type { Ask, Offer } from './match.ts';
import { readPosting } from './posting.ts';
import { offerTexts } from './text-relevance.ts';

/** What a language model is given of an offer: the texts that count, and never a name. */
export const offerText = (offer: Offer): string =>
  joined(offerTexts(offer).map(([, text]) => text));

/**
 * What a language model is given of a question: not what hardly speaks of the problem, such as the
 * company's profile. It reads all alike, so that would count in full.
 */
export function askText({ title = '', text }: Ask): string {
  const fields = { title, text };
  const telling = readPosting(fields).sentences.filter(({ weight }) => weight >= LEAST_WEIGHT);
  const said = joined(telling.map(({ field, start, end }) => fields[field].slice(start, end)));
  return said === '' ? joined([title, text]) : said;
}

const LEAST_WEIGHT = 0.5;

const joined = (texts: readonly string[]): string =>
  texts
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .reduce((all, text) => `${all}${all === '' || STOP.test(all) ? '' : '。'}${text}`, '');

const STOP = /[。！？；，,.!?;]$/u;
