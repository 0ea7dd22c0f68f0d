export { ClaimLines } from './ClaimLines.tsx';
export { claimsQuery, expertsQuery, organisationsQuery } from './directory-queries.ts';
export { ExpertForm } from './ExpertForm.tsx';
export { OrganisationForm } from './OrganisationForm.tsx';
