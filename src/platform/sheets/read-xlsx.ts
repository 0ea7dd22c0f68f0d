import type { Readable } from 'node:stream';
import { SaxesParser } from 'saxes';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { columnIndex } from './cell-names.ts';
import type { SheetRow } from './sheet-row.ts';
import { SHEET_LIMITS, sheetProblem } from './sheet-problem.ts';

/**
 * Rows of the first sheet of a workbook. The directory of the archive is judged before any part is
 * unpacked; then only three parts are read, the sheet itself piece by piece.
 */
export async function* readXlsx(content: Uint8Array): AsyncGenerator<SheetRow> {
  const zip = await openZip(content);
  try {
    const parts = await judgedParts(zip);
    const open = async (name: string): Promise<Readable> => {
      const entry = parts.get(name.toLowerCase());
      if (!entry) throw sheetProblem('malformed', { row: 1 });
      return zip.openReadStreamPromise(entry);
    };
    const sheet = await firstSheet(open);
    const shared = parts.has('xl/sharedstrings.xml')
      ? await sharedStrings(await open('xl/sharedStrings.xml'))
      : [];
    yield* sheetRows(await open(sheet), shared);
  } catch (error) {
    throw isOurs(error) ? error : sheetProblem('malformed', { row: 1 });
  } finally {
    zip.close();
  }
}

const isOurs = (error: unknown): boolean => error instanceof Error && error.name === 'AppError';

function openZip(content: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  return yauzl
    .fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true })
    .catch(() => {
      throw sheetProblem('malformed', { row: 1 });
    });
}

