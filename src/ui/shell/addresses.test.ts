import { describe, expect, it } from 'vitest';
import { safeNext } from './addresses.ts';

describe('after signing in', () => {
  it.each(['/cases/7', '/needs/new?from=box'])('%s is gone back to', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it.each([undefined, '', 'https://elsewhere.test/', '//elsewhere.test', '/\\elsewhere.test'])(
    '%s leads home, not away from this site',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );
});
