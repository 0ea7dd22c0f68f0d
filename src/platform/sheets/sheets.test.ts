import fc from 'fast-check';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { csvOf, workbookWith, xlsxOf } from '../../../tests/support/tables.ts';
import { columnIndex, columnName } from './cell-names.ts';
import { readSheet } from './read-sheet.ts';
import { writeCsv } from './write-csv.ts';

async function read(content: Uint8Array, name: string): Promise<string[][]> {
  const rows: string[][] = [];
  for await (const row of readSheet(content, name)) rows.push(row.cells);
  return rows;
}
const refusalOf = (content: Uint8Array | string, name: string) =>
  read(typeof content === 'string' ? Buffer.from(content) : content, name).then(
    () => 'read',
    (error: { reasons?: { code: string }[]; message: string }) =>
      error.reasons?.[0]?.code ?? error.message,
  );

const rows = [
  ['单位名称', '简介', '年份'],
  ['永川机械厂', '第一行\n第二行，“引号”与 "quotes"', '2026'],
  ['渝西所', '', '48.3'],
];

describe('a table', () => {
  it('is read from a workbook', async () => {
    const workbook = await xlsxOf([rows[0]!, rows[1]!, ['渝西所', null, 48.299999999999997]]);
    expect(await read(workbook, '单位.xlsx')).toEqual([rows[0], rows[1], ['渝西所', '', '48.3']]);
  });

  it.each([
    ['UTF-8', Buffer.from(csvOf(rows))],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${csvOf(rows)}`)],
    ['UTF-16 of Excel', Buffer.from(`\uFEFF${csvOf(rows).replaceAll('","', '"\t"')}`, 'utf16le')],
    ['with semicolons', Buffer.from(csvOf(rows).replaceAll('","', '";"'))],
    // “名称,简介” and “永川,机械厂” in GB18030, as Excel writes it in China.
    ['GB18030', Buffer.from('c3fbb3c62cbcf2bde90d0ad3c0b4a82cbbfad0b5b3a7', 'hex')],
  ])('is read from text in %s', async (name, content) => {
    expect(await read(content, 'a.csv')).toEqual(
      name === 'GB18030'
        ? [
            ['名称', '简介'],
            ['永川', '机械厂'],
          ]
        : rows,
    );
  });

  it('is the same after writing and reading, whatever its cells hold', async () => {
    const cell = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) =>
      text
        .replaceAll(/\p{Cc}|[\uFFFE\uFFFF]|\p{Cs}/gu, '')
        .trim()
        // A cell that a spreadsheet would calculate is refused; one that begins with ' is disarmed.
        .replace(/^[='][=+\-@]*/, ''),
    );
    const table = fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(table, async (given) => {
        const written = [['a', 'b', 'c'], ...given];
        const wanted = written.filter((row) => row.some((text) => text !== ''));
        const csv = await buffer(Readable.from(writeCsv(Readable.from(written))));
        expect(await read(csv, 'a.csv')).toEqual(wanted);
        const padded = (await read(await xlsxOf(written), 'a.xlsx')).map((row) =>
          Array.from({ length: 3 }, (_, at) => row[at] ?? ''),
        );
        expect(padded).toEqual(wanted);
      }),
      { numRuns: 40 },
    );
  });

  it('carries no formula out in text', async () => {
    const given = [['=HYPERLINK("x")', '+1', '-2', '@a', '\tb', 'c']];
    const csv = await buffer(Readable.from(writeCsv(Readable.from(given))));
    expect(csv.toString()).toBe('\uFEFF"\'=HYPERLINK(""x"")",\'+1,\'-2,\'@a,"\'\tb",c\r\n');
  });

  it('has columns with names as in a spreadsheet', () => {
    fc.assert(
      fc.property(fc.nat(20_000), (index) => {
        expect(columnIndex(`${columnName(index)}12`)).toBe(index);
      }),
    );
  });
});

const sheet = (content: string) => ({
  'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>${content}</sheetData></worksheet>`,
});

describe('a file that is no honest table', () => {
  it.each([
    ['empty', '', 'a.csv', 'empty'],
    ['a PDF', '%PDF-1.7\n', 'a.csv', 'not_what_it_says'],
    ['a page', '<!doctype html><table>', 'a.csv', 'not_what_it_says'],
    ['a program', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]), 'a.csv', 'not_what_it_says'],
    ['text with the name of a workbook', 'a,b', 'a.xlsx', 'not_what_it_says'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'a.xls', 'old_excel'],
    ['a formula', 'a,b\r\n1,"=cmd|\'/c calc\'!A0"', 'a.csv', 'formula'],
    ['a million columns', ','.repeat(1_000_000), 'a.csv', 'columns'],
    ['a million columns in a short file', `a\r\n${'1,'.repeat(200)}`, 'a.csv', 'columns'],
    ['an open quote', `a,b\r\n"1,2\r\n${'x'.repeat(1000)}`, 'a.csv', 'malformed'],
    ['half a workbook', Buffer.from('PK\u0003\u0004half'), 'a.xlsx', 'malformed'],
  ])('is refused: %s', async (_what, content, name, problem) => {
    expect(await refusalOf(content, name)).toBe(`sheets.${problem}`);
  });

  it('is refused: bytes of no encoding', async () => {
    expect(await refusalOf(Buffer.from('61ff0a', 'hex'), 'a.csv')).toBe('sheets.encoding');
  });

  it('is refused: a workbook under a password', async () => {
    const content = Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.from('EncryptedPackage', 'utf16le'),
    ]);
    expect(await refusalOf(content, 'a.xlsx')).toBe('sheets.encrypted');
  });

  it.each<[string, Record<string, string | Buffer>, string]>([
    ['macros', { 'xl/vbaProject.bin': 'x' }, 'macros'],
    ['macros of 1992', { 'xl/macrosheets/sheet1.xml': '<x/>' }, 'macros'],
    ['links to other files', { 'xl/externalLinks/externalLink1.xml': '<x/>' }, 'external_links'],
    ['a link to a database', { 'xl/connections.xml': '<x/>' }, 'external_links'],
    ['another file inside', { 'xl/embeddings/a.docx': 'x' }, 'embedded'],
    ['a formula', sheet('<row r="2"><c r="B2"><f>1+1</f><v>2</v></c></row>'), 'formula'],
    ['a column far out', sheet('<row r="2"><c r="ALL2"><v>2</v></c></row>'), 'columns'],
    [
      'a cell without end',
      sheet(`<row r="2"><c r="A2"><v>${'9'.repeat(40_000)}</v></c></row>`),
      'cell',
    ],
    [
      'entities',
      { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet/>' },
      'malformed',
    ],
    ['broken XML', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData>' }, 'malformed'],
    ['no workbook', { 'xl/workbook.xml': '' }, 'malformed'],
    ['a bomb', { 'xl/media/zeros': Buffer.alloc(160 * 1024 * 1024) }, 'bomb'],
    [
      '20,001 rows',
      sheet(
        Array.from({ length: 20_001 }, (_, at) => `<row r="${at + 2}"><c><v>1</v></c></row>`).join(
          '',
        ),
      ),
      'rows',
    ],
  ])('is refused: a workbook with %s', async (_what, parts, problem) => {
    expect(await refusalOf(await workbookWith(parts), 'a.xlsx')).toBe(`sheets.${problem}`);
  });
});
