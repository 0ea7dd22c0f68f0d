import { notFound } from '../../../kernel/errors.ts';
import type { Platform } from '../../../platform/platform.ts';
import { findNeedForDocking, type NeedForDocking } from '../../exchange/index.ts';
import type { Match } from '../contract.ts';
import type { Ask, OfferKind } from '../domain/match.ts';
import { answerAsk } from './answer.ts';

type NeedWords = Pick<
  NeedForDocking,
  'title' | 'description' | 'budgetFen' | 'coopModes' | 'regionCode' | 'industryCode' | 'months'
>;

/** What ranking reads of a need. */
export const needAsk = (need: NeedWords): Ask => ({
  title: need.title,
  text: need.description,
  budgetWan: need.budgetFen === null ? null : need.budgetFen / 1_000_000,
  coopModes: need.coopModes,
  regionCode: need.regionCode,
  industryCode: need.industryCode,
  months: need.months,
});

/** A need as a question, with its conditions. Throws when there is none. */
export async function getNeedAsk(platform: Platform, needId: string) {
  const need = await findNeedForDocking(platform.db, needId);
  if (!need) throw notFound('need');
  return { need, ask: needAsk(need) };
}

/** The reasons for one pair as they stand now; null when the texts do not meet at all. */
export async function matchNow(
  platform: Platform,
  needId: string,
  offer: { kind: OfferKind; id: string },
): Promise<Match | null> {
  const { ask } = await getNeedAsk(platform, needId);
  const { matches, nearMisses } = await answerAsk(platform, ask, {
    limit: 1,
    language: 'zh-CN',
    only: offer,
  });
  return matches[0] ?? nearMisses[0] ?? null;
}
