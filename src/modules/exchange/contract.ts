import { achievementRoutes } from './achievements.contract.ts';
import { closedPartRoutes } from './closed-parts.contract.ts';
import { needRoutes } from './needs.contract.ts';
import { visitRoutes } from './visits.contract.ts';

export {
  achievementDetail,
  achievementSummary,
  achievementWords,
} from './achievements.contract.ts';
export { needDetail, needSummary, needWords } from './needs.contract.ts';

/** Each part of the module describes its own routes; together they are its contract. */
export const exchangeContract = {
  ...needRoutes,
  ...achievementRoutes,
  ...closedPartRoutes,
  ...visitRoutes,
};
