import { readCsv } from './read-csv.ts';
import { readXlsx } from './read-xlsx.ts';
import { SHEET_LIMITS, sheetProblem } from './sheet-problem.ts';
import type { SheetRow } from './sheet-row.ts';

const starts = (content: Uint8Array, ...bytes: number[]) =>
  bytes.every((byte, index) => content[index] === byte);

/**
 * The rows of the first sheet of a workbook (.xlsx), or of a text table (UTF-8, UTF-16 or GB18030),
 * told apart by content. Reads on only as rows are taken. Throws `AppError` with a code
 * `sheets.…` for what is hostile, broken or too large, at the latest when it comes to the place.
 */
export async function* readSheet(content: Uint8Array, name: string): AsyncGenerator<SheetRow> {
  if (content.byteLength === 0) throw sheetProblem('empty');
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (starts(content, 0xd0, 0xcf, 0x11, 0xe0)) {
    // A compound file: a workbook under a password, or one of before 2007.
    const text = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    const locked = text.includes(Buffer.from('EncryptedPackage', 'utf16le'));
    throw sheetProblem(locked ? 'encrypted' : 'old_excel');
  }
  const isZip = starts(content, 0x50, 0x4b);
  if (extension === 'xls') throw sheetProblem('old_excel');
  if (isZip !== (extension === 'xlsx' || extension === 'xlsm')) {
    throw sheetProblem('not_what_it_says', { name });
  }
  let rows = 0;
  for await (const { number, cells } of isZip ? readXlsx(content) : readCsv(content, name)) {
    if (cells.length > SHEET_LIMITS.columns) {
      throw sheetProblem('columns', { row: number, most: SHEET_LIMITS.columns });
    }
    const trimmed = cells.map((cell) => cell.trim());
    if (trimmed.some((cell) => cell.length > SHEET_LIMITS.cell)) {
      throw sheetProblem('cell', { row: number, most: SHEET_LIMITS.cell });
    }
    if (trimmed.every((cell) => cell === '')) continue;
    rows += 1;
    if (rows > SHEET_LIMITS.rows + 1) throw sheetProblem('rows', { most: SHEET_LIMITS.rows });
    yield { number, cells: trimmed };
  }
  if (rows === 0) throw sheetProblem('empty');
}
