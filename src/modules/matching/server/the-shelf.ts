import { Worker } from 'node:worker_threads';

import type { Platform } from '../../../platform/platform.ts';
import type { ListingReader } from '../../../platform/retrieval/source.ts';
import type { Ask } from '../domain/match.ts';
import type { RankingModel } from '../domain/model.ts';
import type { RankedKinds, ShelfRequest, ShelfResponse, ShelfTask } from './shelf-worker.ts';

/** The offers of one platform, read and kept ready in a thread beside; see `Shelf`. */
export type TheShelf = ListingReader & {
  /** Whether it holds all that the index holds. */
  isWhole: () => boolean;
  /** The best offers of each kind in the order of ranking, at most so many. */
  rank: (ask: Ask, model: RankingModel, most: number) => Promise<RankedKinds>;
};

type Waiting = { resolve: (result: unknown) => void; reject: (error: Error) => void };

let thread: { worker: Worker; waiting: Map<number, Waiting> } | undefined;
let requests = 0;
let shelves = 0;

/** One thread for the process, begun when there is the first listing to read. */
function theThread() {
  if (thread) return thread;
  const worker = new Worker(new URL('./shelf-worker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  const own = { worker, waiting };
  worker.unref();
  worker.on('message', (response: ShelfResponse) => {
    const waits = waiting.get(response.request);
    waiting.delete(response.request);
    if (waiting.size === 0) worker.unref();
    if ('error' in response) waits?.reject(new Error(response.error));
    else waits?.resolve(response.result);
  });
  const lose = (error: Error) => {
    if (thread === own) thread = undefined;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.on('error', lose);
  worker.on('exit', () => lose(new Error('The thread of the shelf has ended.')));
  thread = own;
  return own;
}

function ask<Result>(shelf: number, task: ShelfTask): Promise<Result> {
  const { worker, waiting } = theThread();
  const request = ++requests;
  return new Promise<Result>((resolve, reject) => {
    waiting.set(request, { resolve: resolve as Waiting['resolve'], reject });
    // What waits keeps the process alive until it is answered.
    worker.ref();
    worker.postMessage({ ...task, shelf, request } satisfies ShelfRequest);
  });
}

function openShelf(): TheShelf {
  const shelf = ++shelves;
  /** The thread whose memory holds all of it; another one begins empty. */
  let wholeIn: Worker | undefined;
  let gone: Set<string> | undefined;
  async function begin(): Promise<Worker | undefined> {
    wholeIn = undefined;
    await ask(shelf, { do: 'clear' });
    return thread?.worker;
  }

  return {
    isWhole: () => wholeIn !== undefined && wholeIn === thread?.worker,
    take: (texts) => ask(shelf, { do: 'take', texts: [...texts] }),
    async forget(ids) {
      for (const id of ids) gone?.add(id);
      await ask(shelf, { do: 'forget', ids });
    },
    async rebuild(work) {
      const into = await begin();
      await work();
      wholeIn = into;
      await ask(shelf, { do: 'prepare' });
    },
    async restore(batches) {
      const into = await begin();
      gone = new Set();
      for await (const stored of batches) {
        await ask(shelf, { do: 'restore', stored: stored.filter(({ id }) => !gone!.has(id)) });
      }
      gone = undefined;
      wholeIn = into;
      await ask(shelf, { do: 'prepare' });
    },
    rank: (question, model, most) => ask(shelf, { do: 'rank', ask: question, model, most }),
  };
}

const open = new WeakMap<Platform['retrieval'], TheShelf>();

export function shelfOf({ retrieval }: Pick<Platform, 'retrieval'>): TheShelf {
  let shelf = open.get(retrieval);
  if (!shelf) open.set(retrieval, (shelf = openShelf()));
  return shelf;
}
