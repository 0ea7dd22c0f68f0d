import { EndpointFailure } from '../../../platform/embeddings/endpoint.ts';
import { cosine } from '../../../platform/embeddings/embeddings.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Notice } from '../contract.ts';
import { type Measured, offerKey } from '../domain/features.ts';
import type { Ask, Offer, OfferKind } from '../domain/match.ts';
import { askText, offerText } from '../domain/model-texts.ts';
import type { ScoredOffer } from '../domain/rank.ts';
import { type DenseScale, denseScale, onScale } from './dense-scale.ts';
import { scanOf } from './listing-vectors.ts';

/** The longest that a question waits for servers of language models, all together. */
const BUDGET_MS = 1_500;
/** Candidates by nearness, for each kind. */
const NEAREST = 100;
/** How many of each kind, best first, are given to the reranking server. */
const RERANKED = 20;

/** What language models say of one question; nothing, and without a delay, when none is set. */
export type ModelsAsked = {
  /** Listings that are near in meaning, whatever words they use. */
  candidates: { kind: OfferKind; id: string }[];
  /** What the models measure of the offers; `score` puts them in order for the last of them. */
  measure: (
    offers: readonly Offer[],
    score: (measured: ReadonlyMap<string, Measured>) => readonly ScoredOffer[],
  ) => Promise<ReadonlyMap<string, Measured>>;
  /** What is missing in this answer, because a server is away. */
  notices: () => Notice[];
};

export async function askModels(platform: Platform, ask: Ask): Promise<ModelsAsked> {
  const { embeddings, reranker, log } = platform;
  const deadline = performance.now() + BUDGET_MS;
  const budget = () => ({ budgetMs: Math.max(1, deadline - performance.now()) });
  const notices = new Set<Notice>();
  const words = askText(ask);

  /** A server that gives nothing takes nothing away: the answer is made without it, and says so. */
  async function without<Result>(notice: Notice, work: () => Promise<Result>) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof EndpointFailure)) throw error;
      notices.add(notice);
      return undefined;
    }
  }

  async function readQuestion(): Promise<{ vector: Float32Array; scale: DenseScale } | undefined> {
    if (embeddings.state() === 'off') return undefined;
    return without('embeddings.away', async () => {
      const scale = await denseScale(embeddings, {
        ...budget(),
        onUseless: () =>
          log.warn({ model: embeddings.model }, 'this model cannot tell near from far: not used'),
      });
      if (!scale) return undefined;
      // The words of a question are not kept, nor is what they could be guessed from.
      const [vector] = await embeddings.embed([words], { ...budget(), keep: false });
      return { vector: vector!, scale };
    });
  }

  async function nearest({ vector, scale }: { vector: Float32Array; scale: DenseScale }) {
    const scan = scanOf(platform);
    const kinds: OfferKind[] = ['achievement', 'expert'];
    const found = await Promise.all(
      kinds.map(async (kind) => {
        const hits = await scan.search(kind, vector, { limit: NEAREST, least: scale.far });
        return hits.map(({ id }) => ({ kind, id }));
      }),
    );
    return found.flat();
  }

  async function measureDense(offers: readonly Offer[], measured: Map<string, Measured>) {
    if (!question) return;
    const vectors = await embeddings.recall(offers.map(offerText));
    for (const [at, offer] of offers.entries()) {
      const vector = vectors[at];
      const closeness = vector && cosine(question.vector, vector);
      if (closeness !== undefined) {
        measured.set(offerKey(offer), { dense: onScale(question.scale, closeness) });
      }
    }
  }

  const question = await readQuestion();
  return {
    candidates: question ? await nearest(question) : [],
    notices: () => [...notices],
    async measure(offers, score) {
      const measured = new Map<string, Measured>();
      await measureDense(offers, measured);
      if (reranker.state() === 'off' || offers.length === 0) return measured;
      const known = new Map(offers.map((offer) => [offerKey(offer), offer]));
      const scored = score(measured);
      const best = (['achievement', 'expert'] as const).flatMap((kind) =>
        scored.filter((each) => each.kind === kind).slice(0, RERANKED),
      );
      const documents = best.map((each) => offerText(known.get(offerKey(each))!));
      const grades = await without('reranker.away', () =>
        reranker.rerank(words, documents, budget()),
      );
      for (const [at, each] of best.entries()) {
        const rerank = grades?.[at];
        const key = offerKey(each);
        if (rerank !== undefined) measured.set(key, { ...measured.get(key), rerank });
      }
      return measured;
    },
  };
}
