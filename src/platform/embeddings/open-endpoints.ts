import type { Clock } from '../../kernel/clock.ts';
import type { Db } from '../db/database.ts';
import type { Logger, Metrics } from '../telemetry/telemetry.ts';
import { createEmbeddings, type Embeddings, noEmbeddings } from './embeddings.ts';
import {
  createEndpoint,
  type EndpointAddress,
  type EndpointWorld,
  operationUrl,
  systemWorld,
} from './endpoint.ts';
import { createReranker, noReranker, type Reranker } from './reranker.ts';
import { createVectorCache } from './vector-cache.ts';

/** The servers that the settings name; what is not set is off and asks nobody. */
export function openEndpoints(parts: {
  embeddings: EndpointAddress | null;
  reranker: EndpointAddress | null;
  db: Db;
  clock: Clock;
  log: Logger;
  metrics: Metrics;
}): { embeddings: Embeddings; reranker: Reranker } {
  const { db, clock, log, metrics } = parts;
  const world: EndpointWorld = { ...systemWorld, now: () => clock.now().getTime() };
  const endpointOf = (address: EndpointAddress, operation: 'embeddings' | 'rerank') =>
    createEndpoint({
      url: operationUrl(address.url, operation),
      apiKey: address.apiKey,
      world,
      onCall: (outcome) => metrics.endpointCalls.inc({ endpoint: operation, outcome }),
      onChange: (state, failure) =>
        log.warn({ endpoint: operation, state, reason: failure?.message }, 'endpoint'),
    });
  return {
    embeddings: parts.embeddings
      ? createEmbeddings({
          endpoint: endpointOf(parts.embeddings, 'embeddings'),
          model: parts.embeddings.model,
          cache: createVectorCache({ db, clock, model: parts.embeddings.model }),
        })
      : noEmbeddings,
    reranker: parts.reranker
      ? createReranker({
          endpoint: endpointOf(parts.reranker, 'rerank'),
          model: parts.reranker.model,
        })
      : noReranker,
  };
}
