import pino, { type Logger } from 'pino';
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';

export type { Logger } from 'pino';

/** Structured logs to standard error; personal data never goes in, only ids. */
export const createLogger = (level: string): Logger =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime }, pino.destination(2));

export type Metrics = {
  registry: Registry;
  requests: Histogram<'method' | 'route' | 'status'>;
  commands: Counter<'command' | 'outcome'>;
  indexLag: Gauge;
  endpointCalls: Counter<'endpoint' | 'outcome'>;
  standingPairs: Counter;
  lastBackup: Gauge;
};

export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    requests: new Histogram({
      name: 'rongtong_http_request_seconds',
      help: 'Time to answer a request, in seconds',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    }),
    commands: new Counter({
      name: 'rongtong_commands_total',
      help: 'Commands run, by name and outcome',
      labelNames: ['command', 'outcome'],
      registers: [registry],
    }),
    indexLag: new Gauge({
      name: 'rongtong_index_lag_events',
      help: 'Events in the outbox that the local search index has not taken in yet',
      registers: [registry],
    }),
    endpointCalls: new Counter({
      name: 'rongtong_endpoint_calls_total',
      help: 'Requests to the embeddings and reranking servers, by outcome',
      labelNames: ['endpoint', 'outcome'],
      registers: [registry],
    }),
    lastBackup: new Gauge({
      name: 'rongtong_backup_last_success_timestamp_seconds',
      help: 'When the nightly backup of the embedded database was last made, in Unix time; 0 when never',
      registers: [registry],
    }),
    standingPairs: new Counter({
      name: 'rongtong_standing_pairs_scored_total',
      help: 'Pairs of a need and an offer scored because one of the two was listed or changed',
      registers: [registry],
    }),
  };
}
