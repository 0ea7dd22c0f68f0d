import { beijingDate, beijingInstant, shiftDate, type IsoDate } from '../../../kernel/calendar.ts';

/** A week from its Monday, 0:00 in China, to the next. */
export type Week = { monday: IsoDate; sunday: IsoDate; from: Date; to: Date };

/** The week in China in which this moment lies. */
export function weekAt(at: Date): Week {
  const day = beijingDate(at);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return weekOf(shiftDate(day, -weekday));
}

export function weekOf(monday: IsoDate): Week {
  return {
    monday,
    sunday: shiftDate(monday, 6),
    from: beijingInstant(monday, '00:00'),
    to: beijingInstant(shiftDate(monday, 7), '00:00'),
  };
}

/** Something that happened, as it can be looked up: what proves a figure. */
export type Evidence = { on: IsoDate; text: string; path: string };

/** What a week shows of a team, before it is counted. */
export type WeekFacts = {
  dispatches: Evidence[];
  accepted: Evidence[];
  declined: Evidence[];
  visits: (Evidence & { found: string; nextStep: string })[];
  /** Steps of the members' cases and of those of the needs they were sent to. */
  steps: (Evidence & { step: CaseStep; amountFen: number | null })[];
  stuck: { text: string; path: string }[];
  planned: { text: string; path: string; by: string }[];
};

export const caseSteps = ['proposed', 'contacted', 'met', 'contracted', 'paid', 'other'] as const;
export type CaseStep = (typeof caseSteps)[number];

export const figureKeys = [
  'dispatches',
  'accepted',
  'declined',
  'visits',
  'proposed',
  'contacted',
  'met',
  'contracted',
  'contractFen',
  'paidFen',
] as const;
export type FigureKey = (typeof figureKeys)[number];

/** A number that counts only with what proves it. Sums are in fen. */
export type Figure = { key: FigureKey; value: number; evidence: Evidence[] };

/** The figures of a week; each is counted from its evidence and from nothing else. */
export function figuresOf(facts: WeekFacts): Figure[] {
  const steps = (step: CaseStep) => facts.steps.filter((each) => each.step === step);
  const plain = (evidence: readonly Evidence[]) =>
    evidence.map(({ on, text, path }) => ({ on, text, path }));
  const count = (key: FigureKey, evidence: readonly Evidence[]): Figure => ({
    key,
    value: evidence.length,
    evidence: plain(evidence),
  });
  const sum = (key: FigureKey, step: CaseStep): Figure => ({
    key,
    value: steps(step).reduce((total, { amountFen }) => total + (amountFen ?? 0), 0),
    evidence: plain(steps(step)),
  });
  return [
    count('dispatches', facts.dispatches),
    count('accepted', facts.accepted),
    count('declined', facts.declined),
    count('visits', facts.visits),
    count('proposed', steps('proposed')),
    count('contacted', steps('contacted')),
    count('met', steps('met')),
    count('contracted', steps('contracted')),
    sum('contractFen', 'contracted'),
    sum('paidFen', 'paid'),
  ];
}

/** The words of a report, each with the values it takes. */
export type ReportWords = {
  done: string;
  stuck: string;
  planned: string;
  nothingDone: string;
  nothingStuck: string;
  nothingPlanned: string;
  day: (day: IsoDate) => string;
  visit: (visit: { text: string; found: string; nextStep: string }) => string;
};

/** The text of a draft: what was done, what is stuck, what is planned, each line from one fact. */
export function writeReport(facts: WeekFacts, words: ReportWords): string {
  const done = [
    ...facts.dispatches,
    ...facts.accepted,
    ...facts.declined,
    ...facts.visits.map((visit) => ({ ...visit, text: words.visit(visit) })),
    ...facts.steps,
  ].toSorted((a, b) => a.on.localeCompare(b.on));
  const section = (title: string, lines: readonly string[], none: string) =>
    `${title}\n${lines.length === 0 ? none : lines.map((line) => `· ${line}`).join('\n')}`;
  return [
    section(
      words.done,
      done.map(({ on, text }) => `${words.day(on)} ${text}`),
      words.nothingDone,
    ),
    section(
      words.stuck,
      facts.stuck.map(({ text }) => text),
      words.nothingStuck,
    ),
    section(
      words.planned,
      facts.planned.map(({ text }) => text),
      words.nothingPlanned,
    ),
  ].join('\n\n');
}
