/** A row of an official table of codes, as the data files hold it. */
export interface CodedName {
  readonly code: string;
  readonly name: string;
  /** Code of the row above; absent at the top. */
  readonly parent?: string;
  /** Syllables of the Chinese name without tones, parted by spaces. */
  readonly pinyin: string;
  /** Present where an English name is in use; elsewhere the Chinese name stands. */
  readonly nameEn?: string;
}

/** Orders of closeness of a row to a query, best first; undefined when it does not match. */
function matchRank(row: CodedName, query: string): number | undefined {
  const syllables = row.pinyin.split(' ');
  const tests: readonly (() => boolean)[] = [
    () => row.code === query.toUpperCase() || row.name === query,
    () => row.name.startsWith(query),
    () => row.code.startsWith(query.toUpperCase()) || row.code.slice(1).startsWith(query),
    () => row.nameEn?.toLowerCase().startsWith(query) ?? false,
    () => syllables.join('').startsWith(query.replace(/['\s]/g, '')),
    () =>
      syllables
        .map((syllable) => syllable.charAt(0))
        .join('')
        .startsWith(query),
    () => row.name.includes(query),
  ];
  const rank = tests.findIndex((test) => test());
  return rank === -1 ? undefined : rank;
}

/**
 * Rows that match what somebody types into a picker: the start of a code, a part of the name, the pinyin (`yongchuan`), its initials (`yc`) or the English name.
 * Better kinds of match first, then higher levels, then by code.
 */
export function searchCodedNames<Row extends CodedName>(
  rows: readonly Row[],
  query: string,
  { limit, levelOf }: { limit: number; levelOf: (row: Row) => number },
): Row[] {
  const sought = query.normalize('NFKC').trim().toLowerCase();
  if (sought === '') return [];
  return rows
    .flatMap((row) => {
      const rank = matchRank(row, sought);
      return rank === undefined ? [] : [{ row, rank }];
    })
    .sort(
      (a, b) =>
        a.rank - b.rank || levelOf(a.row) - levelOf(b.row) || (a.row.code < b.row.code ? -1 : 1),
    )
    .slice(0, limit)
    .map(({ row }) => row);
}
