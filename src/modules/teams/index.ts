export { removeExampleTeams } from './server/remove-examples.ts';
