// `npm run check`: types, lint, format, architecture, dead code; all of them, then one verdict.
import { spawnSync } from 'node:child_process';

const checks = ['types', 'lint', 'format', 'architecture', 'dead-code'];
const failed = [];
for (const check of checks) {
  process.stdout.write(`── ${check}\n`);
  const { status } = spawnSync('npm', ['run', '--silent', `check:${check}`], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) failed.push(check);
}
process.stdout.write(
  failed.length === 0 ? '── all clean\n' : `── not clean: ${failed.join(', ')}\n`,
);
process.exit(failed.length === 0 ? 0 : 1);
