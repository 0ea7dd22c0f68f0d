/**
 * Words of the trades that mean the same, or belong together, although they share no character: the
 * workshop says 漏气, the achievement 气密性. Our own data (data/trade-words), one concept a line:
 * `terms of the same meaning | everyday words for it | remedies and tests that belong to just this`.
 */

/** What a word is to its concept. */
type Role = 'term' | 'everyday' | 'remedy';

/** How close two words of one concept are, in hundredths; two remedies of one thing are not close at all. */
const CLOSENESS: Record<Role, Record<Role, number>> = {
  term: { term: 95, everyday: 90, remedy: 70 },
  everyday: { term: 90, everyday: 80, remedy: 65 },
  remedy: { term: 70, everyday: 65, remedy: 0 },
};
const ROLES: readonly Role[] = ['term', 'everyday', 'remedy'];

/** For each word (as the number `idOf` gives it) its kindred words with their closeness in hundredths. */
export type Kindred = ReadonlyMap<number, ReadonlyMap<number, number>>;

/** The words of one concept with what they are to it. */
export type TradeConcept = { word: string; role: Role }[];

/** Reads concepts, one a line. Throws an Error that names a line without a term. */
export function readTradeConcepts(text: string): TradeConcept[] {
  const concepts: TradeConcept[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const parts = line
      .split('|')
      .map((part) => part.split(/\s+/u).filter((word) => word !== '' && word !== '-'));
    if (parts.length > ROLES.length || (parts[0] ?? []).length === 0) {
      throw new Error(`A line of trade words is broken: ${line}`);
    }
    concepts.push(parts.flatMap((words, at) => words.map((word) => ({ word, role: ROLES[at]! }))));
  }
  return concepts;
}

/** An everyday word of more concepts than this complains of anything: it asks for the remedy of none. */
const MOST_TROUBLES = 2;

/** Who is close to whom. Words that `idOf` does not know are left out. */
export function kindredOf(
  concepts: readonly TradeConcept[],
  idOf: (word: string) => number | undefined,
): Kindred {
  const kindred = new Map<number, Map<number, number>>();
  const troubles = new Map<string, number>();
  for (const { word } of concepts.flat()) troubles.set(word, (troubles.get(word) ?? 0) + 1);
  const saysLittle = ({ word, role }: { word: string; role: Role }) =>
    role === 'everyday' && (troubles.get(word) ?? 0) > MOST_TROUBLES;
  for (const concept of concepts) {
    const known = concept.flatMap(({ word, role }) => {
      const id = idOf(word);
      return id === undefined ? [] : [{ id, role, saysLittle: saysLittle({ word, role }) }];
    });
    for (const a of known) {
      for (const b of known) {
        const close = CLOSENESS[a.role][b.role];
        if (a.id === b.id || close === 0) continue;
        if ((a.saysLittle && b.role !== 'term') || (b.saysLittle && a.role !== 'term')) continue;
        const row = kindred.get(a.id) ?? new Map<number, number>();
        row.set(b.id, Math.max(close, row.get(b.id) ?? 0));
        kindred.set(a.id, row);
      }
    }
  }
  return kindred;
}
