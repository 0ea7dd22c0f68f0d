import type { ApiIssue } from '../api-failure.ts';
import { words } from '../i18n/words.ts';
import { characterCount } from '../text-length.ts';
import type { Option } from './Select.tsx';
import type { UploadedFile } from './upload.ts';

/** One thing that each row of a list says. */
export type RowColumn = {
  name: string;
  label: string;
  kind: 'text' | 'number' | 'date';
  unit?: string;
  maxLength?: number;
  min?: string;
};
/** What stands in a row, by column; what else it carries stays untouched. */
export type Row = Readonly<Record<string, string>>;

type Common = {
  label: string;
  hint?: string;
  required?: boolean;
  /** The field's path in the request body, when it is not its name here; for the server's issues. */
  path?: string;
};

export type CommandField = Common &
  (
    | { kind: 'text' | 'textarea'; maxLength?: number; placeholder?: string; song?: boolean }
    | { kind: 'number'; unit?: string; min?: number; max?: number; placeholder?: string }
    | { kind: 'date' | 'datetime'; min?: string; max?: string }
    | { kind: 'select' | 'radio'; options: readonly Option[] }
    | { kind: 'checkboxes'; options: readonly Option[] }
    | { kind: 'rows'; columns: readonly RowColumn[]; addLabel: string; max?: number }
    | { kind: 'files'; accept?: string; maxSize?: number; multiple?: boolean }
  );

export type CommandFields = Record<string, CommandField>;

/** What stands in the form. */
export type Entry = string | readonly string[] | readonly UploadedFile[] | readonly Row[];
export type Entries = Record<string, Entry>;

type ValueOf<F extends CommandField> = F['kind'] extends 'number'
  ? number | null
  : F['kind'] extends 'checkboxes'
    ? string[]
    : F['kind'] extends 'files'
      ? UploadedFile[]
      : F['kind'] extends 'rows'
        ? Row[]
        : string;

/** What a command gets: numbers as numbers (null when empty), times as ISO with the district's offset. */
export type CommandValues<F extends CommandFields> = { [K in keyof F]: ValueOf<F[K]> };

const holdsSeveral = new Set<CommandField['kind']>(['checkboxes', 'files', 'rows']);

export function emptyEntries(fields: CommandFields, initial: Partial<Entries> = {}): Entries {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => [
      name,
      initial[name] ?? (holdsSeveral.has(field.kind) ? [] : ''),
    ]),
  );
}

/** China has had one offset and no summer time since 1992. */
const districtOffset = '+08:00';

export function valuesOf<F extends CommandFields>(fields: F, entries: Entries): CommandValues<F> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      const entry = entries[name] ?? '';
      if (field.kind === 'rows') return [name, filledRows(field.columns, entry as readonly Row[])];
      if (typeof entry !== 'string') return [name, [...entry]];
      const text = entry.trim();
      if (field.kind === 'number') return [name, text === '' ? null : numberIn(text)];
      if (field.kind === 'datetime' && text !== '') {
        return [name, `${text.length === 16 ? `${text}:00` : text}${districtOffset}`];
      }
      return [name, text];
    }),
  ) as CommandValues<F>;
}

/** Rows in which nothing was written are none. */
export const filledRows = (columns: readonly RowColumn[], rows: readonly Row[]): Row[] =>
  rows.filter((row) => columns.some(({ name }) => (row[name] ?? '').trim() !== ''));

/** Reads full-width digits and thousands separators as well; NaN when it is no number. */
export function numberIn(text: string): number {
  const plain = text.normalize('NFKC').replaceAll(',', '').trim();
  return plain === '' ? Number.NaN : Number(plain);
}

/** What is wrong before anything is sent, by field. */
export function checkEntries(fields: CommandFields, entries: Entries): Record<string, string> {
  const wrong: Record<string, string> = {};
  for (const [name, field] of Object.entries(fields)) {
    const said = checkEntry(field, entries[name] ?? '');
    if (said) wrong[name] = said;
  }
  return wrong;
}

function checkEntry(field: CommandField, entry: Entry): string | undefined {
  const t = words.text;
  const empty = typeof entry === 'string' ? entry.trim() === '' : entry.length === 0;
  if (field.kind === 'rows') return checkRows(field, entry as readonly Row[]);
  if (empty) return field.required ? t('form.required') : undefined;
  if (typeof entry !== 'string') return undefined;
  if (field.kind === 'number') {
    const value = numberIn(entry);
    if (!Number.isFinite(value)) return t('form.notNumber');
    if (field.min !== undefined && value < field.min) return t('form.tooSmall', { min: field.min });
    if (field.max !== undefined && value > field.max) return t('form.tooLarge', { max: field.max });
  }
  if ((field.kind === 'text' || field.kind === 'textarea') && field.maxLength !== undefined) {
    const count = characterCount(entry);
    if (count > field.maxLength) return t('form.tooLong', { max: field.maxLength, count });
  }
  return undefined;
}

function checkRows(
  field: Extract<CommandField, { kind: 'rows' }>,
  rows: readonly Row[],
): string | undefined {
  const t = words.text;
  const filled = filledRows(field.columns, rows);
  if (filled.length === 0) return field.required ? t('form.required') : undefined;
  for (const row of filled) {
    const at = rows.indexOf(row) + 1;
    for (const column of field.columns) {
      const text = (row[column.name] ?? '').trim();
      const what = column.label;
      if (text === '') return t('form.rowEmpty', { row: at, what });
      if (column.kind === 'number' && !Number.isFinite(numberIn(text)))
        return t('form.rowNotNumber', { row: at, what });
    }
  }
  return undefined;
}

/** Puts the server's issues at their fields; what belongs to none comes back as `rest`. */
export function placeIssues(
  fields: CommandFields,
  issues: readonly ApiIssue[],
): { wrong: Record<string, string>; rest: string[] } {
  const wrong: Record<string, string> = {};
  const rest: string[] = [];
  for (const issue of issues) {
    const found = Object.entries(fields).find(([name, field]) => {
      const path = field.path ?? name;
      return issue.path === path || issue.path.startsWith(`${path}.`);
    });
    if (!found) rest.push(issue.message);
    else wrong[found[0]] ??= issue.message;
  }
  return { wrong, rest };
}
