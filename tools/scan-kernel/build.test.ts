import fs from 'node:fs';

import { expect, it } from 'vitest';

import { kernelSource, target } from './build.ts';

it('ships the bytes that its readable source makes', async () => {
  expect(fs.readFileSync(target, 'utf8')).toBe(await kernelSource());
});
