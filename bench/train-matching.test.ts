import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let folder: string;
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-train-'));
  const rows = (name: string, lines: readonly object[]) =>
    fs.writeFileSync(path.join(folder, name), lines.map((line) => JSON.stringify(line)).join('\n'));
  rows('needs.jsonl', [{ id: 'n1', title: '印染废水脱色', description: '出水颜色超标' }]);
  rows('achievements.jsonl', [
    { id: 'a1', title: '臭氧脱色回用', abstract: '印染废水脱色，出水色度达标。', keywords: [] },
    { id: 'a2', title: '废水余热利用', abstract: '余热回收装置。', keywords: [] },
  ]);
  fs.writeFileSync(path.join(folder, 'qrels.tsv'), 'n1\t0\ta1\t2\n');
});
afterAll(() => fs.rmSync(folder, { recursive: true }));

function train(...options: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        path.join(import.meta.dirname, 'train-matching.ts'),
        ...options,
      ],
      { env: { ...process.env, DATA_DIR: folder, DATABASE_URL: '' } },
      (error, out, err) => resolve({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
}

describe('npm run matching:train', () => {
  it('refuses to learn from a single question, and writes nothing', async () => {
    const { code, out } = await train('--data', folder);
    expect(code).toBe(1);
    expect(out).toContain('1 judged questions, at least 10 are wanted; weights kept');
    expect(out).toMatch(/Refused: .*Nothing was written\.\n$/);
    expect(fs.existsSync(path.join(folder, 'models'))).toBe(false);
  });

  it.each([
    [[], /nothing to learn from/i],
    [['--data', '/nowhere/at/all'], /\/nowhere\/at\/all has no needs\.jsonl/],
    [['--data', '.', '--hold', 'smell'], /--hold smell: the features are text/],
    [['--data', '.', '--from', 'gone'], /There is no model file .*gone\.json/],
  ])('says what is wrong with %j', async (options, message) => {
    const { code, err } = await train(...options);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).not.toContain('    at ');
  });
});
