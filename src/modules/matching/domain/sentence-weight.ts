import {
  BOILERPLATE_CUES,
  CONDITION_CUES,
  cuesIn,
  EMPTY,
  NUMBERED,
  PROBLEM_CUES,
  PROFILE_CUES,
  WANTED_CUES,
} from './posting-cues.ts';

/** What a stretch of a posting is for. `title` is the name of the need itself. */
export type SentenceRole =
  | 'title'
  | 'problem'
  | 'task'
  | 'condition'
  | 'wanted'
  | 'profile'
  | 'boilerplate'
  | 'empty';

/**
 * A stretch of one field (UTF-16 offsets into the text as given), what it is for, how much it counts
 * (0..1), and the names of the cues that decided (see posting-cues.ts; none when nothing did).
 */
export type WeighedSentence = {
  field: 'title' | 'text';
  start: number;
  end: number;
  role: SentenceRole;
  weight: number;
  cues: string[];
};

/**
 * How much each role counts. A profile still says a bit of the trade, so it is never nothing.
 * Chosen on the project's own postings, see bench/matching.md.
 */
export const ROLE_WEIGHTS: Readonly<Record<SentenceRole, number>> = {
  title: 1,
  problem: 1,
  task: 1,
  condition: 1,
  wanted: 1,
  profile: 0.1,
  boilerplate: 0.05,
  empty: 0,
};
/** A stretch without any cue beside a profile is most likely more of it. */
const BESIDE_PROFILE = 0.3;
/** From this weight on a stretch speaks of the need. */
export const SPEAKS_OF_NEED = 0.5;

/** Cues of a want or a problem that a profile has as well. */
const GOES_ON = new Set(['aim', 'today', 'figure']);

type Stretch = { start: number; end: number };
type Judged = Stretch & { role: SentenceRole | undefined; cues: string[] };

const SENTENCE = /[^。！？!?；;\n\r]+[。！？!?；;]*/gu;
const CLAUSE = /[^，,]+[，,]*/gu;

/** One of these alone does not make a profile: people describe where the trouble is in the same words. */
const WEAK_CUES = new Set([
  'products',
  'output',
  'area',
  'facilities',
  'relations',
  'market',
  'patents',
  'praise',
]);

const EXACT_CUES = new Set(['numbered', 'bound', 'figure']);
/** With so many points and figures a text is a tender. */
const TENDER = 3;

/** Sentences of a text with their roles and weights, in order, not overlapping. */
export function weighSentences(text: string): WeighedSentence[] {
  const sentences = stretches(text, { start: 0, end: text.length }, SENTENCE).map((sentence) =>
    judgeSentence(text, sentence),
  );
  if (!isConfirmed(sentences.flat())) {
    for (const clause of sentences.flat()) if (clause.role === 'profile') clause.role = 'problem';
  }
  return sentences.flatMap((sentence, i) => {
    const beside = isAmongProfile(sentences, i);
    return merged(sentence).map(({ start, end, role, cues }): WeighedSentence => {
      if (role === undefined && beside) {
        return { field: 'text', start, end, role: 'profile', weight: BESIDE_PROFILE, cues };
      }
      const known = role ?? 'problem';
      return { field: 'text', start, end, role: known, weight: ROLE_WEIGHTS[known], cues };
    });
  });
}

/** A sentence without any cue is what those around it are; where none is profile, it is the problem. */
function isAmongProfile(sentences: readonly (readonly Judged[])[], at: number): boolean {
  const judged = (sentence: readonly Judged[]) => sentence.some(({ role }) => role !== undefined);
  const around = [
    sentences.slice(0, at).findLast(judged)?.at(-1),
    sentences.slice(at + 1).find(judged)?.[0],
  ].filter((clause) => clause !== undefined);
  return (
    around.some(({ role }) => role === 'profile') &&
    around.every(({ role }) => role === 'profile' || role === 'boilerplate' || role === 'empty')
  );
}

/**
 * Whether the profile, if there is one, is one: it is all that is said, or a cue shows it that is not
 * weak, or two weak ones. Tenders describe their site in weak cues as well.
 */
