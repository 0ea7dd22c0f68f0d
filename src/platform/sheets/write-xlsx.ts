import { Readable, type PassThrough } from 'node:stream';
import { ZipFile } from 'yazl';
import { escapeXml } from '../documents/xml.ts';
import { columnName } from './cell-names.ts';
import type { CellValue } from './write-csv.ts';

/** What a column takes, shown by Excel as a list to choose from or as a note beside the cell. */
export type CellRule = {
  column: number;
  note?: { title: string; text: string };
  /** A range to choose from: `选项!$A$1:$A$9`. */
  choices?: string;
};

export type SheetToWrite = {
  name: string;
  /** In characters. */
  widths: readonly number[];
  /** The first row is the header: bold, and it stays in place. */
  header: boolean;
  rows: AsyncIterable<readonly CellValue[]>;
  rules?: readonly CellRule[];
  hidden?: boolean;
};

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
// The last row that choices and notes reach.
const RULED_ROWS = 20_001;

/**
 * A workbook, written as its rows come. Texts are cells of type text: a spreadsheet never reads a
 * formula in them, so they stand as they are.
 */
export function writeXlsx(sheets: readonly SheetToWrite[], at: Date): Readable {
  const zip = new ZipFile();
  const options = { mtime: at };
  const add = (name: string, text: string) =>
    zip.addBuffer(Buffer.from(HEAD + text), name, options);
  const numbered = sheets.map((sheet, index) => ({ sheet, number: index + 1 }));
  add(
    '[Content_Types].xml',
    `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>${numbered
      .map(
        ({ number }) =>
          `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join('')}</Types>`,
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${numbered
      .map(
        ({ sheet, number }) =>
          `<sheet name="${escapeXml(sheet.name)}" sheetId="${number}"${sheet.hidden ? ' state="hidden"' : ''} r:id="rId${number}"/>`,
      )
      .join('')}</sheets></workbook>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${PACKAGE}/relationships">${numbered
      .map(
        ({ number }) =>
          `<Relationship Id="rId${number}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
      )
      .join(
        '',
      )}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`,
  );
  add('xl/styles.xml', STYLES);
  for (const { sheet, number } of numbered) {
    zip.addReadStreamLazy(`xl/worksheets/sheet${number}.xml`, options, (take) =>
      take(null, Readable.from(sheetXml(sheet))),
    );
  }
  const output = zip.outputStream as PassThrough;
  zip.on('error', (error: Error) => output.destroy(error));
  zip.end();
  return output;
}

// Style 1 is the header, style 2 a text that wraps and that a spreadsheet keeps as text (format @).
const STYLES = `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE1EFE8"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf xfId="0"/><xf xfId="0" fontId="1" fillId="2" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="center" wrapText="1"/></xf><xf xfId="0" numFmtId="49" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs></styleSheet>`;

async function* sheetXml(sheet: SheetToWrite): AsyncGenerator<Buffer> {
  let text = `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${
    sheet.header ? '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>' : ''
  }</sheetView></sheetViews><cols>${sheet.widths
    .map(
      (width, index) =>
        `<col min="${index + 1}" max="${index + 1}" width="${width}" style="2" customWidth="1"/>`,
    )
    .join('')}</cols><sheetData>`;
  let number = 0;
  for await (const row of sheet.rows) {
    number += 1;
    const style = number === 1 && sheet.header ? 1 : 2;
    text += `<row r="${number}">${row
      .map((value, at) => cellXml(value, `${columnName(at)}${number}`, style))
      .join('')}</row>`;
    if (text.length < 32_768) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(`${text}</sheetData>${rulesXml(sheet.rules ?? [])}</worksheet>`);
}

function cellXml(value: CellValue, reference: string, style: number): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${reference}"><v>${value}</v></c>`;
  return `<c r="${reference}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`;
}

function rulesXml(rules: readonly CellRule[]): string {
  if (rules.length === 0) return '';
  const each = rules.map(({ column, note, choices }) => {
    const letters = columnName(column);
    const prompt = note
      ? ` showInputMessage="1" promptTitle="${escapeXml(note.title.slice(0, 32))}" prompt="${escapeXml(note.text.slice(0, 250))}"`
      : '';
    const list = choices ? ' type="list" showErrorMessage="1" errorStyle="warning"' : '';
    return `<dataValidation${list} allowBlank="1"${prompt} sqref="${letters}2:${letters}${RULED_ROWS}">${
      choices ? `<formula1>${escapeXml(choices)}</formula1>` : ''
    }</dataValidation>`;
  });
  return `<dataValidations count="${rules.length}">${each.join('')}</dataValidations>`;
}
