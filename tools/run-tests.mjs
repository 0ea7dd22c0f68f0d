// `npm test`: the whole suite on the embedded database, and the journeys where there is a browser.
// Ends with a line alone, `N passed, N failed`, that any reader of the log understands.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const args = process.argv.slice(2);
const report = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-report-')), 'report.json');
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...args,
  ],
  { stdio: 'inherit' },
);
let passed = 0;
let failed = 0;
try {
  const result = JSON.parse(fs.readFileSync(report, 'utf8'));
  passed = result.numPassedTests;
  failed = result.numFailedTests;
  // A file that could not even start counts as a failure of its own.
  failed += result.testResults.filter(
    (file) =>
      file.status === 'failed' && file.assertionResults.every(({ status: s }) => s !== 'failed'),
  ).length;
} catch {
  failed += 1;
}
if (status !== 0 && failed === 0) failed = 1;
fs.rmSync(path.dirname(report), { recursive: true, force: true });
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exit(status === 0 && failed === 0 ? 0 : 1);
