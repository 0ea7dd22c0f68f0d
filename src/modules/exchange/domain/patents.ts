import { checkPatentNumber, type PatentKind } from '../../../kernel/codes/patent-number.ts';

export const patentStatuses = ['pending', 'granted', 'lapsed'] as const;
export const patentKinds = ['invention', 'utility_model', 'design', 'foreign'] as const;

/** As it is entered. Numbers of other offices have no check that could be made here. */
export type PatentEntry = {
  number: string;
  office: 'cn' | 'foreign';
  status: (typeof patentStatuses)[number];
};

export type Patent = {
  /** A Chinese application number with its point: 201710601862.3. */
  number: string;
  kind: PatentKind | 'foreign';
  status: PatentEntry['status'];
};

type PatentProblem = 'length' | 'alphabet' | 'check' | 'twice';

/**
 * Patents with their kind, which a Chinese number tells; or what is wrong, by the place in the list.
 * A number given twice is wrong the second time.
 */
export function readPatents(
  entries: readonly PatentEntry[],
):
  | { ok: true; patents: Patent[] }
  | { ok: false; wrong: { index: number; problem: PatentProblem }[] } {
  const patents: Patent[] = [];
  const wrong: { index: number; problem: PatentProblem }[] = [];
  const seen = new Set<string>();
  entries.forEach((entry, index) => {
    const read = readPatent(entry);
    if ('problem' in read) wrong.push({ index, problem: read.problem });
    else if (seen.has(read.number)) wrong.push({ index, problem: 'twice' });
    else {
      seen.add(read.number);
      patents.push(read);
    }
  });
  return wrong.length > 0 ? { ok: false, wrong } : { ok: true, patents };
}

function readPatent({ number, office, status }: PatentEntry): Patent | { problem: PatentProblem } {
  if (office === 'foreign') {
    return { number: number.normalize('NFKC').trim().toUpperCase(), kind: 'foreign', status };
  }
  const check = checkPatentNumber(number);
  return check.ok ? { number: check.value, kind: check.kind, status } : { problem: check.problem };
}
