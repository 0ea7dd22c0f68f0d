import { importColumns, type ImportKind } from './import-columns.ts';

/** A header without what people decorate it with: blanks, signs, units and remarks in brackets. */
export const plainHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[（(［[【].*?[)）\]］】]/gu, '')
    .replaceAll(/[\s*＊:：_·.、,，/-]/gu, '');

/** For each column the field it goes to; no field twice. */
export type Mapping = (string | null)[];

/**
 * What each column is likely to be. What the person chose for the same header before counts most,
 * then the header of the template, then what others call it, then a header that contains such a word.
 */
export function guessMapping(
  kind: ImportKind,
  headers: readonly string[],
  remembered: Readonly<Record<string, string>> = {},
): Mapping {
  const columns = importColumns[kind];
  const fields = new Set(columns.map(({ field }) => field));
  const mapping: Mapping = headers.map(() => null);
  const taken = new Set<string>();
  // Left out on purpose before; then it is no guess of ours either.
  const ignored = new Set<number>();
  const take = (at: number, field: string | undefined) => {
    if (field === undefined || mapping[at] !== null || taken.has(field)) return;
    mapping[at] = field;
    taken.add(field);
  };
  const plain = headers.map(plainHeader);
  plain.forEach((header, at) => {
    const before = remembered[header];
    if (before === '') ignored.add(at);
    else if (before !== undefined && fields.has(before)) take(at, before);
  });
  const rounds: ((header: string) => string | undefined)[] = [
    (header) =>
      columns.find((column) =>
        Object.values(column.header).some((name) => plainHeader(name) === header),
      )?.field,
    (header) =>
      columns.find(
        ({ field, also }) =>
          !taken.has(field) &&
          (also.some((name) => plainHeader(name) === header) || plainHeader(field) === header),
      )?.field,
    (header) =>
      columns.find(
        (column) =>
          !taken.has(column.field) &&
          [...Object.values(column.header), ...column.also].some(
            (name) => plainHeader(name).length >= 2 && header.includes(plainHeader(name)),
          ),
      )?.field,
  ];
  for (const find of rounds) {
    plain.forEach((header, at) => {
      if (header !== '' && !ignored.has(at)) take(at, find(header));
    });
  }
  return mapping;
}

/** What to remember of a mapping that somebody confirmed: '' for a column that is left out. */
export const rememberedOf = (
  headers: readonly string[],
  mapping: Readonly<Mapping>,
): Record<string, string> =>
  Object.fromEntries(headers.map((header, at) => [plainHeader(header), mapping[at] ?? '']));
