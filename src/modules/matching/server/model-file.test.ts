import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';

import { FEATURES } from '../domain/features.ts';
import { shippedModel } from '../domain/model.ts';
import {
  BadModel,
  listModelFiles,
  modelsFolder,
  parseModel,
  readVersion,
  versionOf,
} from './model-file.ts';

const last = FEATURES.at(-1)!;
const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) fs.rmSync(folder, { recursive: true });
});

function givenFiles(files: Record<string, string>): string {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-models-'));
  folders.push(dataDir);
  fs.mkdirSync(modelsFolder(dataDir));
  for (const [name, text] of Object.entries(files)) {
    fs.writeFileSync(path.join(modelsFolder(dataDir), name), text);
  }
  return dataDir;
}

describe('reading a model', () => {
  it('gives a feature that an older model does not know the weight 0', () => {
    const older = structuredClone(shippedModel) as unknown as {
      weights: Record<string, Record<string, number>>;
    };
    delete older.weights['achievement']![last];
    expect(parseModel(older).weights.achievement[last]).toBe(0);
    expect(parseModel(older).weights.expert).toEqual(shippedModel.weights.expert);
  });

  it.each([
    [
      'a feature it does not measure',
      { weights: { ...shippedModel.weights, expert: { text: 1, smell: 2 } } },
      /1 weighs smell for expert, which this version does not measure/,
    ],
    [
      'a weight below 0',
      { weights: { ...shippedModel.weights, expert: { text: -1 } } },
      /weights\.expert\.text/,
    ],
    [
      'no weight at all',
      { weights: { ...shippedModel.weights, expert: { text: 0 } } },
      /every feature the weight 0 for expert/,
    ],
    ['a floor above 1', { floor: 2 }, /floor/],
    ['a name that leads elsewhere', { version: '../../etc/passwd' }, /version/],
    [
      'a weight that is no number',
      { weights: { ...shippedModel.weights, expert: { text: '1' } } },
      /weights\.expert\.text/,
    ],
  ])('refuses %s and says so', (_what, changes, message) => {
    const read = () => parseModel({ ...shippedModel, ...changes });
    expect(read).toThrow(BadModel);
    expect(read).toThrow(message);
  });

  it('finds a version among the files, and tells of those that are broken', async () => {
    const mine = { ...shippedModel, version: 'mine' };
    const dataDir = givenFiles({
      'mine.json': JSON.stringify(mine),
      'torn.json': '{"version": "to',
      'other.json': JSON.stringify(mine),
    });
    expect(await readVersion(dataDir, 'mine')).toEqual(mine);
    expect(await readVersion(dataDir, shippedModel.version)).toEqual(shippedModel);
    await expect(readVersion(dataDir, 'torn')).rejects.toThrow(/torn\.json is not JSON/);
    await expect(readVersion(dataDir, 'gone')).rejects.toThrow(/no model file/);
    await expect(readVersion(dataDir, '../mine')).rejects.toThrow(/no version/);
    const listed = await listModelFiles(dataDir);
    expect(listed.map(({ version, problem }) => [version, problem !== undefined])).toEqual([
      ['torn', true],
      ['other', true],
      ['mine', false],
    ]);
    expect(await listModelFiles(path.join(dataDir, 'empty'))).toEqual([]);
  });

  it('names a model by what is in it', () => {
    const day = new Date('2026-11-21T00:00:00Z');
    const name = versionOf(shippedModel, day);
    expect(name).toMatch(/^2026-11-21-[0-9a-f]{8}$/);
    expect(versionOf(structuredClone(shippedModel), day)).toBe(name);
    expect(versionOf({ ...shippedModel, floor: 0.39 }, day)).not.toBe(name);
  });
});
