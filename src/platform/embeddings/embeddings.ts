import { z } from 'zod';
import {
  type CallOptions,
  type Endpoint,
  EndpointFailure,
  type EndpointState,
} from './endpoint.ts';
import { hashText, normaliseText, type VectorCache } from './vector-cache.ts';

/** Texts of one request at most, and all their characters together. */
const BATCH_TEXTS = 32;
const BATCH_CHARACTERS = 24_000;
/** Longer ones are cut; shorter when the server says that is still too much. */
const LONGEST_TEXT = 8_000;
const LEAST_TEXT = 128;

export type EmbedOptions = CallOptions & {
  /** Whether the vectors go into the database, and not only into the memory of this process. */
  keep?: boolean;
};

export type Embeddings = {
  state: () => EndpointState;
  /** The model that gives the vectors; null when off. Vectors of two models cannot be compared. */
  model: string | null;
  /**
   * One vector of length 1 for each text, in order. What is known is not asked again. Throws
   * `EndpointFailure`; what was given before the failure is kept.
   */
  embed: (texts: readonly string[], options?: EmbedOptions) => Promise<Float32Array[]>;
  /** Those that are known, in order, without asking anybody. */
  recall: (texts: readonly string[]) => Promise<(Float32Array | undefined)[]>;
  /** Forgets what nobody used for half a year. Returns how many. */
  prune: () => Promise<number>;
};

/** What stands in its place when nothing is set: it knows nothing and asks nobody. */
export const noEmbeddings: Embeddings = {
  state: () => 'off',
  model: null,
  embed: () => Promise.reject(new EndpointFailure('refused', 'EMBEDDINGS_URL is not set.')),
  recall: (texts) => Promise.resolve(texts.map(() => undefined)),
  prune: () => Promise.resolve(0),
};

const answerShape = z.object({
  data: z.array(z.object({ index: z.number().int().min(0), embedding: z.array(z.number()) })),
});

/** Vectors from a server with the interface of OpenAI: `POST …/embeddings {model, input: […]}`. */
export function createEmbeddings({
  endpoint,
  model,
  cache,
}: {
  endpoint: Endpoint;
  model: string;
  cache: VectorCache;
}): Embeddings {
  /** As the server gave it first; from then on all must be alike. */
  let dimensions: number | undefined;
  let longest = LONGEST_TEXT;
  let most = BATCH_TEXTS;

  function read(answer: unknown, count: number): Float32Array[] {
    const parsed = answerShape.safeParse(answer);
    if (!parsed.success || parsed.data.data.length !== count) {
      throw new EndpointFailure(
        'wrong',
        `The embeddings server answers in another form than {data: [{index, embedding}]} with ${count} vectors.`,
      );
    }
    const vectors: Float32Array[] = [];
    for (const { index, embedding } of parsed.data.data) {
      vectors[index] = toUnitLength(embedding);
    }
    const size = dimensions ?? vectors[0]?.length ?? 0;
    for (let at = 0; at < count; at++) {
      const found = vectors[at]?.length;
      if (found !== size) {
        throw new EndpointFailure(
          'wrong',
          found === undefined
            ? `The embeddings server gives no vector for text ${at}.`
            : `The embeddings server gives vectors of ${found} numbers where there were ${size}: another model runs under the name ${model}. Start anew to use it.`,
        );
      }
    }
    dimensions = size;
    return vectors;
  }

  /** A server that finds it too much gets less: half the texts, then half of the text. */
  async function ask(texts: readonly string[], options: CallOptions): Promise<Float32Array[]> {
    const input = texts.map((text) => text.slice(0, longest));
    try {
      return await endpoint.post({ model, input }, (answer) => read(answer, texts.length), options);
    } catch (error) {
      if (!(error instanceof EndpointFailure) || error.kind !== 'too_much') throw error;
      const length = Math.max(...input.map((text) => text.length));
      if (texts.length > 1) {
        const half = Math.ceil(texts.length / 2);
        most = Math.min(most, half);
        return [
          ...(await ask(texts.slice(0, half), options)),
          ...(await ask(texts.slice(half), options)),
        ];
      }
      if (length < 2 * LEAST_TEXT) {
        endpoint.report(error);
        throw error;
      }
      longest = Math.floor(length / 2);
      return ask(texts, options);
    }
  }

  const fits = (vector: Float32Array | undefined) =>
    vector !== undefined && (dimensions === undefined || vector.length === dimensions);

  return {
    state: () => endpoint.state(),
    model,
    prune: () => cache.prune(),
    async recall(texts) {
      const hashes = texts.map((text) => hashText(normaliseText(text)));
      const known = await cache.read(hashes);
      return hashes.map((hash) => (fits(known.get(hash)) ? known.get(hash) : undefined));
    },
    async embed(texts, { keep = true, signal, budgetMs } = {}) {
      const deadline = budgetMs === undefined ? undefined : performance.now() + budgetMs;
      // The model reads the text as it was written; only what is the same is told by the other form.
      const hashes = texts.map((text) => hashText(normaliseText(text)));
      const wanted = new Map(texts.map((text, at) => [hashes[at]!, text.trim()]));
      const found = await cache.read([...wanted.keys()]);
      const missing = [...wanted].filter(([hash]) => !fits(found.get(hash)));
      for (let from = 0; from < missing.length;) {
        const batch = nextBatch(missing, from, { most, longest });
        const left = deadline === undefined ? undefined : Math.max(1, deadline - performance.now());
        const vectors = await ask(
          batch.map(([, text]) => text),
          { signal, budgetMs: left },
        );
        const fresh = new Map(batch.map(([hash], at) => [hash, vectors[at]!]));
        await cache.write(fresh, keep);
        for (const [hash, vector] of fresh) found.set(hash, vector);
        from += batch.length;
      }
      return hashes.map((hash) => found.get(hash)!);
    },
  };
}

/** The next texts that go into one request; at least one. */
function nextBatch(
  texts: readonly [hash: string, text: string][],
  from: number,
  { most, longest }: { most: number; longest: number },
): readonly [hash: string, text: string][] {
  let characters = 0;
  let to = from;
  while (to < texts.length && to - from < most) {
    characters += Math.min(longest, texts[to]![1].length);
    if (to > from && characters > BATCH_CHARACTERS) break;
    to++;
  }
  return texts.slice(from, to);
}

function toUnitLength(numbers: readonly number[]): Float32Array {
  const vector = Float32Array.from(numbers);
  let square = 0;
  for (const value of vector) square += value * value;
  const length = Math.sqrt(square);
  if (!Number.isFinite(length) || length === 0) {
    throw new EndpointFailure(
      'wrong',
      'The embeddings server gives a vector that is no direction (empty, all zero, or not finite).',
    );
  }
  for (let at = 0; at < vector.length; at++) vector[at]! /= length;
  return vector;
}

/** Cosine of two vectors of length 1; undefined when they are not of one model. */
export function cosine(a: Float32Array, b: Float32Array): number | undefined {
  if (a.length !== b.length) return undefined;
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}
