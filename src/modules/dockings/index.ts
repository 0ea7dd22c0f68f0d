export { findNeedOutcomes } from './server/need-outcomes.ts';
export { removeExampleDockings } from './server/remove-examples.ts';
