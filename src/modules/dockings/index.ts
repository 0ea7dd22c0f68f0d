export { countOpenDockingsOn } from './server/count-open-dockings.ts';
export { findNeedOutcomes } from './server/need-outcomes.ts';
export { removeExampleDockings } from './server/remove-examples.ts';
