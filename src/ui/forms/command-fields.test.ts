import { describe, expect, it } from 'vitest';
import {
  checkEntries,
  emptyEntries,
  placeIssues,
  valuesOf,
  type CommandFields,
  type Row,
} from './command-fields.ts';

const fields = {
  reason: { kind: 'select', label: '原因', required: true, path: 'reasonCode', options: [] },
  amount: { kind: 'number', label: '金额', unit: '万元', min: 0 },
  when: { kind: 'datetime', label: '时间' },
  sentence: { kind: 'textarea', label: '一句话', maxLength: 5 },
  files: { kind: 'files', label: '合同', required: true },
} as const;

describe('a command’s fields', () => {
  it('start empty and say what has to be filled in', () => {
    expect(checkEntries(fields, emptyEntries(fields))).toEqual({
      reason: '这一项要填',
      files: '这一项要填',
    });
  });

  it('become numbers and times of the district', () => {
    const entries = { ...emptyEntries(fields), amount: ' ４８．５ ', when: '2026-11-25T18:00' };
    expect(valuesOf(fields, entries)).toMatchObject({
      amount: 48.5,
      when: '2026-11-25T18:00:00+08:00',
    });
    expect(valuesOf(fields, { ...entries, amount: '' }).amount).toBeNull();
  });

  it('say in words what cannot be taken', () => {
    const wrong = (entry: Record<string, string>) =>
      checkEntries(fields, { ...emptyEntries(fields), ...entry });
    expect(wrong({ amount: '五十' })['amount']).toBe('这里要填一个数');
    expect(wrong({ amount: '-1' })['amount']).toBe('不能小于 0');
    expect(wrong({ sentence: '一二三四五六' })['sentence']).toBe('最多 5 字，现在 6 字');
  });

  it('take the server’s issues by path, and leave the others for the top', () => {
    expect(
      placeIssues(fields, [
        { path: 'reasonCode', message: '没有这个原因' },
        { path: 'files.0', message: '不是 PDF' },
        { path: 'version', message: '版本不对' },
      ]),
    ).toEqual({ wrong: { reason: '没有这个原因', files: '不是 PDF' }, rest: ['版本不对'] });
  });
});

describe('a list of rows', () => {
  const fields: CommandFields = {
    parts: {
      kind: 'rows',
      label: '节点',
      addLabel: '加一个节点',
      required: true,
      columns: [
        { name: 'title', label: '名称', kind: 'text' },
        { name: 'amount', label: '金额', kind: 'number' },
      ],
    },
  };
  const check = (...rows: Record<string, string>[]) => checkEntries(fields, { parts: rows }).parts;

  it('leaves out the rows in which nothing stands, and keeps what else a row carries', () => {
    const parts: Row[] = [{ id: 'a', title: '试装', amount: '２0' }, { title: ' ' }];
    expect(valuesOf(fields, { parts })).toEqual({ parts: [parts[0]] });
  });

  it('says in which row what is missing or no number', () => {
    expect(check({})).toBe('这一项要填');
    expect(check({ title: '试装', amount: '20' }, {})).toBeUndefined();
    expect(check({ title: '试装', amount: '20' }, { title: '推广' })).toContain('第 2 行');
    expect(check({ title: '试装', amount: '二十' })).toContain('金额');
  });
});
