import { describe, expect, it } from 'vitest';
import { cellValue } from './cell-values.ts';
import { importColumns, type ImportKind } from './import-columns.ts';
import { tableCell } from './table-values.ts';

const places = {
  region: (text: string) => (text === '永川区' ? '500118' : undefined),
  industry: (text: string) => (text === 'C3421' ? text : undefined),
};
const column = (kind: ImportKind, field: string) =>
  importColumns[kind].find((each) => each.field === field)!;
const read = (kind: ImportKind, field: string, text: string) => {
  const result = cellValue(column(kind, field), text, places);
  return result.ok ? result.value : result.reason.code;
};

describe('a cell', () => {
  it.each([
    ['need', 'budgetFen', '30', 30_000_000],
    ['need', 'budgetFen', '¥4,800.5', 480_050],
    ['need', 'budgetFen', '三十', 'import.cell.money'],
    ['need', 'months', '6个月', 6],
    ['need', 'months', '6.0', 6],
    ['need', 'months', '半年', 'import.cell.whole'],
    ['achievement', 'trl', '8级', 8],
    ['achievement', 'keywords', '热误差、补偿; 热误差', ['热误差', '补偿']],
    ['achievement', 'coopModes', '技术服务,LICENCE', ['技术服务', '技术许可']],
    ['achievement', 'coopModes', '技术服务、合伙', 'import.cell.choice'],
    ['organisation', 'kind', ' 科研院所 ', 'institute'],
    ['organisation', 'regionCode', '永川区', '500118'],
    ['organisation', 'regionCode', '哪里', 'import.cell.region'],
    ['organisation', 'uscc', '123', 'organisation.uscc_length'],
    ['organisation', 'name', ' 凌峰\n机械 ', '凌峰 机械'],
    ['organisation', 'introduction', '', undefined],
  ] as const)('of %s.%s that says “%s” is read', (kind, field, text, wanted) => {
    expect(read(kind, field, text.trim())).toEqual(wanted);
  });

  it('that goes out is read as the same when it comes in', () => {
    for (const [kind, field, value] of [
      ['need', 'budgetFen', 480_050],
      ['achievement', 'coopModes', ['技术服务', '技术许可']],
      ['achievement', 'keywords', ['热误差', '补偿']],
      ['organisation', 'kind', 'institute'],
      ['facility', 'category', 'pilot_line'],
    ] as const) {
      for (const language of ['zh-CN', 'en'] as const) {
        const cell = tableCell(column(kind, field), value, language, (code) => code);
        expect(read(kind, field, String(cell))).toEqual(value);
      }
    }
  });
});
