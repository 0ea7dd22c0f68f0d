export { personalTeams } from './server/personal-data.ts';
export { removeExampleTeams } from './server/remove-examples.ts';
