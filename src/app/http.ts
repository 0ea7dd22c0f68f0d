import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { getConnInfo } from '@hono/node-server/conninfo';
import { serveStatic } from '@hono/node-server/serve-static';
import { OpenAPIHandler } from '@orpc/openapi/fetch';
import { onError } from '@orpc/server';
import type { AnyRouter } from '@orpc/server';
import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { sql } from 'kysely';
import { AppError } from '../kernel/errors.ts';
import type { Actor } from '../kernel/policy.ts';
import { CLIENT_HEADER } from '../modules/identity/index.ts';
import { MAX_FILE_BYTES } from '../platform/files/files.ts';
import { toApiError } from '../platform/http/errors.ts';
import { answerFile } from '../platform/http/file-answer.ts';
import type { PlainRoute } from '../platform/http/plain-route.ts';
import type { ApiContext } from '../platform/http/request.ts';
import { preferredLanguage } from '../platform/i18n/languages.ts';
import type { Platform } from '../platform/platform.ts';
import { apiPages } from './api-pages.ts';

const WEB_ROOT = path.resolve(import.meta.dirname, '../../dist/web');
const REQUEST_ID = /^[\w-]{8,64}$/;

/** The whole HTTP surface: API, accounts, health, metrics, the API's own pages, and the web. */
export function createHttp(parts: {
  platform: Platform;
  router: AnyRouter;
  /** What answers with a document instead of JSON. */
  documents: readonly PlainRoute[];
  /** better-auth's handler for /api/auth. */
  auth: (request: Request) => Promise<Response>;
  actorOf: (headers: Headers) => Promise<Actor>;
  /** True once everything behind has started. */
  ready: () => boolean;
  /** How many events the search index is behind. */
  indexLag: () => Promise<number>;
}): Hono<{ Variables: { requestId: string } }> {
  const { platform } = parts;
  const http = new Hono<{ Variables: { requestId: string } }>();

  const handler = new OpenAPIHandler<ApiContext>(parts.router, {
    // Outermost: every failure, wherever it arose, leaves in the one form.
    interceptors: [
      async (options) => {
        try {
          const answer = await options.next();
          const body = answer.response?.body;
          // A file is sent from the disk, and on from where a broken download stopped.
          return answer.matched && body instanceof Blob
            ? { ...answer, response: answerFile(options.request.headers, body) }
            : answer;
        } catch (error) {
          throw toApiError(error, options.context, (fault) =>
            platform.log.error(
              { err: fault, requestId: options.context.request.requestId },
              'fault',
            ),
          );
        }
      },
    ],
    clientInterceptors: [onError(() => undefined)],
  });

  http.use(async (c, next) => {
    const given = c.req.header('x-request-id');
    const requestId = given && REQUEST_ID.test(given) ? given : randomUUID();
    c.header('x-request-id', requestId);
    c.set('requestId', requestId);
    const started = performance.now();
    await next();
    const seconds = (performance.now() - started) / 1000;
    const kind = c.req.path.startsWith('/api/')
      ? c.req.path.replaceAll(/[0-9a-f-]{36}/g, ':id')
      : 'web';
    platform.metrics.requests.observe(
      { method: c.req.method, route: kind, status: c.res.status },
      seconds,
    );
    platform.log.info(
      {
        requestId,
        method: c.req.method,
        // Whoever knows the address of a calendar may read it: it stands in no log.
        path: c.req.path.replace(/^(\/calendars\/).*/, '$1…'),
        status: c.res.status,
        ms: Math.round(seconds * 1000),
      },
      'request',
    );
  });
  http.use(
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        frameAncestors: ["'none'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
      },
      referrerPolicy: 'strict-origin-when-cross-origin',
      crossOriginResourcePolicy: 'same-origin',
      strictTransportSecurity: platform.config.publicUrl.startsWith('https:')
        ? 'max-age=15552000'
        : false,
    }),
  );

  http.get('/healthz', (c) => c.json({ status: 'ok' }));
  http.get('/readyz', async (c) => {
    try {
      if (!parts.ready()) return c.json({ status: 'starting' }, 503);
      await sql`select 1`.execute(platform.db);
      return c.json({ status: 'ready' });
    } catch {
      return c.json({ status: 'database unavailable' }, 503);
    }
  });
  http.get('/metrics', async (c) => {
    platform.metrics.indexLag.set(await parts.indexLag());
    return c.text(await platform.metrics.registry.metrics(), 200, {
      'content-type': platform.metrics.registry.contentType,
    });
  });

  const tooLarge = (max: number) =>
    bodyLimit({
      maxSize: max,
      onError: (c) => {
        const translate = platform.translator(preferredLanguage(c.req.header('accept-language')));
        const message = translate('files.too_large', { mb: Math.round(max / 1024 / 1024) });
        return c.json({ defined: false, code: 'TOO_LARGE', status: 413, message }, 413);
      },
    });
  const takesFiles = new Set(['/api/files', '/api/imports']);
  http.use('/api/*', (c, next) =>
    tooLarge(takesFiles.has(c.req.path) ? MAX_FILE_BYTES + 64 * 1024 : 1024 * 1024)(c, next),
  );
  // Browsers say where a request comes from. One from another site is not carried out, whatever
  // cookie came with it; programs that say nothing carry no cookie of somebody else.
  http.use('/api/*', async (c, next) => {
    const origin = c.req.header('origin');
    const site = c.req.header('sec-fetch-site');
    const own =
      !origin || URL.parse(origin)?.host === (c.req.header('host') ?? new URL(c.req.url).host);
    if (c.req.method === 'GET' || (own && site !== 'cross-site')) return next();
    const translate = platform.translator(preferredLanguage(c.req.header('accept-language')));
    const message = translate('platform.origin');
    return c.json({ defined: false, code: 'FORBIDDEN', status: 403, message }, 403);
  });

  // The address in the header of a mail is the one that people open: the same path as a page for
  // them, and for their mail program, which posts to it (RFC 8058, section 3.2).
  http.post('/unsubscribe/:token', async (c) => {
    const url = new URL(`/api/unsubscribe/${encodeURIComponent(c.req.param('token'))}`, c.req.url);
    return http.fetch(
      new Request(url, { method: 'POST', headers: withoutCookie(c.req.raw) }),
      c.env,
    );
  });

  http.on(['GET', 'POST'], '/api/auth/*', (c) => {
    const request = new Request(c.req.raw);
    request.headers.set(CLIENT_HEADER, clientAddress(c, platform.config.trustProxy));
    return parts.auth(request);
  });
  http.route('/api', apiPages());
  const contextOf = async (c: Context<{ Variables: { requestId: string } }>) => {
    const language = preferredLanguage(c.req.header('accept-language'));
    const key = c.req.header('idempotency-key')?.slice(0, 200) ?? null;
    const context: ApiContext = {
      request: {
        actor: await parts.actorOf(c.req.raw.headers),
        requestId: c.get('requestId'),
        idempotencyKey: c.req.method === 'POST' ? key : null,
      },
      language,
      translate: platform.translator(language),
    };
    return context;
  };
  for (const { path: place, answer } of parts.documents) {
    http.get(place, async (c) =>
      answer({
        context: await contextOf(c),
        params: c.req.param(),
        query: new URL(c.req.url).searchParams,
        headers: c.req.raw.headers,
      }),
    );
  }
  http.all('/api/*', async (c) => {
    const context = await contextOf(c);
    const { language, translate } = context;
    const { matched, response } = await handler.handle(c.req.raw, { prefix: '/api', context });
    if (matched) {
      const answer = c.newResponse(response.body, response);
      answer.headers.set('cache-control', 'no-store');
      answer.headers.set('content-language', language);
      answer.headers.append('vary', 'accept-language, cookie');
      return answer;
    }
    return c.json(
      { defined: false, code: 'NOT_FOUND', status: 404, message: translate('platform.not_found') },
      404,
    );
  });

  // A command line runs without the pages.
  if (fs.existsSync(WEB_ROOT)) {
    http.use(
      '/assets/*',
      serveStatic({
        root: path.relative(process.cwd(), WEB_ROOT),
        onFound: (_file, c) => c.header('cache-control', 'public, max-age=31536000, immutable'),
      }),
    );
    http.use('*', serveStatic({ root: path.relative(process.cwd(), WEB_ROOT) }));
  }
  http.get('*', (c) => {
    const page = path.join(WEB_ROOT, 'index.html');
    if (!fs.existsSync(page)) return c.text('The web pages are not built: npm run build', 503);
    return c.html(fs.readFileSync(page, 'utf8'), 200, { 'cache-control': 'no-cache' });
  });
  http.notFound((c) => c.text('404', 404));
  http.onError((error, c) => {
    const context: ApiContext = {
      request: { actor: null as never, requestId: c.get('requestId') },
      language: preferredLanguage(c.req.header('accept-language')),
      translate: platform.translator(preferredLanguage(c.req.header('accept-language'))),
    };
    const answer = toApiError(error, context, (fault) =>
      platform.log.error({ err: fault, requestId: context.request.requestId }, 'fault'),
    );
    const seconds = error instanceof AppError ? error.reasons[0]?.params?.['seconds'] : undefined;
    if (answer.status === 429 && seconds !== undefined) c.header('retry-after', String(seconds));
    return c.json(answer.toJSON(), answer.status as 500);
  });
  return http;
}

function withoutCookie({ headers }: Request): Headers {
  const language = headers.get('accept-language');
  return new Headers(language === null ? {} : { 'accept-language': language });
}

/** Where a request came from: the connection, or what a proxy of ours says; `-` inside this process. */
function clientAddress(c: Context, trustProxy: boolean): string {
  if (trustProxy) return c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() ?? '-';
  return c.env?.incoming ? (getConnInfo(c).remote.address ?? '-') : '-';
}
