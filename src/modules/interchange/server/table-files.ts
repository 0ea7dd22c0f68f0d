import { Readable } from 'node:stream';
import { AppError } from '../../../kernel/errors.ts';
import { savedAs } from '../../../platform/http/plain-route.ts';
import { writeCsv, type CellValue } from '../../../platform/sheets/write-csv.ts';
import { writeXlsx } from '../../../platform/sheets/write-xlsx.ts';

export const tableFormats = ['xlsx', 'csv'] as const;
export type TableFormat = (typeof tableFormats)[number];

export const XLSX_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const mediaTypes: Record<TableFormat, string> = {
  xlsx: XLSX_TYPE,
  csv: 'text/csv; charset=utf-8',
};

/** `organisations.xlsx` taken apart; throws for a form that there is not. */
export function tableName(file: string): { name: string; format: TableFormat } {
  const [, name = '', ending = ''] = /^([\w-]+)\.(\w+)$/.exec(file) ?? [];
  const format = tableFormats.find((each) => each === ending);
  if (!format) throw new AppError('not_found', { code: 'platform.not_found' });
  return { name, format };
}

/** A table as a file to save, written while its rows are read. */
export function tableResponse(table: {
  fileName: string;
  sheetName: string;
  format: TableFormat;
  widths: readonly number[];
  rows: AsyncIterable<readonly CellValue[]>;
  at: Date;
}): Response {
  const { format, rows } = table;
  const bytes =
    format === 'csv'
      ? Readable.from(writeCsv(rows))
      : writeXlsx([{ name: table.sheetName, widths: table.widths, header: true, rows }], table.at);
  return new Response(Readable.toWeb(bytes) as ReadableStream, {
    headers: savedAs(`${table.fileName}.${format}`, mediaTypes[format]),
  });
}
