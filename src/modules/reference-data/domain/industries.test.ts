import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldSchemes, findField } from './fields.ts';
import {
  findIndustry,
  getIndustry,
  industries,
  industryCloseness,
  industryLabel,
  industryPath,
  searchIndustries,
} from './industries.ts';

const anyCode = fc.constantFrom(...industries.map((industry) => industry.code));
const names = (found: readonly { name: string }[]) => found.map(({ name }) => name);

describe('the table of industries', () => {
  it('has the sizes of GB/T 4754-2017 at every level, and no gaps', () => {
    const sizes = [1, 3, 4, 5].map(
      (length) => industries.filter(({ code }) => code.length === length).length,
    );
    expect(sizes).toEqual([20, 97, 473, 1381]);
    for (const { code, parent } of industries) {
      expect(code.length === 1 || findIndustry(parent ?? '')).toBeTruthy();
    }
    expect(new Set(industries.map(({ code }) => code)).size).toBe(industries.length);
  });

  it('leads from a class up to its section', () => {
    expect(names(industryPath('C3421'))).toEqual([
      '制造业',
      '通用设备制造业',
      '金属加工机械制造',
      '金属切削机床制造',
    ]);
    expect(industryLabel('C', 'en')).toBe('Manufacturing');
    expect(industryLabel('C3421', 'en')).toBe('Manufacturing: 金属切削机床制造');
  });

  it('finds a code without its letter and refuses unknown ones', () => {
    expect(findIndustry('3421')?.code).toBe('C3421');
    expect(findIndustry('c3421')?.code).toBe('C3421');
    expect(() => getIndustry('C9999')).toThrow(RangeError);
  });
});

describe('how near two industries are', () => {
  it.each([
    ['C3421', 'C3421', 'same'],
    ['C3421', 'C3425', 'group'],
    ['C3421', 'C342', 'group'],
    ['C3421', 'C3484', 'division'],
    ['C3421', 'C34', 'division'],
    ['C3421', 'C3982', 'section'],
    ['C3421', 'I6513', 'elsewhere'],
    ['C3421', 'C9999', 'elsewhere'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(industryCloseness(a, b)).toBe(expected);
  });

  it('is the same seen from either side', () => {
    fc.assert(
      fc.property(anyCode, anyCode, (a, b) => {
        expect(industryCloseness(a, b)).toBe(industryCloseness(b, a));
      }),
    );
  });
});

describe('finding an industry in a picker', () => {
  it.each(['金属切削', 'C3421', '3421', 'jinshuqiexiao', 'jsqx', '切削机床'])(
    '“%s” offers 金属切削机床制造',
    (query) => {
      expect(names(searchIndustries(query, 5))).toContain('金属切削机床制造');
    },
  );
});

describe('technology fields', () => {
  it('name the document that defines them', () => {
    expect(fieldSchemes.map((scheme) => scheme.fields.length)).toEqual([8, 9]);
    for (const scheme of fieldSchemes) expect(scheme.source.number).not.toBe('');
    expect(findField('HT8')?.name).toBe('先进制造与自动化');
  });
});
