import { createHash } from 'node:crypto';
import { AppError } from '../../../kernel/errors.ts';
import { visitor } from '../../../kernel/policy.ts';
import { escapeXml } from '../../../platform/documents/xml.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { PlainRoute } from '../../../platform/http/plain-route.ts';
import type { Platform } from '../../../platform/platform.ts';
import { exchangeContract } from '../../exchange/contract.ts';
import { listAchievements, listNeeds } from '../../exchange/index.ts';
import { atomText, type AtomEntry } from '../domain/atom.ts';
import { filtersOf, type QueryOf } from './list-filters.ts';

/** Entries of a feed; readers keep the older ones. */
const NEWEST = 50;

type Listing = {
  id: string;
  title: string;
  organisationName: string;
  regionName: string;
  industryName: string | null;
  publishedAt: string | null;
  updatedAt: string;
};

const filters = {
  needs: filtersOf<QueryOf<typeof listNeeds, 2>>(exchangeContract.listNeeds),
  achievements: filtersOf<QueryOf<typeof listAchievements, 2>>(exchangeContract.listAchievements),
};

async function newest(
  platform: Platform,
  context: ApiContext,
  name: string,
  query: URLSearchParams,
): Promise<(Listing & { summary: string })[] | undefined> {
  const asked = { ...Object.fromEntries(query), page: 1, pageSize: NEWEST };
  if (name === 'needs') {
    const parsed = filters.needs.safeParse(asked);
    if (!parsed.success) throw new AppError('invalid', { code: 'platform.invalid' });
    const { items } = await listNeeds(platform, context, parsed.data);
    return items.map((item) => ({ ...item, summary: item.description }));
  }
  if (name === 'achievements') {
    const parsed = filters.achievements.safeParse(asked);
    if (!parsed.success) throw new AppError('invalid', { code: 'platform.invalid' });
    const { items } = await listAchievements(platform, context, parsed.data);
    return items.map((item) => ({ ...item, summary: item.abstract }));
  }
  return undefined;
}

/** What is new among the public needs and achievements. Everybody gets the same, whoever asks. */
export const publicFeeds = (platform: Platform): PlainRoute => ({
  path: '/feeds/:file',
  permission: ['need.read', 'achievement.read'],
  async answer({ params, query, context, headers }) {
    const [, name = ''] = /^([a-z]+)\.atom$/.exec(params['file'] ?? '') ?? [];
    const asVisitor = { ...context, request: { ...context.request, actor: visitor } };
    const items = await newest(platform, asVisitor, name, query);
    if (!items) throw new AppError('not_found', { code: 'platform.not_found' });
    const { publicUrl } = platform.config;
    const search = query.size > 0 ? `?${query.toString()}` : '';
    const text = atomText(
      {
        title: context.translate(`feed.${name}`),
        self: `${publicUrl}/feeds/${name}.atom${search}`,
        page: `${publicUrl}/${name}${search}`,
        language: context.language,
        entries: items.map((item): AtomEntry => ({
          id: `urn:uuid:${item.id}`,
          title: item.title,
          address: `${publicUrl}/${name}/${item.id}`,
          author: item.organisationName,
          summary: item.summary,
          published: item.publishedAt ?? item.updatedAt,
          updated: item.updatedAt,
          categories: [item.regionName, ...(item.industryName ? [item.industryName] : [])],
        })),
      },
      escapeXml,
    );
    return cached(text, 'application/atom+xml; charset=utf-8', headers);
  },
});

/** An answer that readers may keep: nothing is sent to those who have it already (RFC 9110, 13.1.2). */
function cached(text: string, mediaType: string, asked: Headers): Response {
  const etag = `"${createHash('sha256').update(text).digest('base64url')}"`;
  const known = (asked.get('if-none-match') ?? '').split(',').map((tag) => tag.trim());
  const same = known.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag);
  const headers = { etag, 'cache-control': 'public, max-age=300', vary: 'accept-language' };
  return same
    ? new Response(null, { status: 304, headers })
    : new Response(text, { headers: { ...headers, 'content-type': mediaType } });
}
