import { setTimeout as pause } from 'node:timers/promises';

/** Where a foreign server is asked; made of settings. */
export type EndpointAddress = { url: string; model: string; apiKey: string | null };

/** `off`: no address is set. `away`: it failed last and has not answered since. */
export type EndpointState = 'off' | 'ready' | 'away';

/**
 * Why there is no answer. `away`: not reached, too slow, overloaded or broken. `paused`: it was away
 * a moment ago, so nothing was asked. `refused`: it says no whatever is asked (key, model, path).
 * `too_much`: it says no to this request (400, 413, 422). `wrong`: it answers something else.
 */
export type FailureKind = 'away' | 'paused' | 'refused' | 'too_much' | 'wrong';

export class EndpointFailure extends Error {
  readonly kind: FailureKind;
  /** What the server asked to wait, in milliseconds. */
  readonly retryAfterMs: number | null;

  constructor(kind: FailureKind, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'EndpointFailure';
    this.kind = kind;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Time and chance, for tests to hold. */
export type EndpointWorld = {
  /** Milliseconds. */
  now: () => number;
  /** 0..1 */
  random: () => number;
  wait: (ms: number, signal?: AbortSignal) => Promise<void>;
};

export const systemWorld: EndpointWorld = {
  now: () => Date.now(),
  random: () => Math.random(),
  wait: async (ms, signal) => {
    await pause(ms, undefined, { signal, ref: false });
  },
};

export type CallOptions = {
  signal?: AbortSignal;
  /**
   * Somebody waits: so many milliseconds at most with everything, one attempt, and ahead of those
   * who have time. Without it a call has time and is tried again.
   */
  budgetMs?: number;
};

export type Endpoint = {
  state: () => Exclude<EndpointState, 'off'>;
  /** Posts JSON; `read` checks the answer and throws `EndpointFailure('wrong')`. Throws `EndpointFailure`. */
  post: <Result>(
    body: object,
    read: (answer: unknown) => Result,
    options?: CallOptions,
  ) => Promise<Result>;
  /** Counts a failure that only the caller could know as one of the server. */
  report: (failure: EndpointFailure) => void;
};

const AT_ONCE = 2;
const ATTEMPTS = 4;
const PATIENT_TIMEOUT_MS = 30_000;
const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 30_000;
/** After a failure nothing is asked for so long; doubled with each one that follows. */
const FIRST_PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 300_000;
const LONGEST_RETRY_AFTER_MS = 3_600_000;

/**
 * The address of one operation: `https://host` stands for `https://host/v1`, the usual place; any
 * path that is given is kept.
 */
export function operationUrl(url: string, operation: 'embeddings' | 'rerank'): string {
  const base = new URL(url);
  const path = base.pathname.replace(/\/+$/, '');
  if (path.endsWith(`/${operation}`)) base.pathname = path;
  else base.pathname = `${path === '' ? '/v1' : path}/${operation}`;
  return base.href;
}

/**
 * A foreign server that is asked by POST: at most two requests under way, one of them kept free for
 * those who wait; growing pauses between attempts, as long as it asks for; after a failure no
 * request for a while, then a single one to see whether it is back.
 */
export function createEndpoint(options: {
  url: string;
  apiKey: string | null;
  world: EndpointWorld;
  onCall: (outcome: 'ok' | FailureKind) => void;
  /** Told when it goes away and when it comes back. */
  onChange?: (state: 'ready' | 'away', failure: EndpointFailure | null) => void;
}): Endpoint {
  const { url, apiKey, world, onCall, onChange } = options;
  const slots = createSlots();
  let failures = 0;
  let closedUntil = 0;
  let isProbed = false;

  function succeed(): void {
    const wasAway = failures > 0;
    failures = 0;
    closedUntil = 0;
    if (wasAway) onChange?.('ready', null);
  }

  function fail(failure: EndpointFailure): void {
    // Those that were under way together fail together: that is one failure.
    if (failures > 0 && world.now() < closedUntil) return;
    failures += 1;
    const usual = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (failures - 1));
    const jittered = usual * (0.75 + 0.25 * world.random());
    closedUntil = world.now() + Math.max(jittered, failure.retryAfterMs ?? 0);
    if (failures === 1) onChange?.('away', failure);
  }

  async function request(body: object, signal: AbortSignal): Promise<unknown> {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(apiKey === null ? {} : { authorization: `Bearer ${apiKey}` }),
      },
      body: JSON.stringify(body),
      // A key is never carried to another place.
      redirect: 'error',
      signal,
    });
    if (!response.ok) {
      await response.body?.cancel();
      throw failureOf(response, world.now());
    }
    const text = await response.text();
    try {
      return JSON.parse(text) as unknown;
    } catch {
      throw new EndpointFailure('wrong', `${url} answers something that is no JSON.`);
    }
  }

  async function attempt<Result>(
    body: object,
    read: (answer: unknown) => Result,
    timeoutMs: number,
    signal?: AbortSignal,
  ): Promise<Result> {
    const timeout = AbortSignal.timeout(timeoutMs);
    try {
      const answer = await request(body, signal ? AbortSignal.any([signal, timeout]) : timeout);
      const result = read(answer);
      onCall('ok');
      return result;
    } catch (error) {
      // The caller gave up: that says nothing of the server.
      if (signal?.aborted) throw error;
      const failure = asFailure(error, url, timeout.aborted ? timeoutMs : null);
      onCall(failure.kind);
      throw failure;
    }
  }

  async function patiently<Result>(
    body: object,
    read: (answer: unknown) => Result,
    signal?: AbortSignal,
  ): Promise<Result> {
    for (let tried = 1; ; tried++) {
      try {
        return await attempt(body, read, PATIENT_TIMEOUT_MS, signal);
      } catch (error) {
        if (!(error instanceof EndpointFailure) || error.kind !== 'away') throw error;
        const asked = error.retryAfterMs ?? 0;
        // A probe is a single request.
        if (tried >= ATTEMPTS || isProbed || asked > LONGEST_WAIT_MS) throw error;
        const most = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tried - 1));
        await world.wait(Math.max(asked, most * (0.5 + 0.5 * world.random())), signal);
      }
    }
  }

  return {
    state: () => (failures === 0 ? 'ready' : 'away'),
    report: fail,
    async post(body, read, { signal, budgetMs } = {}) {
      const isOpen = failures === 0;
      if (!isOpen && (isProbed || world.now() < closedUntil)) {
        throw new EndpointFailure('paused', `${url} was away a moment ago.`);
      }
      if (!isOpen) isProbed = true;
      const isHurried = budgetMs !== undefined;
      const started = performance.now();
      let release: (() => void) | undefined;
      try {
        release = await slots.take(isHurried, budgetMs, signal);
        const left = isHurried
          ? Math.max(1, Math.ceil(budgetMs - (performance.now() - started)))
          : 0;
        const result = isHurried
          ? await attempt(body, read, left, signal)
          : await patiently(body, read, signal);
        succeed();
        return result;
      } catch (error) {
        // What is refused for itself, or given up by the caller, says nothing of the server; nor
        // does a queue of our own.
        if (error instanceof EndpointFailure && !['too_much', 'paused'].includes(error.kind)) {
          fail(error);
        }
        throw error;
      } finally {
        release?.();
        if (!isOpen) isProbed = false;
      }
    },
  };
}

