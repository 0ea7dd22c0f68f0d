export { expertsQuery, organisationsQuery } from './directory-queries.ts';
export { ExpertForm } from './ExpertForm.tsx';
export { OrganisationForm } from './OrganisationForm.tsx';
