import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { listTexts, paragraphsOf, passagesOf } from './texts.ts';

const SENTENCE = '机床主轴在热机阶段的温升会引起热误差。';

describe('paragraphs of a text', () => {
  it('end where the list of references begins', () => {
    const text = [SENTENCE, '# 参 考 文 献', '[1] 张三. 数控机床热误差补偿技术研究综述[J]'].join(
      '\n',
    );
    expect(paragraphsOf(text)).toEqual([SENTENCE]);
  });

  it('are Chinese for the better part', () => {
    const foreign =
      'Fig. 1 Thermal error of the spindle during warm-up 图1主轴热机阶段的热误差曲线';
    expect(paragraphsOf([foreign, '# 1 方法', SENTENCE].join('\n'))).toEqual([SENTENCE]);
  });

  it('stand once, however often a running title is repeated', () => {
    expect(paragraphsOf([SENTENCE, SENTENCE, SENTENCE].join('\n'))).toEqual([SENTENCE]);
  });

  it('are in one spelling, without formulas and markup', () => {
    const raw = 'ＣＮＣ机床主轴温升为 $1 0 ^ { \\circ } \\mathrm { C }$ 时的<b>热误差</b>测量方法';
    const [paragraph] = paragraphsOf(raw);
    expect(paragraph).toMatch(/^cnc机床主轴温升为/);
    expect(paragraph).not.toMatch(/mathrm|<b>/);
  });

  it('are joined to passages long enough to count words in', () => {
    const paragraphs = Array.from({ length: 60 }, (_, n) => `${SENTENCE}${n}`);
    const passages = passagesOf(paragraphs);
    expect(passages.length).toBeGreaterThan(1);
    expect(Math.min(...passages.map((passage) => passage.length))).toBeGreaterThanOrEqual(450);
    expect(passagesOf([SENTENCE])).toEqual([]);
  });
});

describe('the folder of texts', () => {
  let folder: string;
  beforeAll(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-texts-'));
  });
  afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('that is missing is named', () => {
    const missing = path.join(folder, 'nowhere');
    expect(() => listTexts(missing)).toThrow(missing);
  });

  it('with no text in it is refused', () => {
    fs.writeFileSync(path.join(folder, 'picture.png'), '');
    expect(() => listTexts(folder)).toThrow('No .txt or .md file');
  });

  it('is read with the folders in it, in the same order everywhere', () => {
    fs.mkdirSync(path.join(folder, 'a'));
    for (const name of ['b.txt', 'a/c.md', 'a/b.txt']) {
      fs.writeFileSync(path.join(folder, name), SENTENCE);
    }
    expect(listTexts(folder).map((file) => path.relative(folder, file))).toEqual([
      path.join('a', 'b.txt'),
      path.join('a', 'c.md'),
      'b.txt',
    ]);
  });
});
