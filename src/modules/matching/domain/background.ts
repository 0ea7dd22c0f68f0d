import data from '../data/background-grams.json' with { type: 'json' };

/**
 * How common each character and pair of characters is in scientific Chinese. Ranking weighs by
 * these figures alone and never by those of the library, so that a new listing never moves others.
 */
export type Background = { documents: number; frequency: ReadonlyMap<string, number> };

type BackgroundData = { documents: number; grams: Record<string, string> };

function readBackground(source: BackgroundData): Background {
  const frequency = new Map<string, number>();
  for (const [count, grams] of Object.entries(source.grams)) {
    for (const gram of grams.split(' ')) frequency.set(gram, Number(count));
  }
  return { documents: source.documents, frequency };
}

let loaded: Background | undefined;

/** The background that comes with the product; see NOTICE for its source. */
export function defaultBackground(): Background {
  loaded ??= readBackground(data);
  return loaded;
}
