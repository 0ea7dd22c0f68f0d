export { isListed } from './domain/exchange.policy.ts';
export { findAchievements, listAchievements } from './server/achievement-queries.ts';
export {
  countOpenNeeds,
  countPublishedAchievements,
  findAchievementForDocking,
  findNeedForDocking,
  listingCounts,
  type NeedForDocking,
  type OfferForDocking,
} from './server/for-dockings.ts';
export {
  findNeeds as findNeedRows,
  findOpenTexts as findNeeds,
  listNeeds,
} from './server/need-queries.ts';
export { followDocking } from './server/need-commands.ts';
export {
  importAchievements,
  importNeeds,
  removeExampleListings,
  type AchievementImport,
  type NeedImport,
} from './server/import-listings.ts';
export {
  changedListings,
  findTitledListings,
  removeImportedListings,
} from './server/imported-listings.ts';
export { personalListings } from './server/personal-data.ts';
export { stuckNeeds } from './server/stuck-needs.ts';
