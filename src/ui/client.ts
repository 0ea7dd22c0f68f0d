import { createORPCClient, ORPCError } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { ApiFailure, failureFromBody, networkFailure } from './api-failure.ts';
import { currentLanguage } from './i18n/language.ts';

/** Given with a call: the same key for the same intent, so that a repeated POST acts once. */
export type CallContext = { idempotencyKey?: string };

/** A typed client for one module's contract, over the same REST routes as third parties use. */
export function createClient<const C extends AnyContractRouter>(
  contract: C,
): ContractRouterClient<C, CallContext> {
  const link = new OpenAPILink<CallContext>(contract, {
    url: () => new URL('/api', window.location.origin),
    headers: ({ context }) => ({
      'accept-language': currentLanguage(),
      'idempotency-key': context.idempotencyKey ?? newIdempotencyKey(),
    }),
    fetch: (request, init) => {
      if (request.method !== 'POST') request.headers.delete('idempotency-key');
      return fetch(request, { ...init, credentials: 'same-origin' });
    },
    interceptors: [
      async (call) => {
        try {
          return await call.next();
        } catch (error) {
          throw toFailure(error);
        }
      },
    ],
  });
  return createORPCClient(link);
}

export const newIdempotencyKey = (): string =>
  // randomUUID exists in secure contexts only; a district may serve plain http in its own network.
  'randomUUID' in crypto ? crypto.randomUUID() : uuidFromRandomBytes();

function uuidFromRandomBytes(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  return [8, 12, 16, 20].reduceRight((id, at) => `${id.slice(0, at)}-${id.slice(at)}`, hex);
}

/** Anything thrown by a request, as the one failure. Aborts stay what they are. */
export function toFailure(error: unknown): unknown {
  if (error instanceof ApiFailure) return error;
  if (error instanceof DOMException && error.name === 'AbortError') return error;
  if (error instanceof ORPCError) return failureFromBody(error.status, error.toJSON());
  if (error instanceof TypeError) return networkFailure(); // fetch's word for “nobody answered”
  return error;
}

/** Plain JSON requests beside the contracts: session and accounts. Throws `ApiFailure`. */
export async function requestJson<T>(path: string, body?: unknown): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'same-origin',
      headers: {
        accept: 'application/json',
        'accept-language': currentLanguage(),
        ...(body === undefined
          ? {}
          : { 'content-type': 'application/json', 'idempotency-key': newIdempotencyKey() }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  } catch (error) {
    throw toFailure(error);
  }
  const text = await response.text();
  let answer: unknown;
  try {
    answer = text === '' ? null : JSON.parse(text);
  } catch {
    answer = null; // a proxy's HTML page, for example
  }
  if (!response.ok) {
    throw failureFromBody(
      response.status,
      answer,
      response.headers.get('x-request-id') ?? undefined,
    );
  }
  return answer as T;
}
