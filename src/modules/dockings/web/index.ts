export { CaseTable } from './CaseTable.tsx';
export { ProposeDocking } from './ProposeDocking.tsx';
export { dockingsQuery } from './queries.ts';
export { dockingWords } from './words.ts';
