import type { ImportColumn } from '../domain/import-columns.ts';

/** How wide a column is drawn, in characters. */
export const columnWidth = ({ form, field }: ImportColumn): number =>
  form === 'prose'
    ? 60
    : field === 'title' || field === 'research'
      ? 40
      : form === 'whole'
        ? 12
        : 22;
