import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTermVectors } from '../../src/modules/matching/domain/term-vectors.ts';
import { encodeVectors, writeTerms } from './write-terms.ts';

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-terms-'));
});
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }));

function train(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(import.meta.dirname, 'train.ts'), ...args],
    { encoding: 'utf8' },
  );
}

describe('what is written', () => {
  it('keeps the length of each vector as far as a byte can', () => {
    const values = Float32Array.from({ length: 4000 }, (_, at) => Math.sin(at) * 0.5);
    values[0] = 40;
    const bytes = encodeVectors({ rows: 40, columns: 100, values });
    expect(bytes[0]).toBe(127);
    const step = 0.5 / 127;
    for (let at = 1; at < values.length; at++) {
      expect(Math.abs(bytes[at]! * step - values[at]!)).toBeLessThan(0.6 * step);
    }
  });

  it('is read again by the product', () => {
    const vocabulary = { terms: ['机床', '主轴'], counts: [30, 12] };
    const vectors = { rows: 2, columns: 3, values: Float32Array.from([1, 0, -1, 0.5, 0.5, 0]) };
    writeTerms(folder, vocabulary, vectors, { documents: 1, source: '', grams: {} });
    const read = readTermVectors(
      fs.readFileSync(path.join(folder, 'terms.tsv'), 'utf8'),
      fs.readFileSync(path.join(folder, 'term-vectors.i8')),
    );
    expect(read.dimensions).toBe(3);
    expect([...read.ids]).toEqual([
      ['机床', 0],
      ['主轴', 1],
    ]);
    expect(Math.exp(read.logShare[0]! - read.logShare[1]!)).toBeCloseTo(2.5);
  });

  it('is nothing when it would be too large to ship', () => {
    const out = path.join(folder, 'large');
    const vectors = { rows: 1, columns: 12_000_001, values: new Float32Array(12_000_001) };
    expect(() =>
      writeTerms(out, { terms: ['机床'], counts: [1] }, vectors, {
        documents: 1,
        source: '',
        grams: {},
      }),
    ).toThrow('more than the 12000000 allowed');
    expect(fs.existsSync(out)).toBe(false);
  });
});

describe('terms:train', () => {
  it('learns from a folder of texts and says where the files are', () => {
    const texts = path.join(folder, 'texts');
    const words = path.join(folder, 'words');
    const out = path.join(folder, 'out');
    fs.mkdirSync(texts);
    fs.mkdirSync(words);
    fs.writeFileSync(path.join(words, 'shop.tsv'), '# 机加\n气密性 | 漏气 跑气 | -\n');
    for (let n = 0; n < 12; n++) {
      const line = '机床的主轴在加工零件时温度升高，刀具的位置随之改变，零件的尺寸就会超差。';
      fs.writeFileSync(
        path.join(texts, `${n}.txt`),
        Array.from({ length: 20 }, (_, m) => `${n}${m}${line}${line}`).join('\n'),
      );
    }
    const { status, stdout, stderr } = train('--texts', texts, '--words', words, '--out', out);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain(path.join(out, 'term-vectors.i8'));
    const terms = fs.readFileSync(path.join(out, 'terms.tsv'), 'utf8');
    expect(terms).toContain('主轴\t480\n');
    expect(terms).toContain('漏气\t5\n');
    const vectors = readTermVectors(terms, fs.readFileSync(path.join(out, 'term-vectors.i8')));
    expect(vectors.dimensions).toBe(128);
    const background = JSON.parse(
      fs.readFileSync(path.join(out, 'background-grams.json'), 'utf8'),
    ) as { documents: number; grams: Record<string, string> };
    expect(background.grams[background.documents]).toContain('主轴');
  });

  it('says what is wrong with what it was given', () => {
    const broken = path.join(folder, 'broken');
    const texts = path.join(folder, 'texts');
    fs.mkdirSync(broken);
    fs.writeFileSync(path.join(broken, 'shop.tsv'), ' | 漏气\n');
    for (const [args, message] of [
      [[], '--texts is missing'],
      [['--texts', path.join(folder, 'nowhere')], 'The folder of texts cannot be read'],
      [['--texts', texts, '--words', path.join(folder, 'none')], 'The folder of trade words'],
      [['--texts', texts, '--words', broken], 'shop.tsv: A line of trade words is broken'],
      [['--texts', texts, '--seed', 'x'], '--seed is no whole number: x'],
    ] as const) {
      const { status, stderr } = train(...args);
      expect(stderr).toContain(message);
      expect(status).toBe(1);
    }
  });
});