function isConfirmed(clauses: readonly Judged[]): boolean {
  const cues = new Set(
    clauses
      .flatMap((clause) => (clause.role === 'profile' ? clause.cues : []))
      .filter((cue) => !GOES_ON.has(cue)),
  );
  const speaking = clauses.filter(
    ({ role }) => role !== 'profile' && role !== 'boilerplate' && role !== 'empty',
  );
  if (speaking.length === 0 || [...cues].some((cue) => !WEAK_CUES.has(cue))) return true;
  const exact = speaking.filter((clause) => clause.cues.some((cue) => EXACT_CUES.has(cue)));
  return cues.size > 1 && exact.length < TENDER;
}

function stretches(text: string, within: Stretch, pattern: RegExp): Stretch[] {
  const found: Stretch[] = [];
  for (const match of text.slice(within.start, within.end).matchAll(pattern)) {
    const lead = match[0].length - match[0].trimStart().length;
    const start = within.start + match.index + lead;
    const end = within.start + match.index + match[0].trimEnd().length;
    if (end > start) found.push({ start, end });
  }
  return found;
}

/** A sentence may begin with who one is and end with what one lacks: its clauses are judged apart. */
function judgeSentence(text: string, sentence: Stretch): Judged[] {
  const whole = bare(text.slice(sentence.start, sentence.end));
  if (whole === '' || EMPTY.test(whole)) return [{ ...sentence, role: 'empty', cues: [] }];
  if (NUMBERED.test(text.slice(sentence.start, sentence.end)) && !speaksOfItself(whole)) {
    return [{ ...sentence, role: 'task', cues: ['numbered'] }];
  }
  const clauses = stretches(text, sentence, CLAUSE).map((clause): Judged => {
    return { ...clause, ...judgeClause(bare(text.slice(clause.start, clause.end))) };
  });
  // 产品出口多国，实现了规模化: what only boasts of aims goes on with the profile before it.
  for (let i = 1; i < clauses.length; i++) {
    if (clauses[i]!.role === 'empty') continue;
    if (clauses[i - 1]!.role === 'profile' && clauses[i]!.cues.every((cue) => GOES_ON.has(cue))) {
      clauses[i]!.role = 'profile';
    }
  }
  // A clause without a cue goes on with what came before it, or leads to what comes after it.
  for (let i = 1; i < clauses.length; i++) clauses[i]!.role ??= clauses[i - 1]!.role;
  for (let i = clauses.length - 2; i >= 0; i--) clauses[i]!.role ??= clauses[i + 1]!.role;
  return clauses;
}

function bare(text: string): string {
  return text.replace(/^[\s、：:]+|[\s。！？!?；;，,、]+$/gu, '');
}

const speaksOfItself = (text: string) => cuesIn(text, PROFILE_CUES).length > 0;

function judgeClause(clause: string): { role: SentenceRole | undefined; cues: string[] } {
  if (EMPTY.test(clause)) return { role: 'empty', cues: [] };
  const boilerplate = cuesIn(clause, BOILERPLATE_CUES);
  if (boilerplate.length > 0) return { role: 'boilerplate', cues: boilerplate };
  const wanted = cuesIn(clause, WANTED_CUES);
  const conditions = cuesIn(clause, CONDITION_CUES);
  const problems = cuesIn(clause, PROBLEM_CUES);
  const profile = cuesIn(clause, PROFILE_CUES);
  if (profile.length > 0) {
    // A bound makes a wish of what else is a boast: 占地不超过200平方米.
    const asks = wanted.includes('wish') || conditions.includes('bound');
    const fails = problems.includes('failing') || problems.includes('trouble');
    if (!asks && !fails) return { role: 'profile', cues: profile };
  }
  if (wanted.length > 0) return { role: 'wanted', cues: [...wanted, ...problems, ...conditions] };
  if (problems.length > 0) return { role: 'problem', cues: [...problems, ...conditions] };
  if (conditions.length > 0) return { role: 'condition', cues: conditions };
  return { role: undefined, cues: [] };
}

/** Neighbouring clauses of one role are one stretch. */
function merged(clauses: readonly Judged[]): Judged[] {
  const joined: Judged[] = [];
  for (const clause of clauses) {
    const last = joined.at(-1);
    if (last && (last.role === clause.role || (kept(last) && kept(clause)))) {
      last.end = clause.end;
      last.cues = [...new Set([...last.cues, ...clause.cues])];
    } else joined.push({ ...clause });
  }
  return joined;
}

const kept = ({ role }: Judged) => role !== undefined && ROLE_WEIGHTS[role] === 1;
