import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compareMessages } from '../../../ui/i18n/compare-messages.ts';
import en from '../i18n/en.ts';
import zhCN from '../i18n/zh-CN.ts';

const domain = path.resolve(import.meta.dirname, '../domain');

/** Every note code written in the domain, and those it puts together from how figures fit. */
function codesOfDomain(): string[] {
  const sources = readdirSync(domain)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => readFileSync(path.join(domain, name), 'utf8'));
  const written = sources.flatMap((source) =>
    [
      ...source.matchAll(
        /'((?:metric|phrase|budget|maturity|cooperation|region|industry)\.[a-z-]+)'/g,
      ),
    ].map(([, code]) => code ?? ''),
  );
  return [...new Set([...written, 'metric.met', 'metric.partly', 'metric.missed'])];
}

function textAt(words: object, code: string): unknown {
  const [group = '', name = ''] = code.split('.');
  const notes = (words as Record<string, Record<string, unknown> | undefined>)[group];
  return notes?.[name];
}

describe('words of matching', () => {
  it('are complete in both languages', () => {
    expect(compareMessages(zhCN, en)).toEqual([]);
  });

  it('say every note that the domain can give', () => {
    const codes = codesOfDomain();
    expect(codes.length).toBeGreaterThan(15);
    for (const words of [zhCN, en]) {
      expect(codes.filter((code) => typeof textAt(words, code) !== 'string')).toEqual([]);
    }
  });
});
