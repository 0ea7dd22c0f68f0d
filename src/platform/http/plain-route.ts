import { attachment } from './file-answer.ts';
import type { ApiContext } from './request.ts';

export type PlainRequest = {
  context: ApiContext;
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  headers: Headers;
};

/**
 * A GET that answers with a document instead of JSON after the contract: a file to save, written as
 * it is read, a feed, a calendar. It names its permission like any route, and asks the policy itself.
 */
export type PlainRoute = {
  /** As hono writes paths: `/api/exports/:name`. */
  path: string;
  permission: string | readonly string[];
  answer: (request: PlainRequest) => Promise<Response>;
};

/** Headers for a file that is saved under this name. */
export const savedAs = (name: string, mediaType: string): Record<string, string> => ({
  'content-type': mediaType,
  'content-disposition': attachment(name),
  'cache-control': 'no-store',
});
