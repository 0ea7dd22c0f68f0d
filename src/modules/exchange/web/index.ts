export { useModeName } from './mode-names.ts';
