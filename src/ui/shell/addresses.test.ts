import { describe, expect, it } from 'vitest';
import { safeNext, signInAddress } from './addresses.ts';

describe('after signing in', () => {
  it.each(['/cases/7', '/needs/new?from=box'])('%s is gone back to', (next) => {
    expect(safeNext(next)).toBe(next);
  });

  it('the way there remembers where one was, and never leads in a circle', () => {
    expect(signInAddress('/needs?q=1')).toBe('/sign-in?next=%2Fneeds%3Fq%3D1');
    expect(signInAddress('/sign-in?next=%2Fneeds')).toBe('/sign-in');
  });

  it.each([undefined, '', 'https://elsewhere.test/', '//elsewhere.test', '/\\elsewhere.test'])(
    '%s leads home, not away from this site',
    (next) => {
      expect(safeNext(next)).toBe('/');
    },
  );
});
