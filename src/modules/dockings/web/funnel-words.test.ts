import { describe, expect, it } from 'vitest';
import { compareMessages } from '../../../ui/i18n/compare-messages.ts';
import en from '../i18n/funnel.en.ts';
import zhCN from '../i18n/funnel.zh-CN.ts';

describe('words of the funnel', () => {
  it('are complete in both languages', () => {
    expect(compareMessages(zhCN, en)).toEqual([]);
  });
});
