import { type CallOptions } from '../../../platform/embeddings/endpoint.ts';
import { cosine, type Embeddings } from '../../../platform/embeddings/embeddings.ts';
import { anchorPairs } from '../domain/anchor-pairs.ts';

/** What a model takes for unrelated (0) and for an answer (1), as cosines. */
export type DenseScale = { far: number; near: number };

/** Less between near and far, and the model cannot tell them apart. */
const LEAST_SPAN = 0.05;

/** One scale for each opened server: it never changes while a model is in use. */
const scales = new WeakMap<Embeddings, DenseScale | null>();

/**
 * The scale of the model in use, from texts whose nearness is known. Null when the model cannot tell
 * them apart, and is of no use here. Throws `EndpointFailure`.
 */
export async function denseScale(
  embeddings: Embeddings,
  options: CallOptions & { onUseless: () => void },
): Promise<DenseScale | null> {
  const known = scales.get(embeddings);
  if (known !== undefined) return known;
  const texts = anchorPairs.flatMap(({ asked, offered }) => [asked, offered]);
  const vectors = await embeddings.embed(texts, options);
  const scale = scaleOf(
    anchorPairs.map((_, at) => ({ asked: vectors[2 * at]!, offered: vectors[2 * at + 1]! })),
  );
  scales.set(embeddings, scale);
  if (!scale) options.onUseless();
  return scale;
}

function scaleOf(pairs: readonly { asked: Float32Array; offered: Float32Array }[]) {
  const answering = pairs.map(({ asked, offered }) => cosine(asked, offered) ?? 0);
  const unrelated = pairs.flatMap(({ asked }, at) =>
    pairs.flatMap(({ offered }, other) => (at === other ? [] : [cosine(asked, offered) ?? 0])),
  );
  const near = mean(answering);
  const middle = mean(unrelated);
  const spread = Math.sqrt(mean(unrelated.map((value) => (value - middle) ** 2)));
  // One spread above the middle five of six unrelated texts count for nothing.
  const far = middle + spread;
  return near - far < LEAST_SPAN ? null : { far, near };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** 0: as far as texts that have nothing to do with each other; 1: as near as an answer, or nearer. */
export const onScale = ({ far, near }: DenseScale, value: number): number =>
  Math.min(1, Math.max(0, (value - far) / (near - far)));
