import { z } from 'zod';
import {
  type CallOptions,
  type Endpoint,
  EndpointFailure,
  type EndpointState,
} from './endpoint.ts';

/** Characters of the question and of each document that are read; models read no more. */
const LONGEST_TEXT = 1_500;

export type Reranker = {
  state: () => EndpointState;
  /**
   * How well each document answers the question, 0..1, in the order given; undefined for those that
   * the server leaves out. Throws `EndpointFailure`.
   */
  rerank: (
    query: string,
    documents: readonly string[],
    options?: CallOptions,
  ) => Promise<(number | undefined)[]>;
};

/** What stands in its place when nothing is set: it asks nobody. */
export const noReranker: Reranker = {
  state: () => 'off',
  rerank: () => Promise.reject(new EndpointFailure('refused', 'RERANKER_URL is not set.')),
};

/**
 * The form that Jina, Cohere, vLLM and those who follow them share. Servers with only Hugging Face's
 * own form answer a bare list with `score`; they are understood where they take `documents`.
 */
const result = z.union([
  z.object({ index: z.number().int().min(0), relevance_score: z.number() }),
  z.object({ index: z.number().int().min(0), score: z.number() }),
]);
const answerShape = z.union([z.object({ results: z.array(result) }), z.array(result)]);

/** Grades from a reranking server: `POST …/rerank {model, query, documents, top_n}`. */
export function createReranker({
  endpoint,
  model,
}: {
  endpoint: Endpoint;
  model: string;
}): Reranker {
  return {
    state: () => endpoint.state(),
    async rerank(query, documents, options = {}) {
      if (documents.length === 0) return [];
      try {
        return await endpoint.post(
          {
            model,
            query: query.slice(0, LONGEST_TEXT),
            documents: documents.map((text) => text.slice(0, LONGEST_TEXT)),
            top_n: documents.length,
          },
          (answer) => readGrades(answer, documents.length),
          options,
        );
      } catch (error) {
        // Nothing smaller can be asked, so that a no to this is a no.
        if (error instanceof EndpointFailure && error.kind === 'too_much') endpoint.report(error);
        throw error;
      }
    },
  };
}

function readGrades(answer: unknown, count: number): (number | undefined)[] {
  const parsed = answerShape.safeParse(answer);
  if (!parsed.success) {
    throw new EndpointFailure(
      'wrong',
      'The reranking server answers in another form than {results: [{index, relevance_score}]}.',
    );
  }
  const results = Array.isArray(parsed.data) ? parsed.data : parsed.data.results;
  const grades: (number | undefined)[] = Array.from({ length: count });
  for (const each of results) {
    if (each.index >= count) {
      throw new EndpointFailure('wrong', `The reranking server grades a document ${each.index}.`);
    }
    grades[each.index] = 'score' in each ? each.score : each.relevance_score;
  }
  // Some models give log odds instead of a probability; the order is the same.
  const isOdds = grades.some((grade) => grade !== undefined && (grade < 0 || grade > 1));
  return isOdds
    ? grades.map((grade) => (grade === undefined ? undefined : 1 / (1 + Math.exp(-grade))))
    : grades;
}
