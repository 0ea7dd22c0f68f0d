export type CellValue = string | number | null;

/** What a spreadsheet would take for a formula is disarmed by an apostrophe (OWASP, CSV injection). */
export const disarmed = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = disarmed(value);
  return /[",\r\n;\t]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table as text after RFC 4180, in UTF-8 with the mark by which Excel knows it. */
export async function* writeCsv(
  rows: AsyncIterable<readonly CellValue[]>,
): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  let text = '\uFEFF';
  for await (const row of rows) {
    text += `${row.map(csvCell).join(',')}\r\n`;
    if (text.length < 32_768) continue;
    yield encoder.encode(text);
    text = '';
  }
  if (text !== '') yield encoder.encode(text);
}
