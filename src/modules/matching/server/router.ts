import { implement } from '@orpc/server';
import { beijingDate } from '../../../kernel/calendar.ts';
import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { matchingContract, type Answer, type Match } from '../contract.ts';
import { answerAsk } from './answer.ts';
import { exploreAnswer } from './explore-answer.ts';
import { findDeclines } from './declined-matches.ts';
import { getNeedAsk } from './need-ask.ts';
import type { OutcomesOf } from './similar-needs.ts';
import { createStandingRouter } from './standing-router.ts';
import { judgeMatch } from './judge-match.ts';
import { listJudgements } from './list-judgements.ts';
import { listModels } from './list-models.ts';
import { forgetRankingSettings } from './ranking-settings.ts';
import {
  recordAsk,
  recordNeedMatch,
  recordOpening,
  type NeedFacts,
  type ShownAnswer,
} from './record-answer.ts';
import { readModelToUse, switchModel } from './switch-model.ts';

export function createMatchingRouter(platform: Platform, parts: { outcomesOf: OutcomesOf }) {
  const { guard, runCommand } = platform;
  const os = implement(matchingContract).$context<ApiContext>();
  return {
    ...createStandingRouter(platform, parts),
    ask: os.ask.handler(async ({ context, input }) => {
      guard.require(context.request.actor, 'match.ask');
      const ranked = await answerAsk(
        platform,
        {
          text: input.text,
          budgetWan: input.budgetFen == null ? null : input.budgetFen / 1_000_000,
          coopModes: input.coopModes ?? [],
          regionCode: input.regionCode ?? null,
        },
        { limit: input.limit, language: context.language },
      );
      if (input.preview) return { askId: null, ...ranked };
      const { idempotencyKey, requestId } = context.request;
      const answer = await exploreAnswer(platform, ranked, idempotencyKey ?? requestId);
      const { askId } = await runCommand(context.request, recordAsk(shownAnswer(answer)), {
        shown: placesOf(answer.matches),
      });
      return { askId, ...answer };
    }),
    matchNeed: os.matchNeed.handler(async ({ context, input }) => {
      const { need, ask } = await getNeedAsk(platform, input.id);
      guard.require(context.request.actor, 'match.need', need);
      const declined = await findDeclines(platform.db, { needId: need.id });
      const ranked = await answerAsk(platform, ask, {
        limit: input.limit,
        language: context.language,
        hidden: declined.map(({ offerKind, offerId }) => ({ kind: offerKind, id: offerId })),
      });
      // A list that changes while one works on it would be of no use: drawn once a day.
      const today = beijingDate(platform.clock.now());
      const answer = await exploreAnswer(platform, ranked, `${need.id} ${today}`);
      const { askId } = await runCommand(context.request, recordNeedMatch(shownAnswer(answer)), {
        need: needFacts(need),
        shown: placesOf(answer.matches),
      });
      return { askId, ...answer };
    }),
    openMatch: os.openMatch.handler(({ context, input }) =>
      runCommand(context.request, recordOpening, input),
    ),
    judgeMatch: os.judgeMatch.handler(async ({ context, input }) => {
      const { id, ...judged } = input;
      const { need } = await getNeedAsk(platform, id);
      await runCommand(context.request, judgeMatch, { ...judged, need: needFacts(need) });
      const items = await listJudgements(platform.db, id, context.request.actor.userId);
      return { mayJudge: true, items };
    }),
    listJudgements: os.listJudgements.handler(async ({ context, input }) => {
      const { need } = await getNeedAsk(platform, input.id);
      guard.require(context.request.actor, 'match.need', need);
      const { actor } = context.request;
      return {
        mayJudge: guard.permit(actor, need)('match.judge').allowed,
        items: await listJudgements(platform.db, input.id, actor.userId),
      };
    }),
    listModels: os.listModels.handler(async ({ context }) => {
      guard.require(context.request.actor, 'match.list-models');
      const mayUse = guard.permit(context.request.actor, {})('match.switch-model').allowed;
      return { mayUse, items: await listModels(platform) };
    }),
    switchModel: os.switchModel.handler(async ({ context, input }) => {
      guard.require(context.request.actor, 'match.switch-model');
      const model = await readModelToUse(platform, input.version);
      await runCommand(context.request, switchModel(model), { version: model.version });
      forgetRankingSettings(platform);
      return { mayUse: true, items: await listModels(platform) };
    }),
  };
}

const placesOf = (matches: readonly Match[]) =>
  matches.map(({ kind, id, rank }) => ({ kind, id, rank }));

const shownAnswer = ({ model, matches }: Pick<Answer, 'model' | 'matches'>): ShownAnswer => ({
  model,
  shown: matches,
});

const needFacts = ({
  id,
  status,
  organisationId,
  regionCode,
  isExample,
}: NeedFacts): NeedFacts => ({
  id,
  status,
  organisationId,
  regionCode,
  isExample,
});
