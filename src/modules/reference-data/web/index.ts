export { CodePicker } from './CodePicker.tsx';
export { placeName } from './place-name.ts';
export { useCodeNames } from './reference-queries.ts';
