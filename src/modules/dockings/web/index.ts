export { CaseTable } from './CaseTable.tsx';
export { FunnelSummary } from './FunnelSummary.tsx';
export { ProposeDocking } from './ProposeDocking.tsx';
export { dockingsQuery } from './queries.ts';
export { useEndReason } from './end-reason.ts';
export { OrganisationRatings } from './OrganisationRatings.tsx';
export { CommandOnCase } from './CommandOnCase.tsx';
export { ResponseRate } from './ResponseRate.tsx';
