import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { indexGrams } from '../../kernel/text/grams.ts';
import { openRetrieval, type Retrieval, type RetrievalDocument } from './retrieval.ts';

let folder: string;
let retrieval: Retrieval;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'retrieval-'));
  retrieval = await openRetrieval({ uri: join(folder, 'not', 'yet', 'there') });
});

afterEach(async () => {
  await retrieval.close();
  await rm(folder, { recursive: true, force: true });
});

const gramsOf = (text: string) => indexGrams(text);

function listing(
  id: string,
  text: string,
  more: Partial<RetrievalDocument> = {},
): RetrievalDocument {
  return {
    id,
    kind: 'achievement',
    grams: gramsOf(text),
    regionCode: '500118',
    industryCode: 'C3421',
    visible: true,
    version: 1,
    ...more,
  };
}

async function find(
  text: string,
  more: Partial<Parameters<Retrieval['search']>[0]> = {},
): Promise<string[]> {
  const found = await retrieval.search({
    grams: gramsOf(text),
    kinds: ['achievement'],
    ...more,
  });
  return found.map(({ id }) => id);
}

describe('retrieval', () => {
  it('finds a listing as soon as it is written, best first', async () => {
    await retrieval.upsert([
      listing('a', '压铸件缩松与漏气'),
      listing('b', '铝合金压铸'),
      listing('c', '竹材防霉'),
    ]);
    expect(await find('压铸漏气')).toEqual(['a', 'b']);
    expect(await find('航天')).toEqual([]);
    expect(await retrieval.count()).toBe(3);
    expect(await retrieval.count('expert')).toBe(0);
  });

  it('replaces by id, and never a newer version by an older one', async () => {
    await retrieval.upsert([listing('a', '压铸', { version: 2 })]);
    await retrieval.upsert([
      listing('a', '竹材', { version: 3 }),
      listing('a', '茶叶', { version: 1 }),
    ]);
    await retrieval.upsert([listing('a', '豆豉', { version: 2 })]);
    expect(await find('压铸')).toEqual([]);
    expect(await find('豆豉')).toEqual([]);
    expect(await find('竹材')).toEqual(['a']);
    expect(await retrieval.count()).toBe(1);
  });

  it('forgets what is removed', async () => {
    await retrieval.upsert([listing("o'brien", '压铸'), listing('b', '压铸')]);
    await retrieval.remove(["o'brien"]);
    expect(await find('压铸')).toEqual(['b']);
  });

  it('keeps to kind, visibility, region and trade', async () => {
    await retrieval.upsert([
      listing('a', '压铸'),
      listing('expert', '压铸', { kind: 'expert' }),
      listing('hidden', '压铸', { visible: false }),
      listing('far', '压铸', { regionCode: '510500' }),
      listing('other', '压铸', { industryCode: 'A0152' }),
    ]);
    const near = { regionCode: '500118', industryPrefix: 'C34' };
    expect(await find('压铸', { filter: near })).toEqual(['a']);
    expect((await find('压铸', { filter: { ...near, includeHidden: true } })).sort()).toEqual([
      'a',
      'hidden',
    ]);
    expect(await find('压铸', { kinds: ['expert'] })).toEqual(['expert']);
  });

  it('takes filter values as values, whatever they contain', async () => {
    await retrieval.upsert([listing('a', '压铸')]);
    for (const regionCode of ["' OR true --", "500118' OR '1'='1", '\\', '"']) {
      expect(await find('压铸', { filter: { regionCode } })).toEqual([]);
    }
    expect(await find('压铸', { filter: { industryPrefix: '%' } })).toEqual([]);
  });

  it('gives the best of many within the limit, also while some are not yet merged', async () => {
    const many = Array.from({ length: 120 }, (_, n) => listing(`m${n}`, '压铸模具'));
    await retrieval.upsert(many);
    await retrieval.optimise();
    await retrieval.upsert([listing('best', '压铸漏气治理')]);
    const found = await find('压铸漏气治理', { limit: 50 });
    expect(found).toHaveLength(50);
    expect(found[0]).toBe('best');
  });

  it('remembers over a restart how far it is fed', async () => {
    expect(await retrieval.readCursor()).toBeNull();
    await retrieval.upsert([listing('a', '压铸')]);
    await retrieval.writeCursor(9_007_199_254_740_991);
    await retrieval.close();
    retrieval = await openRetrieval({ uri: join(folder, 'not', 'yet', 'there') });
    expect(await retrieval.readCursor()).toBe(9_007_199_254_740_991);
    expect(await find('压铸')).toEqual(['a']);
  });

  it.each([
    ['lost', '.'],
    ['damaged', 'listings.lance/_versions'],
    ['cut off before its cursor', 'feed_cursor.lance'],
  ])('begins again when its folder is %s', async (_, part) => {
    const uri = join(folder, 'not', 'yet', 'there');
    await retrieval.upsert([listing('a', '压铸')]);
    await retrieval.writeCursor(7);
    await retrieval.close();
    await rm(join(uri, part), { recursive: true });
    retrieval = await openRetrieval({ uri });
    expect(await retrieval.readCursor()).toBeNull();
    expect(await retrieval.count()).toBe(0);
    await retrieval.upsert([listing('a', '压铸')]);
    expect(await find('压铸')).toEqual(['a']);
  });

  it('is as new after it was cleared', async () => {
    await retrieval.upsert([listing('a', '压铸')]);
    await retrieval.writeCursor(0);
    expect(await retrieval.readCursor()).toBe(0);
    await retrieval.clear();
    expect(await retrieval.readCursor()).toBeNull();
    expect(await retrieval.count()).toBe(0);
    await retrieval.upsert([listing('a', '竹材')]);
    expect(await find('竹材')).toEqual(['a']);
  });

  it('is built from zero at once, and gives back what was kept with the listings', async () => {
    const reading = Uint8Array.from([1, 2, 3]);
    await retrieval.upsert([listing('old', '压铸')]);
    await retrieval.writeCursor(3);
    async function* batches() {
      expect(await retrieval.readCursor()).toBeNull();
      yield [listing('a', '压铸漏气', { reading }), listing('b', '竹材')];
      yield [listing('c', '压铸', { industryCode: null })];
    }
    await retrieval.rebuild(batches(), 9);
    expect(await retrieval.readCursor()).toBe(9);
    expect(await find('压铸漏气')).toEqual(['a', 'c']);
    const stored = [];
    for await (const some of retrieval.readings()) stored.push(...some);
    expect(stored.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
    expect(stored.find(({ id }) => id === 'a')).toMatchObject({
      version: 1,
      industryCode: 'C3421',
    });
    expect([...stored.find(({ id }) => id === 'a')!.reading]).toEqual([1, 2, 3]);
    await retrieval.upsert([listing('b', '压铸漏气', { version: 2 })]);
    expect((await find('压铸漏气')).sort()).toEqual(['a', 'b', 'c']);
  });

  it('is asked and written to while it is tidied up', async () => {
    await retrieval.upsert(Array.from({ length: 300 }, (_, n) => listing(`m${n}`, '压铸模具')));
    const tidied = retrieval.optimise();
    await Promise.all([
      ...Array.from({ length: 5 }, (_, n) => retrieval.upsert([listing(`n${n}`, '竹材防霉')])),
      ...Array.from({ length: 5 }, () => find('压铸')),
    ]);
    await tidied;
    expect(await find('竹材')).toHaveLength(5);
    expect(await retrieval.count()).toBe(305);
  });

  it('is begun again when readings are made in another way', async () => {
    await retrieval.upsert([listing('a', '压铸')]);
    await retrieval.writeCursor(7);
    await retrieval.close();
    retrieval = await openRetrieval({
      uri: join(folder, 'not', 'yet', 'there'),
      readingFormat: '2',
    });
    expect(await retrieval.readCursor()).toBeNull();
    expect(await retrieval.count()).toBe(0);
  });

  it('takes writes from many sides at once', async () => {
    await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        retrieval.upsert([listing(`p${n % 10}`, '压铸', { version: n })]),
      ),
    );
    expect(await retrieval.count()).toBe(10);
  });

  it('lets the process end by itself', async () => {
    const module = new URL('./retrieval.ts', import.meta.url).href;
    const program = `
      const { openRetrieval } = await import(${JSON.stringify(module)});
      const retrieval = await openRetrieval({ uri: process.argv[1] });
      await retrieval.search({ grams: ['压铸'], kinds: ['need'] });
      await retrieval.close();
      console.log('done');`;
    const ended = await promisify(execFile)(process.execPath, [
      '--disable-warning=ExperimentalWarning',
      '--input-type=module',
      '--eval',
      program,
      join(folder, 'other'),
    ]);
    expect(ended.stdout).toBe('done\n');
  });
});
