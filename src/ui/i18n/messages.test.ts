import { describe, expect, it } from 'vitest';
import './words.ts';
import { defineMessages, i18nInstance, messagesReady, registeredMessages } from './messages.ts';
import { compareMessages } from './compare-messages.ts';

describe('words', () => {
  it('are complete in both languages, with the same values in each sentence', async () => {
    const books = await registeredMessages();
    expect(books.map((book) => book.namespace)).toContain('ui');
    for (const { zh, en } of books) expect(compareMessages(zh, en)).toEqual([]);
  });

  it('a missing key, an empty text or a lost value is named', () => {
    expect(
      compareMessages(
        { a: '甲 {n} 个', b: '乙', c: { d: '丁' } },
        { a: 'A', b: ' ', c: {}, e: 'E' },
      ),
    ).toEqual(['a: values differ', 'b: empty', 'c.d: missing in English', 'e: not in Chinese']);
  });

  it('English has its singular and falls back to Chinese until it is there', async () => {
    const book = defineMessages('probe', { days: '{count} 天', only: '只有中文' } as const, () =>
      Promise.resolve({ default: { days: '{count} days', days_one: '{count} day', only: 'only' } }),
    );
    await i18nInstance.changeLanguage('en');
    expect(book.text('only')).toBe('只有中文');
    await messagesReady('en');
    expect(book.text('days', { count: 1 })).toBe('1 day');
    expect(book.text('days', { count: 2 })).toBe('2 days');
    await i18nInstance.changeLanguage('zh-CN');
    expect(book.text('days', { count: 1 })).toBe('1 天');
  });
});
