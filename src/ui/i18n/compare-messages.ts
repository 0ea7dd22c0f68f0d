import type { Messages } from './messages.ts';

function flatten(words: Messages, prefix = ''): Map<string, string> {
  const flat = new Map<string, string>();
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === 'string') flat.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix}${key}.`)) flat.set(inner, text);
  }
  return flat;
}

const valuesIn = (text: string): string =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1] ?? '')
    .toSorted((a, b) => a.localeCompare(b))
    .join();

/** What differs between the Chinese source and its English, one line each; empty when they agree. */
export function compareMessages(zh: Messages, en: Messages): string[] {
  const source = flatten(zh);
  const target = flatten(en);
  const problems: string[] = [];
  for (const [key, text] of source) {
    const other = target.get(key);
    if (other === undefined) problems.push(`${key}: missing in English`);
    else if (!text.trim() || !other.trim()) problems.push(`${key}: empty`);
    else if (valuesIn(text) !== valuesIn(other)) problems.push(`${key}: values differ`);
  }
  for (const key of target.keys()) {
    if (!source.has(key) && !source.has(key.replace(/_one$/, ''))) {
      problems.push(`${key}: not in Chinese`);
    }
  }
  return problems;
}
