import { checkUscc } from '../../../kernel/codes/uscc.ts';
import type { Refusal } from '../../../kernel/errors.ts';
import { parseMoney } from '../../../kernel/money.ts';
import type { Choice, ImportColumn } from './import-columns.ts';

/** Names of places and industries, which the reference data know. */
export type Places = {
  region: (text: string) => string | undefined;
  industry: (text: string) => string | undefined;
};

export type CellResult = { ok: true; value: unknown } | { ok: false; reason: Refusal };

const value = (of: unknown): CellResult => ({ ok: true, value: of });
const wrong = (code: string, params: Refusal['params'] = {}): CellResult => ({
  ok: false,
  reason: { code, params },
});

// A sentence in a cell that is wrong is shown by its start.
const shown = (text: string): string => (text.length > 24 ? `${text.slice(0, 24)}…` : text);

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s_-]/gu, '');

const choiceOf = (choices: readonly Choice[], text: string): string | undefined =>
  choices.find((choice) =>
    [choice.value, choice['zh-CN'], choice.en, ...(choice.also ?? [])].some(
      (name) => plain(name) === plain(text),
    ),
  )?.value;

export const splitList = (text: string): string[] => [
  ...new Set(
    text
      .split(/[、，,;；\n|]+/u)
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];

/** The value of a cell; what stands empty is undefined, so that the shape decides on it. */
export function cellValue(column: ImportColumn, text: string, places: Places): CellResult {
  if (text === '') return value(undefined);
  switch (column.form) {
    case 'line':
      return value(text.replaceAll(/\s+/gu, ' '));
    case 'prose':
      return value(text);
    case 'list':
      return value(splitList(text));
    case 'whole': {
      const digits = /^(\d{1,6})(?:\.0+)?\s*(?:级|个月|月)?$/u.exec(text.normalize('NFKC'))?.[1];
      return digits === undefined
        ? wrong('import.cell.whole', { text: shown(text) })
        : value(Number(digits));
    }
    case 'money': {
      const money = parseMoney(text, 'wan');
      return money.ok ? value(money.fen) : wrong('import.cell.money', { text: shown(text) });
    }
    case 'uscc': {
      const check = checkUscc(text);
      return check.ok ? value(check.value) : wrong(`organisation.uscc_${check.problem}`);
    }
    case 'region':
    case 'industry': {
      const code = places[column.form](text);
      return code === undefined
        ? wrong(`import.cell.${column.form}`, { text: shown(text) })
        : value(code);
    }
    case 'choice': {
      const one = choiceOf(column.choices, text);
      return one === undefined ? wrong('import.cell.choice', { text: shown(text) }) : value(one);
    }
    case 'choices': {
      const parts = splitList(text);
      const found = parts.map((part) => choiceOf(column.choices, part));
      const unknown = found.indexOf(undefined);
      return unknown === -1
        ? value([...new Set(found)])
        : wrong('import.cell.choice', { text: shown(parts[unknown] ?? '') });
    }
  }
}
