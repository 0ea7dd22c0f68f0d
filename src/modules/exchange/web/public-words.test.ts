import { describe, expect, it } from 'vitest';
import { compareMessages } from '../../../ui/i18n/compare-messages.ts';
import en from '../i18n/en.ts';
import zhCN from '../i18n/zh-CN.ts';

describe('words of the public pages of needs and achievements', () => {
  it('are complete in both languages', () => {
    expect(compareMessages(zhCN, en)).toEqual([]);
  });
});
