export { AskInstead } from './AskInstead.tsx';
export { CodePicker } from './CodePicker.tsx';
export { EntryForm, useEntryForm } from './EntryForm.tsx';
export { ListFilters } from './ListFilters.tsx';
export { ListPage } from './ListPage.tsx';
export { useListSearch } from './list-search.ts';
export { Paging } from './Paging.tsx';
export { placeName } from './place-name.ts';
export { useCodeNames, useFields } from './reference-queries.ts';
