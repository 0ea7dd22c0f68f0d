import { Worker } from 'node:worker_threads';
import type { Content } from 'pdfmake/interfaces.js';
import { AppError } from '../../kernel/errors.ts';

/** What a printed paper says; shapes of `content` are pdfmake's, without functions. */
export type Paper = { title: string; footer: string; content: Content[] };
export type PackedFile = { name: string; content: Uint8Array<ArrayBuffer> };

export type DocumentTask = { kind: 'pdf'; paper: Paper } | { kind: 'zip'; entries: PackedFile[] };
export type DocumentAnswer =
  | { id: number; content: Uint8Array<ArrayBuffer> }
  | { id: number; problem: string };

/** Papers to print and packages to carry away. Throws `unavailable` when it cannot be made now. */
export type Documents = {
  pdf(paper: Paper): Promise<Uint8Array<ArrayBuffer>>;
  /** Takes the contents over: they are empty afterwards. */
  zip(entries: PackedFile[]): Promise<Uint8Array<ArrayBuffer>>;
  close(): Promise<void>;
};

/** Nothing that people print takes so long; what does has gone wrong. */
const LONGEST_MS = 30_000;

type Waiting = {
  resolve: (content: Uint8Array<ArrayBuffer>) => void;
  reject: (error: Error) => void;
  timer: NodeJS.Timeout;
};

/** Makes documents in a thread, which begins with the first one. */
export function openDocuments(onError: (error: unknown) => void): Documents {
  let worker: Worker | undefined;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const settle = (id: number): Waiting | undefined => {
    const found = waiting.get(id);
    waiting.delete(id);
    clearTimeout(found?.timer);
    return found;
  };
  const fail = (error: unknown): void => {
    onError(error);
    const broken = worker;
    worker = undefined;
    void broken?.terminate();
    for (const id of waiting.keys()) {
      settle(id)?.reject(new AppError('unavailable', { code: 'platform.document_failed' }));
    }
  };
  const begin = (): Worker => {
    const begun = new Worker(new URL('./document-worker.ts', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    begun.unref();
    begun.on('message', (answer: DocumentAnswer) => {
      const asked = settle(answer.id);
      if ('content' in answer) asked?.resolve(answer.content);
      else {
        onError(new Error(answer.problem));
        asked?.reject(new AppError('unavailable', { code: 'platform.document_failed' }));
      }
    });
    begun.on('error', fail);
    return begun;
  };
  const make = (task: DocumentTask): Promise<Uint8Array<ArrayBuffer>> =>
    new Promise((resolve, reject) => {
      worker ??= begin();
      last += 1;
      const timer = setTimeout(() => fail(new Error('a document took too long')), LONGEST_MS);
      waiting.set(last, { resolve, reject, timer });
      // What is packed is handed over, not copied.
      const moved = task.kind === 'zip' ? task.entries.map(({ content }) => content.buffer) : [];
      worker.postMessage({ ...task, id: last }, moved);
    });
  return {
    pdf: (paper) => make({ kind: 'pdf', paper }),
    zip: (entries) => make({ kind: 'zip', entries }),
    async close() {
      await worker?.terminate();
    },
  };
}
