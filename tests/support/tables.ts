import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { CellValue } from '../../src/platform/sheets/write-csv.ts';
import { writeXlsx } from '../../src/platform/sheets/write-xlsx.ts';

async function* each<T>(items: Iterable<T>): AsyncGenerator<T> {
  yield* items;
}

/** A workbook with one sheet, as people send it. */
export async function xlsxOf(
  rows: readonly (readonly CellValue[])[],
): Promise<Uint8Array<ArrayBuffer>> {
  const sheet = { name: '表', header: true, widths: rows[0]!.map(() => 20), rows: each(rows) };
  return new Uint8Array(await buffer(writeXlsx([sheet], new Date('2026-11-23T02:00:00Z'))));
}

/** The same workbook with parts of it changed or added, as somebody with bad intentions would. */
export async function workbookWith(parts: Record<string, string | Buffer>): Promise<Buffer> {
  const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const plain: Record<string, string | Buffer> = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml':
      '<worksheet><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>名称</t></is></c></row></sheetData></worksheet>',
    ...parts,
  };
  const zip = new ZipFile();
  for (const [name, content] of Object.entries(plain)) {
    zip.addBuffer(Buffer.from(content), name, { compressionLevel: 1 });
  }
  zip.end();
  return buffer(zip.outputStream);
}

export const csvOf = (rows: readonly (readonly string[])[]): string =>
  rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
