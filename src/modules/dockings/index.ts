export { casesOfWeek, type WeekCase } from './server/cases-of-week.ts';
export { countOpenDockingsOn } from './server/count-open-dockings.ts';
export { findDockingsOn } from './server/find-dockings-on.ts';
export type { DockingPage } from './server/list-dockings.ts';
export { listMyDockings } from './server/list-my-dockings.ts';
export { findNeedOutcomes } from './server/need-outcomes.ts';
export { removeExampleDockings } from './server/remove-examples.ts';