/** Requests wait for one of two places; whoever has time leaves one of them to those who have none. */
function createSlots() {
  type Waiting = { isHurried: boolean; enter: () => void };
  let taken = 0;
  const waiting: Waiting[] = [];
  const isFree = (isHurried: boolean) => taken < (isHurried ? AT_ONCE : AT_ONCE - 1);

  const release = (): void => {
    taken -= 1;
    const at = waiting.findIndex(({ isHurried }) => isHurried);
    const next = waiting[at === -1 ? 0 : at];
    if (!next || !isFree(next.isHurried)) return;
    waiting.splice(waiting.indexOf(next), 1);
    next.enter();
  };

  return {
    /** Resolves with what gives the place back. Throws `paused` when none is free in time. */
    take(isHurried: boolean, withinMs?: number, signal?: AbortSignal): Promise<() => void> {
      if (isFree(isHurried)) {
        taken += 1;
        return Promise.resolve(release);
      }
      return new Promise((resolve, reject) => {
        const limit = withinMs === undefined ? undefined : AbortSignal.timeout(Math.ceil(withinMs));
        const leave = (): void => {
          waiting.splice(waiting.indexOf(entry), 1);
          reject(
            signal?.aborted
              ? (signal.reason as Error)
              : new EndpointFailure('paused', 'Too many requests of our own are under way.'),
          );
        };
        const entry: Waiting = {
          isHurried,
          enter() {
            limit?.removeEventListener('abort', leave);
            signal?.removeEventListener('abort', leave);
            taken += 1;
            resolve(release);
          },
        };
        limit?.addEventListener('abort', leave, { once: true });
        signal?.addEventListener('abort', leave, { once: true });
        waiting.push(entry);
      });
    },
  };
}

function failureOf(response: Response, now: number): EndpointFailure {
  const { status } = response;
  const message = `${response.url} answers ${status}.`;
  if (status === 429 || status === 408 || status >= 500) {
    return new EndpointFailure('away', message, retryAfter(response.headers, now));
  }
  return new EndpointFailure([400, 413, 422].includes(status) ? 'too_much' : 'refused', message);
}

/** Seconds, or a date (RFC 9110, 10.2.3); in milliseconds. */
function retryAfter(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')?.trim();
  if (!value) return null;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(ms) ? Math.min(LONGEST_RETRY_AFTER_MS, Math.max(0, ms)) : null;
}

function asFailure(error: unknown, url: string, timeoutMs: number | null): EndpointFailure {
  if (error instanceof EndpointFailure) return error;
  if (timeoutMs !== null) {
    return new EndpointFailure('away', `${url} has not answered within ${timeoutMs} ms.`);
  }
  const { cause } = error as { cause?: { code?: string; message?: string } };
  return new EndpointFailure(
    'away',
    `${url} cannot be reached (${cause?.code ?? cause?.message ?? String(error)}).`,
  );
}
