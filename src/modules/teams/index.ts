export { personalTeams } from './server/personal-data.ts';
export { removeExampleTeams } from './server/remove-examples.ts';
export { stuckDispatches, stuckReports } from './server/stuck-teams.ts';
export { teamPeople } from './server/team-people.ts';
