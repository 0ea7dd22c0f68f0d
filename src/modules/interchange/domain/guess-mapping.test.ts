import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping, rememberedOf } from './guess-mapping.ts';
import { importColumns, importKinds } from './import-columns.ts';

describe('which column is what', () => {
  it('is known for every template in both languages', () => {
    for (const kind of importKinds) {
      const fields = importColumns[kind].map(({ field }) => field);
      for (const language of ['zh-CN', 'en'] as const) {
        const headers = importColumns[kind].map(({ header }) => header[language]);
        expect(guessMapping(kind, headers)).toEqual(fields);
      }
    }
  });

  it.each([
    ['organisation', ['企业名称*', '单位性质', '统一社会信用代码（18位）', '注册地区']],
    ['organisation', ['Company', 'Type', 'Credit code', 'District']],
  ] as const)('is guessed from what people write: %s %s', (kind, headers) => {
    expect(guessMapping(kind, headers)).toEqual(['name', 'kind', 'uscc', 'regionCode']);
  });

  it('is what the person chose before, also where nothing was chosen', () => {
    const headers = ['大名', '单位名称', '备注'];
    const remembered = rememberedOf(headers, ['name', null, null]);
    expect(guessMapping('organisation', headers, remembered)).toEqual(['name', null, null]);
  });

  it('never gives a field to two columns', () => {
    const words = importKinds.flatMap((kind) =>
      importColumns[kind].flatMap(({ header, also }) => [...Object.values(header), ...also]),
    );
    const header = fc.oneof(fc.constantFrom(...words), fc.string({ maxLength: 8 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...importKinds),
        fc.array(header, { maxLength: 15 }),
        (kind, headers) => {
          const chosen = guessMapping(kind, headers).filter((field) => field !== null);
          expect(new Set(chosen).size).toBe(chosen.length);
        },
      ),
    );
  });
});
