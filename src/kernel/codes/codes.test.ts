import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkOrcid, orcidCheckCharacter } from './orcid.ts';
import { checkOrganisationCode, organisationCodeCheckCharacter } from './organisation-code.ts';
import { checkPatentNumber, patentCheckCharacter } from './patent-number.ts';
import { checkUscc, usccCheckCharacter } from './uscc.ts';

const DIGITS = '0123456789';
const USCC_ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...Array.from(DIGITS)), minLength: length, maxLength: length });
const usccCharacters = (length: number) =>
  fc.string({
    unit: fc.constantFrom(...Array.from(USCC_ALPHABET)),
    minLength: length,
    maxLength: length,
  });

const anyUscc = fc
  .tuple(usccCharacters(2), digits(6), usccCharacters(9))
  .map((parts) => parts.join(''))
  .map((body) => body + (usccCheckCharacter(body) ?? ''));
const anyOrcid = digits(15).map((body) => body + (orcidCheckCharacter(body) ?? ''));
const anyPatentNumber = fc
  .oneof(
    fc.tuple(digits(4), fc.constantFrom(...Array.from('12389')), digits(7)),
    fc.tuple(digits(2), fc.constantFrom(...Array.from('12389')), digits(5)),
  )
  .map((parts) => parts.join(''))
  .map((body) => body + (patentCheckCharacter(body) ?? ''));

/** Codes of `codes` with one character put in the place of another. */
const withOneWrongCharacter = (codes: fc.Arbitrary<string>, alphabet: string) =>
  fc
    .tuple(codes, fc.nat(), fc.constantFrom(...Array.from(alphabet)))
    .map(([code, place, character]) => {
      const at = place % code.length;
      return { code, changed: code.slice(0, at) + character + code.slice(at + 1) };
    })
    .filter(({ code, changed }) => code !== changed);

describe('unified social credit code', () => {
  it.each([
    '91350200MA2YJ1XR9G',
    '91350200MA31E12PXF',
    '91440101MA5CJQ4N59',
    '91350500798359476R',
    '91500118MA60DEM157',
  ])('accepts %s', (code) => {
    expect(checkUscc(code)).toMatchObject({ ok: true, value: code });
  });

  it('takes it apart and judges the organisation code inside on its own', () => {
    expect(checkUscc('91350200MA2YJ1XR9G')).toEqual({
      ok: true,
      value: '91350200MA2YJ1XR9G',
      regionCode: '350200',
      organisationCode: { ok: true, value: 'MA2YJ1XR9' },
    });
    const oddInside = '91500118MA60AAAA0';
    expect(checkUscc(oddInside + usccCheckCharacter(oddInside))).toMatchObject({
      ok: true,
      organisationCode: { ok: false, problem: 'check' },
    });
  });

  it('reads what people paste: spaces, dashes, small and full-width letters', () => {
    expect(checkUscc(' 91350200 ma2yj1xr-9Ｇ ')).toMatchObject({
      ok: true,
      value: '91350200MA2YJ1XR9G',
    });
  });

  it('says what is wrong', () => {
    expect(checkUscc('91350200MA2YJ1XR9')).toEqual({ ok: false, problem: 'length' });
    expect(checkUscc('91350200MA2YJIXR9G')).toEqual({ ok: false, problem: 'alphabet' });
    expect(checkUscc('9135O200MA2YJ1XR9G')).toEqual({ ok: false, problem: 'alphabet' });
    expect(checkUscc('91350200MA2YJ1XR9H')).toEqual({ ok: false, problem: 'check' });
  });

  it('detects every single wrong character', () => {
    fc.assert(
      fc.property(withOneWrongCharacter(anyUscc, USCC_ALPHABET), ({ code, changed }) => {
        expect(checkUscc(code).ok).toBe(true);
        expect(checkUscc(changed).ok).toBe(false);
      }),
    );
  });
});

describe('organisation code', () => {
  it('accepts codes with and without the dash, and tells why others are refused', () => {
    expect(checkOrganisationCode('79835947-6')).toEqual({ ok: true, value: '798359476' });
    expect(checkOrganisationCode('798359475')).toEqual({ ok: false, problem: 'check' });
    expect(checkOrganisationCode('7983594')).toEqual({ ok: false, problem: 'length' });
    expect(checkOrganisationCode('79835947A')).toEqual({ ok: false, problem: 'alphabet' });
  });

  it('detects every single wrong digit in a code of digits', () => {
    const codes = digits(8).map((body) => body + (organisationCodeCheckCharacter(body) ?? ''));
    fc.assert(
      fc.property(withOneWrongCharacter(codes, DIGITS), ({ code, changed }) => {
        expect(checkOrganisationCode(code).ok).toBe(true);
        expect(checkOrganisationCode(changed).ok).toBe(false);
      }),
    );
  });
});

describe('ORCID iD', () => {
  it('accepts the bare form and the web address', () => {
    expect(checkOrcid('0000000218250097')).toEqual({ ok: true, value: '0000-0002-1825-0097' });
    expect(checkOrcid('https://orcid.org/0000-0002-1694-233X')).toEqual({
      ok: true,
      value: '0000-0002-1694-233X',
    });
  });

  it('says what is wrong', () => {
    expect(checkOrcid('0000-0002-1825-009')).toEqual({ ok: false, problem: 'length' });
    expect(checkOrcid('0000-0002-1825-X097')).toEqual({ ok: false, problem: 'alphabet' });
    expect(checkOrcid('0000-0002-1825-0096')).toEqual({ ok: false, problem: 'check' });
  });

  it('detects every single wrong digit', () => {
    fc.assert(
      fc.property(withOneWrongCharacter(anyOrcid, `${DIGITS}X`), ({ code, changed }) => {
        expect(checkOrcid(code).ok).toBe(true);
        expect(checkOrcid(changed).ok).toBe(false);
      }),
    );
  });
});

describe('Chinese patent application number', () => {
  it('accepts today’s form and the one before October 2003', () => {
    expect(checkPatentNumber('ZL201710601862.3')).toEqual({
      ok: true,
      value: '201710601862.3',
      kind: 'invention',
      international: false,
      year: 2017,
    });
    expect(checkPatentNumber('95115608.x')).toMatchObject({
      ok: true,
      value: '95115608.X',
      kind: 'invention',
      year: 1995,
    });
  });

  it('says what is wrong', () => {
    expect(checkPatentNumber('20171060186.3')).toEqual({ ok: false, problem: 'length' });
    expect(checkPatentNumber('201770601862.3')).toEqual({ ok: false, problem: 'alphabet' });
    expect(checkPatentNumber('201710601862.4')).toEqual({ ok: false, problem: 'check' });
  });

  it('detects every single wrong digit', () => {
    fc.assert(
      fc.property(withOneWrongCharacter(anyPatentNumber, `${DIGITS}X`), ({ code, changed }) => {
        expect(checkPatentNumber(code).ok).toBe(true);
        expect(checkPatentNumber(changed).ok).toBe(false);
      }),
    );
  });
});
