import type { DigestSource } from '../../../platform/digest/source.ts';
import type { Translate } from '../../../platform/i18n/languages.ts';
import type { Platform } from '../../../platform/platform.ts';
import type { Match } from '../contract.ts';
import { findNewMatches, type NewMatch } from './find-new-matches.ts';
import { matchNow } from './need-ask.ts';

const MOST_PHRASES = 3;

/** New candidates for somebody's needs, and new needs for what somebody offers, in the daily mail. */
export const matchDigests = (platform: Platform): DigestSource[] => [
  {
    kind: 'candidates',
    path: '/my/matches',
    concerns: ({ organisationIds }) => organisationIds.length > 0,
    find: (reader, period) =>
      linesOf(platform, 'need', reader, period, (match) =>
        match.offerOrganisationName === ''
          ? match.offerTitle
          : reader.translate('digest.candidates.line', {
              offer: match.offerTitle,
              organisation: match.offerOrganisationName,
            }),
      ),
  },
  {
    kind: 'openings',
    path: '/my/matches',
    concerns: ({ organisationIds, expertIds }) => organisationIds.length + expertIds.length > 0,
    find: (reader, period) =>
      linesOf(platform, 'offer', reader, period, (match) =>
        reader.translate('digest.openings.line', {
          need: match.needTitle,
          organisation: match.needOrganisationName,
        }),
      ),
  },
];

async function linesOf(
  platform: Platform,
  side: NewMatch['side'],
  reader: Parameters<DigestSource['find']>[0],
  { since, until, most }: Parameters<DigestSource['find']>[1],
  titleOf: (match: NewMatch) => string,
): ReturnType<DigestSource['find']> {
  const { organisationIds, expertIds, translate } = reader;
  const found = await findNewMatches(platform, { organisationIds, expertIds, since, until });
  const news = found
    .filter((match) => match.side === side)
    .toSorted((a, b) => b.score - a.score || (a.needId < b.needId ? -1 : 1));
  const lines = [];
  for (const match of news.slice(0, most)) {
    const { needId, offerKind, offerId } = match;
    const read = await matchNow(platform, needId, { kind: offerKind, id: offerId });
    lines.push({
      title: titleOf(match),
      reason: translate(`digest.reason.${side}`, {
        mine: side === 'need' ? match.needTitle : match.offerTitle,
        why: read === null ? translate('digest.reason.near') : whyOf(read, translate),
      }),
      path: `/needs/${needId}`,
    });
  }
  return { lines, total: news.length };
}

/** The first figure and the first phrases that met: the reasons that ranked it, in one line. */
function whyOf({ reasons }: Match, translate: Translate): string {
  const met = reasons.filter(({ verdict }) => verdict === 'yes');
  const figure = met.find(({ kind, wanted, offered }) => kind === 'metric' && wanted && offered);
  const phrases = met
    .flatMap(({ kind, offered }) => (kind === 'phrase' && offered !== null ? [offered] : []))
    .slice(0, MOST_PHRASES);
  const said = [
    ...(phrases.length > 0
      ? [
          translate('digest.reason.phrases', {
            phrases: phrases.join(translate('digest.reason.comma')),
          }),
        ]
      : []),
    ...(figure
      ? [
          translate('digest.reason.figure', {
            wanted: figure.wanted ?? '',
            offered: figure.offered ?? '',
          }),
        ]
      : []),
  ];
  return said.length > 0
    ? said.join(translate('digest.reason.and'))
    : translate('digest.reason.near');
}
