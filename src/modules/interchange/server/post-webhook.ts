import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress, PrivateAddressError, publicLookup } from './private-addresses.ts';

const TIMEOUT_MS = 10_000;

export type PostOutcome =
  | { code: number; problem: null }
  | { code: null; problem: 'private' | 'timeout' | 'unreachable' };

/**
 * Posts once. Does not follow redirects, waits ten seconds, and takes nothing of the answer but its
 * code. Private addresses are refused unless the instance allows them.
 */
export function postWebhook(
  address: string,
  request: { headers: Record<string, string>; body: string },
  allowPrivate: boolean,
): Promise<PostOutcome> {
  const url = new URL(address);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (!allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) {
    return Promise.resolve({ code: null, problem: 'private' });
  }
  return new Promise((resolve) => {
    const post = (url.protocol === 'https:' ? https : http).request(
      url,
      {
        method: 'POST',
        headers: { ...request.headers, 'content-length': Buffer.byteLength(request.body) },
        timeout: TIMEOUT_MS,
        // No connection is kept: an address allowed once is looked up again.
        agent: false,
        ...(allowPrivate ? {} : { lookup: publicLookup }),
      },
      (response) => {
        resolve({ code: response.statusCode ?? 0, problem: null });
        response.destroy();
      },
    );
    const deadline = setTimeout(() => post.destroy(new Error('timeout')), TIMEOUT_MS);
    post.on('timeout', () => post.destroy(new Error('timeout')));
    post.on('error', (error) => {
      const problem =
        error instanceof PrivateAddressError
          ? 'private'
          : error.message === 'timeout'
            ? 'timeout'
            : 'unreachable';
      resolve({ code: null, problem });
    });
    post.on('close', () => clearTimeout(deadline));
    post.end(request.body);
  });
}
