export { LatestAchievements, LatestNeeds } from './latest-listings.tsx';
export { achievementsQuery, needsQuery } from './listing-queries.ts';
export { useModeName } from './mode-names.ts';
