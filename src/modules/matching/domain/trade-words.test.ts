import { describe, expect, it } from 'vitest';

import { otherWords } from './other-words.ts';
import { readTermVectors, type TermVectors } from './term-vectors.ts';
import { readField } from './text-relevance.ts';
import { readTradeConcepts } from './trade-words.ts';

const concepts = readTradeConcepts(
  '# 密封\n气密性 密封性 | 漏气 跑气 | 保压 检漏\n霉变 | 发霉 | -\n水泵 | - | 检漏\n',
);
const names = ['气密性', '密封性', '漏气', '跑气', '保压', '检漏', '霉变', '发霉', '水泵', '泄漏'];
const vectors: TermVectors = readTermVectors(
  [...names.map((name) => `${name}\t1`), '的\t100000'].join('\n'),
  new Uint8Array((names.length + 1) * 2).fill(1),
  concepts,
);
const id = (name: string) => vectors.ids.get(name)!;
const close = (a: string, b: string) => vectors.kindred.get(id(a))?.get(id(b));

describe('readTradeConcepts', () => {
  it('refuses a line that names no term, or has too many parts', () => {
    expect(() => readTradeConcepts('- | 漏气 | -')).toThrow('broken');
    expect(() => readTradeConcepts('气密性 | 漏气 | 保压 | 检漏')).toThrow('broken');
  });
});

describe('kindred words', () => {
  it('are the same matter, closer the more they say the same, alike both ways', () => {
    expect(close('气密性', '密封性')).toBe(95);
    expect(close('漏气', '气密性')).toBe(90);
    expect(close('漏气', '检漏')).toBe(65);
    for (const [a, row] of vectors.kindred) {
      for (const [b, closeness] of row) expect(vectors.kindred.get(b)?.get(a)).toBe(closeness);
    }
  });

  it('are not two remedies of one thing, nor words of two concepts', () => {
    expect(close('保压', '检漏')).toBeUndefined();
    expect(close('漏气', '发霉')).toBeUndefined();
    expect(close('漏气', '水泵')).toBeUndefined();
  });
});

describe('an everyday word of many troubles', () => {
  it('is close to what it may mean, and to the remedy of none', () => {
    const many = readTermVectors(
      ['开裂', '焊缝裂纹', '木材干裂', '混凝土裂缝', '预热'].map((name) => `${name}\t1`).join('\n'),
      new Uint8Array(10).fill(1),
      readTradeConcepts('焊缝裂纹 | 开裂 | 预热\n木材干裂 | 开裂 | -\n混凝土裂缝 | 开裂 | -\n'),
    );
    const row = many.kindred.get(many.ids.get('开裂')!)!;
    expect(row.get(many.ids.get('焊缝裂纹')!)).toBe(90);
    expect(row.get(many.ids.get('预热')!)).toBeUndefined();
  });
});

describe('otherWords', () => {
  const meet = (asked: string, offered: string) =>
    otherWords([readField('text', asked)], [readField('abstract', offered)], vectors).map(
      ({ wanted, offered: word, closeness }) => `${wanted} ~ ${word} ${closeness}`,
    );

  it('shows what the offer says in another word, the closest one', () => {
    expect(meet('阀体装好后漏气', '阀体气密性检漏仪')).toEqual(['漏气 ~ 气密性 90']);
  });

  it('shows nothing where the offer says the word itself, or nothing of it', () => {
    expect(meet('阀体装好后漏气', '漏气点的定位与气密性评价')).toEqual([]);
    expect(meet('阀体装好后漏气', '茶叶提香')).toEqual([]);
  });

  it('places both words where they stand', () => {
    const asked = '阀体漏气，返工后还漏气';
    const [meeting] = otherWords(
      [readField('text', asked)],
      [readField('abstract', '提高密封性')],
      vectors,
    );
    expect(meeting?.asked.map(({ start, end }) => asked.slice(start, end))).toEqual([
      '漏气',
      '漏气',
    ]);
    expect(meeting?.offeredAt).toEqual([{ field: 'abstract', start: 2, end: 5 }]);
  });
});
