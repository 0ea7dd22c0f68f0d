import { shiftDate } from '../../../kernel/calendar.ts';

const oneDay = /^\d{4}-\d{2}-\d{2}$/u;
const between = /\s*(?:到|至|to|–|—|~)\s*/u;
const LONGEST = 60;

/** Days as people write them, a day or a span a line; `wrong` are lines that cannot be read. */
export function readDays(text: string): { days: string[]; wrong: string[] } {
  const days: string[] = [];
  const wrong: string[] = [];
  for (const line of text.split(/[\n,，;；]+/u).map((each) => each.trim())) {
    if (line === '') continue;
    const [from = '', until = from, ...more] = line.split(between);
    const readable = more.length === 0 && isDay(from) && isDay(until) && from <= until;
    if (!readable || until > shiftDate(from, LONGEST)) wrong.push(line);
    else for (let day = from; day <= until; day = shiftDate(day, 1)) days.push(day);
  }
  return { days, wrong };
}

/** A day that exists: 30 February does not. */
function isDay(text: string): boolean {
  const at = oneDay.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** The other way: days that follow each other on one line. */
export function writeDays(days: readonly string[], to: string): string {
  const lines: string[] = [];
  let from: string | undefined;
  let last: string | undefined;
  const close = () => {
    if (from !== undefined && last !== undefined)
      lines.push(from === last ? from : `${from} ${to} ${last}`);
  };
  for (const day of [...days].toSorted((a, b) => a.localeCompare(b))) {
    if (last !== undefined && day === shiftDate(last, 1)) {
      last = day;
      continue;
    }
    close();
    from = day;
    last = day;
  }
  close();
  return lines.join('\n');
}
