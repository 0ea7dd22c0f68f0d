import { describe, expect, it } from 'vitest';
import { compareMessages } from '../ui/i18n/compare-messages.ts';
import { registeredMessages } from '../ui/i18n/messages.ts';
import { pages } from './web-routes.tsx';

describe('the pages of the web', () => {
  it('have one address each', () => {
    const shapes = pages.map((page) => page.path.replaceAll(/\$\w+/g, '$'));
    expect(new Set(shapes).size).toBe(shapes.length);
  });

  it('can all be loaded, and say everything in both languages', async () => {
    for (const page of pages) {
      const { default: Page } = await page.load();
      expect(Page).toBeTypeOf('function');
      expect(page.title().trim()).not.toBe('');
    }
    for (const { namespace, zh, en } of await registeredMessages()) {
      expect(compareMessages(zh, en).map((problem) => `${namespace} ${problem}`)).toEqual([]);
    }
  });
});
