import { AppError } from '../../kernel/errors.ts';

/** What a table may hold; beyond it a file is refused before it costs memory. */
export const SHEET_LIMITS = {
  /** Rows of data, without the header. */
  rows: 20_000,
  columns: 100,
  /** Characters in one cell; what Excel itself allows. */
  cell: 32_767,
  /** Bytes of all parts of a workbook together, unpacked. */
  unpacked: 150 * 1024 * 1024,
  /** Parts of a workbook. */
  parts: 1000,
} as const;

export type SheetProblem =
  | 'empty'
  | 'not_what_it_says'
  | 'old_excel'
  | 'encrypted'
  | 'macros'
  | 'external_links'
  | 'embedded'
  | 'bomb'
  | 'formula'
  | 'columns'
  | 'rows'
  | 'cell'
  | 'encoding'
  | 'malformed';

/** Why a file cannot be read as a table; the words are `sheets.…` of the platform. */
export const sheetProblem = (
  problem: SheetProblem,
  params: Record<string, string | number> = {},
): AppError => new AppError('invalid', { code: `sheets.${problem}`, params });
