export { removeExampleDockings } from './server/remove-examples.ts';
