export { answerAsk, rankedIds } from './server/answer.ts';
export { findNewMatches, type NewMatch } from './server/find-new-matches.ts';
export { countMatchEvents } from './server/match-counts.ts';
export { matchNow } from './server/need-ask.ts';
export { listingWeights } from './server/listing-weights.ts';
export { readingFormat } from './server/load-term-vectors.ts';
export { removeExampleAsks } from './server/remove-example-asks.ts';
export type { NeedOutcome } from './server/similar-needs.ts';
export { listModels } from './server/list-models.ts';
export {
  BadModel,
  type ModelFile,
  modelsFolder,
  readModelFile,
  readVersion,
  versionOf,
} from './server/model-file.ts';
export { rankingSettings } from './server/ranking-settings.ts';
export { measurePositionBias, readFeedbackQueries } from './server/read-feedback.ts';
export { readModelToUse, switchModel } from './server/switch-model.ts';
export { personalFeedback } from './server/personal-data.ts';
