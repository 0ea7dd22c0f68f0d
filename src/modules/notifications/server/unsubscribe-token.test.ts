import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readUnsubscribeToken, unsubscribeToken } from './unsubscribe-token.ts';

const secret = 'a secret for tests only, 32 characters';
const asked = fc.record({ userId: fc.string(), kind: fc.option(fc.string()) });

describe('a link that stops mail', () => {
  it('says what it was made for', () => {
    fc.assert(
      fc.property(asked, (given) => {
        const token = unsubscribeToken(given, secret);
        expect(token).toMatch(/^[\w-]+\.[\w-]+$/);
        expect(readUnsubscribeToken(token, secret)).toEqual(given);
      }),
    );
  });

  it('is worth nothing once a character of it is changed', () => {
    fc.assert(
      fc.property(
        asked,
        fc.nat(),
        fc.constantFrom('A', 'a', '0', '_', '-', '.'),
        (given, place, character) => {
          const token = unsubscribeToken(given, secret);
          const at = place % token.length;
          const changed = token.slice(0, at) + character + token.slice(at + 1);
          fc.pre(changed !== token);
          expect(readUnsubscribeToken(changed, secret)).toBeUndefined();
        },
      ),
    );
  });

  it('is worth nothing elsewhere, and no text is taken for one', () => {
    fc.assert(
      fc.property(asked, fc.string(), (given, text) => {
        expect(readUnsubscribeToken(unsubscribeToken(given, secret), `${secret}!`)).toBeUndefined();
        expect(readUnsubscribeToken(text, secret)).toBeUndefined();
      }),
    );
  });
});