const FORBIDDEN = [
  [/vbaproject|\/macrosheets\/|\.bin$/, 'macros'],
  [/\/externallinks\/|\/connections\.xml$|\/querytables\//, 'external_links'],
  [/\/embeddings\/|\/activex\//, 'embedded'],
] as const;

/** All parts by name in small letters. Sizes are those of the directory; yauzl holds parts to them. */
async function judgedParts(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > SHEET_LIMITS.parts) throw sheetProblem('bomb');
  const parts = new Map<string, Entry>();
  let unpacked = 0;
  for await (const entry of zip.eachEntry()) {
    const name = entry.fileName.toLowerCase();
    if (entry.isEncrypted()) throw sheetProblem('encrypted');
    unpacked += entry.uncompressedSize;
    if (unpacked > SHEET_LIMITS.unpacked) throw sheetProblem('bomb');
    // Settings of a printer are kept as .bin and do nothing.
    const forbidden = FORBIDDEN.find(
      ([shape]) => shape.test(name) && !name.includes('printersettings'),
    );
    if (forbidden) throw sheetProblem(forbidden[1]);
    parts.set(name, entry);
  }
  if (!parts.has('xl/workbook.xml')) throw sheetProblem('not_what_it_says', { name: 'xlsx' });
  return parts;
}

type Attributes = Record<string, string>;

/** A parser of one part; what it is told is called in order. A document type is nothing a sheet has. */
function xmlParser(told: {
  open?: (name: string, attributes: Attributes) => void;
  close?: (name: string) => void;
  text?: (text: string) => void;
}) {
  const parser = new SaxesParser();
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  parser.on('doctype', () => {
    throw sheetProblem('malformed', { row: 1 });
  });
  parser.on('error', (error) => {
    throw error;
  });
  if (told.open) {
    const { open } = told;
    parser.on('opentag', (tag) => open(local(tag.name), tag.attributes));
  }
  if (told.close) {
    const { close } = told;
    parser.on('closetag', (tag) => close(local(tag.name)));
  }
  if (told.text) parser.on('text', told.text);
  return parser;
}

async function parseWhole(stream: Readable, parser: SaxesParser): Promise<void> {
  const decoder = new TextDecoder();
  for await (const piece of stream as AsyncIterable<Buffer>) {
    parser.write(decoder.decode(piece, { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

/** The part that holds the first sheet. */
async function firstSheet(open: (name: string) => Promise<Readable>): Promise<string> {
  let relation: string | undefined;
  await parseWhole(
    await open('xl/workbook.xml'),
    xmlParser({
      open(name, attributes) {
        if (name === 'sheet') relation ??= attributes['r:id'] ?? Object.values(attributes).at(-1);
      },
    }),
  );
  let target: string | undefined;
  await parseWhole(
    await open('xl/_rels/workbook.xml.rels'),
    xmlParser({
      open(name, attributes) {
        if (name === 'Relationship' && attributes['Id'] === relation) target = attributes['Target'];
      },
    }),
  );
  if (target === undefined) throw sheetProblem('malformed', { row: 1 });
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`;
}

/** The table of texts; small writings beside characters (rPh) are left out. */
async function sharedStrings(stream: Readable): Promise<string[]> {
  const texts: string[] = [];
  let current = '';
  let inText = false;
  let beside = 0;
  let characters = 0;
  await parseWhole(
    stream,
    xmlParser({
      open(name) {
        if (name === 'si') current = '';
        else if (name === 'rPh') beside += 1;
        else if (name === 't') inText = beside === 0;
      },
      close(name) {
        if (name === 't') inText = false;
        else if (name === 'rPh') beside -= 1;
        else if (name === 'si') texts.push(current);
      },
      text(text) {
        if (!inText) return;
        characters += text.length;
        if (characters > SHEET_LIMITS.unpacked / 3) throw sheetProblem('bomb');
        current += text;
      },
    }),
  );
  return texts;
}

async function* sheetRows(stream: Readable, shared: readonly string[]): AsyncGenerator<SheetRow> {
  let done: SheetRow[] = [];
  let row: SheetRow = { number: 0, cells: [] };
  let cell = { at: 0, type: '', text: '', name: '' };
  let reads = false;
  let beside = 0;
  const parser = xmlParser({
    open(name, attributes) {
      switch (name) {
        case 'row':
          row = { number: Number(attributes['r'] ?? row.number + 1), cells: [] };
          break;
        case 'c': {
          const reference = attributes['r'] ?? '';
          const at = reference === '' ? row.cells.length : columnIndex(reference);
          if (at < 0 || at >= SHEET_LIMITS.columns) {
            throw sheetProblem('columns', { row: row.number, most: SHEET_LIMITS.columns });
          }
          cell = { at, type: attributes['t'] ?? 'n', text: '', name: reference };
          break;
        }
        case 'f':
          throw sheetProblem('formula', { cell: cell.name });
        case 'rPh':
          beside += 1;
          break;
        case 'v':
        case 't':
          reads = beside === 0;
          break;
        default:
      }
    },
    close(name) {
      if (name === 'rPh') beside -= 1;
      else if (name === 'v' || name === 't') reads = false;
      else if (name === 'c') {
        while (row.cells.length < cell.at) row.cells.push('');
        row.cells[cell.at] = valueOf(cell, shared);
      } else if (name === 'row') done.push(row);
    },
    text(text) {
      if (!reads) return;
      cell.text += text;
      if (cell.text.length > SHEET_LIMITS.cell) {
        throw sheetProblem('cell', { row: row.number, most: SHEET_LIMITS.cell });
      }
    },
  });
  const decoder = new TextDecoder();
  for await (const piece of stream as AsyncIterable<Buffer>) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield* done;
    done = [];
  }
  parser.write(decoder.decode()).close();
  yield* done;
}

function valueOf(cell: { type: string; text: string }, shared: readonly string[]): string {
  if (cell.type === 's') return shared[Number(cell.text)] ?? '';
  if (cell.type !== 'n' || cell.text === '') return cell.text;
  const number = Number(cell.text);
  // Excel shows 15 digits of the double it keeps: 48.3, not 48.299999999999997.
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : cell.text;
}
