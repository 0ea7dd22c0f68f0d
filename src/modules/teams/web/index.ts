export { NeedTeams } from './NeedTeams.tsx';
