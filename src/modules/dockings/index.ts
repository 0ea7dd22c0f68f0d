export { removeExampleDockings } from './server/remove-examples.ts';
export type { DockingTables } from './server/tables.ts';
