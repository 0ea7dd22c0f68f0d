import { implement } from '@orpc/server';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { matchingContract, type Match } from '../contract.ts';
import { answerAsk } from './answer.ts';
import { findDeclines } from './declined-matches.ts';
import { getNeedAsk } from './need-ask.ts';
import { recordAsk, recordNeedMatch, recordOpening } from './record-answer.ts';
import type { OutcomesOf } from './similar-needs.ts';
import { createStandingRouter } from './standing-router.ts';

export function createMatchingRouter(platform: Platform, parts: { outcomesOf: OutcomesOf }) {
  const { guard, runCommand } = platform;
  const os = implement(matchingContract).$context<ApiContext>();
  return {
    ...createStandingRouter(platform, parts),
    ask: os.ask.handler(async ({ context, input }) => {
      guard.require(context.request.actor, 'match.ask');
      const answer = await answerAsk(
        platform,
        {
          text: input.text,
          budgetWan: input.budgetFen == null ? null : input.budgetFen / 1_000_000,
          coopModes: input.coopModes ?? [],
          regionCode: input.regionCode ?? null,
        },
        { limit: input.limit, language: context.language },
      );
      if (input.preview) return { askId: null, ...answer };
      const { askId } = await runCommand(context.request, recordAsk, {
        shown: shownOf(answer.matches),
      });
      return { askId, ...answer };
    }),
    matchNeed: os.matchNeed.handler(async ({ context, input }) => {
      const { need, ask } = await getNeedAsk(platform, input.id);
      guard.require(context.request.actor, 'match.need', need);
      const declined = await findDeclines(platform.db, { needId: need.id });
      const answer = await answerAsk(platform, ask, {
        limit: input.limit,
        language: context.language,
        isHidden: (offer) =>
          declined.some(
            ({ offerKind, offerId }) => offerKind === offer.kind && offerId === offer.id,
          ),
      });
      const { id, status, organisationId, regionCode, isExample } = need;
      const { askId } = await runCommand(context.request, recordNeedMatch, {
        need: { id, status, organisationId, regionCode, isExample },
        shown: shownOf(answer.matches),
      });
      return { askId, ...answer };
    }),
    openMatch: os.openMatch.handler(({ context, input }) =>
      runCommand(context.request, recordOpening, input),
    ),
  };
}

const shownOf = (matches: readonly Match[]) =>
  matches.map(({ kind, id, rank, isExample }) => ({ kind, id, rank, isExample }));
