export { TableLinks } from './TableLinks.tsx';
