import { describe, expect, it } from 'vitest';
import { askText, offerText } from './model-texts.ts';

describe('what a language model is given', () => {
  it('of a posting is its problem, not the profile of the company', () => {
    const said = askText({
      title: '减速机端盖漏油',
      text: '我公司成立于1998年，注册资本5000万元，现有员工320人。端盖处三个月就渗油，希望一年不漏。',
    });
    expect(said).toContain('减速机端盖漏油。');
    expect(said).toContain('端盖处三个月就渗油');
    expect(said).not.toContain('注册资本');
  });

  it('of a posting that says nothing else is all there is', () => {
    const text = '公司成立于1998年，注册资本5000万元。';
    expect(askText({ text })).toBe(text);
  });

  it('of an expert is the field of work, never the name', () => {
    const said = offerText({
      id: '1',
      kind: 'expert',
      title: '郁承钧',
      fields: { title: '郁承钧', research: '热误差补偿', bio: '' },
    });
    expect(said).toBe('热误差补偿');
  });
});
