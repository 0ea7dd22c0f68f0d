import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parse } from 'csv-parse';
import { columnName } from './cell-names.ts';
import type { SheetRow } from './sheet-row.ts';
import { SHEET_LIMITS, sheetProblem } from './sheet-problem.ts';

// A line no longer than this is looked at, whatever it holds.
const LONGEST_RECORD = 200_000;
const PIECE = 64 * 1024;

/** Rows of a text table. The encoding and the separator are found out; quotes are as in RFC 4180. */
export async function* readCsv(content: Uint8Array, name: string): AsyncGenerator<SheetRow> {
  const encoding = encodingOf(content, name);
  const decoder = new TextDecoder(encoding);
  const parser = parse({
    delimiter: separatorOf(decoder.decode(content.subarray(0, PIECE))),
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_RECORD,
  });
  function* pieces() {
    const pieceDecoder = new TextDecoder(encoding);
    for (let at = 0; at < content.byteLength; at += PIECE) {
      yield pieceDecoder.decode(content.subarray(at, at + PIECE), { stream: true });
    }
    yield pieceDecoder.decode();
  }
  // What goes wrong on the way is heard where the rows are read.
  const fed = pipeline(Readable.from(pieces()), parser).catch(() => undefined);
  let number = 0;
  try {
    for await (const record of parser as AsyncIterable<string[]>) {
      number += 1;
      const formula = record.findIndex((cell) => /^\s*=/.test(cell));
      if (formula !== -1) {
        throw sheetProblem('formula', { cell: `${columnName(formula)}${number}` });
      }
      yield { number, cells: record.map(plain) };
    }
  } catch (error) {
    throw problemOf(error, number + 1);
  } finally {
    parser.destroy();
    await fed;
  }
}

/** A cell that an export of ours had to disarm, as it was. */
const plain = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

function problemOf(error: unknown, row: number): unknown {
  const code = (error as { code?: string }).code ?? '';
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return sheetProblem('columns', { row, most: SHEET_LIMITS.columns });
  }
  return code.startsWith('CSV_') ? sheetProblem('malformed', { row }) : error;
}

function encodingOf(content: Uint8Array, name: string): string {
  const encoding =
    content[0] === 0xff && content[1] === 0xfe
      ? 'utf-16le'
      : ['utf-8', 'gb18030'].find((candidate) => decodes(content, candidate));
  if (encoding === undefined) throw sheetProblem('encoding');
  const start = new TextDecoder(encoding).decode(content.subarray(0, PIECE));
  // Programs and pictures are no tables, even where every byte is some character.
  if (
    /(?![\t\n\r\f\v])\p{Cc}/u.test(start) ||
    /^\s*(%PDF|<!doctype|<html|<\?xml|\{)/i.test(start)
  ) {
    throw sheetProblem('not_what_it_says', { name });
  }
  return encoding;
}

function decodes(content: Uint8Array, encoding: string): boolean {
  try {
    const decoder = new TextDecoder(encoding, { fatal: true });
    for (let at = 0; at < content.byteLength; at += PIECE) {
      decoder.decode(content.subarray(at, at + PIECE), { stream: true });
    }
    decoder.decode();
    return true;
  } catch {
    return false;
  }
}

/** What parts the header: a comma, a tab or a semicolon, whichever there are most of. */
function separatorOf(start: string): string {
  const header = start.split(/\r?\n/).find((line) => line.trim() !== '') ?? '';
  const count = (sign: string) => header.split(sign).length - 1;
  return [',', '\t', ';'].reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}
