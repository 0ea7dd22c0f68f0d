import type { ImportColumn } from './import-columns.ts';

export type TableCell = string | number | null;

/** The value of a field as it stands in a table, so that the table could come in again. */
export function tableCell(
  column: ImportColumn,
  value: unknown,
  language: 'zh-CN' | 'en',
  regionName: (code: string) => string,
): TableCell {
  if (value === null || value === undefined) return null;
  const comma = language === 'en' ? ', ' : '、';
  switch (column.form) {
    case 'money':
      // 1 万元 is a million fen.
      return Number(value) / 1_000_000;
    case 'whole':
      return Number(value);
    case 'list':
      return (value as string[]).join(comma);
    case 'choice':
    case 'choices': {
      const values = Array.isArray(value) ? (value as string[]) : [value as string];
      const named = values.map(
        (each) => column.choices.find((choice) => choice.value === each)?.[language] ?? each,
      );
      return named.join(comma);
    }
    case 'region':
      return regionName(value as string);
    default:
      return value as string;
  }
}
