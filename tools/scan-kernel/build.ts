import fs from 'node:fs';

import makeWabt from 'wabt';

/** `npm run scan-kernel`: the bytes of `scan.wat` as a source file, so that they load wherever code does. */
export async function kernelSource(): Promise<string> {
  const wabt = await makeWabt();
  const text = fs.readFileSync(new URL('scan.wat', import.meta.url), 'utf8');
  const module = wabt.parseWat('scan.wat', text, { simd: true });
  const base64 = Buffer.from(module.toBinary({}).buffer).toString('base64');
  module.destroy();
  const lines = base64.match(/.{1,92}/g)!.map((line) => `  '${line}'`);
  return [
    '// Made of tools/scan-kernel/scan.wat by `npm run scan-kernel`; a test compares.',
    'export const SCAN_KERNEL =',
    `${lines.join(' +\n')};`,
    '',
  ].join('\n');
}

export const target = new URL('../../src/modules/matching/domain/scan-kernel.ts', import.meta.url);

if (import.meta.main) fs.writeFileSync(target, await kernelSource());
