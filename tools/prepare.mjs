// Runs before `npm start` and `npm test`, on whatever Node there is (20.20 or newer), and does what is
// missing: installs the dependencies when the lock file changed (Node 24 comes with them, as the npm
// package `node`), and builds the web pages when their sources changed. Nothing to do costs 0.1 s.
// It speaks on standard error, so that a command's own output stays whole. `--no-web` leaves the pages out.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(
  import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname),
  '..',
);
process.chdir(root);
const stamp = path.join('node_modules', '.rongtong-installed');

const fail = (line) => {
  process.stderr.write(`${line}\n`);
  process.exit(2);
};
const say = (line) => process.stderr.write(`${line}\n`);

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 20)) {
  fail(
    `Node ${process.versions.node} is too old: install Node 20.20 or newer (https://nodejs.org).`,
  );
}

install();
checkNode();
if (!process.argv.includes('--no-web')) buildWeb();

function install() {
  const wanted = createHash('sha256').update(fs.readFileSync('package-lock.json')).digest('hex');
  if (fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted) return;
  say('融通 · installing what is missing (about a minute, once) …');
  const result = npm(['ci', '--loglevel=error', '--no-audit', '--no-fund']);
  if (result !== 0)
    fail(
      'The installation failed; see the lines above. Check the network and the npm registry, then try again.',
    );
  fs.writeFileSync(stamp, wanted);
}

function npm(args) {
  // npm tells its scripts where it is; started by hand, the one on the path serves.
  const own = process.env.npm_execpath;
  const cache = writableCache();
  const all = cache ? [...args, `--cache=${cache}`] : args;
  const done = own
    ? spawnSync(process.execPath, [own, ...all], { stdio: ['ignore', 2, 2] })
    : spawnSync('npm', all, { stdio: ['ignore', 2, 2], shell: process.platform === 'win32' });
  return done.status ?? 1;
}

// As root in somebody else's folder, or without HOME, npm's own cache may not be writable.
function writableCache() {
  const usual = process.env.npm_config_cache ?? path.join(process.env.HOME ?? '', '.npm');
  try {
    if (!process.env.HOME && !process.env.npm_config_cache) throw new Error('no home');
    fs.mkdirSync(usual, { recursive: true });
    fs.accessSync(usual, fs.constants.W_OK);
    return undefined;
  } catch {
    return path.join(os.tmpdir(), `rongtong-npm-${process.getuid?.() ?? 'user'}`);
  }
}

function checkNode() {
  const node = path.join(
    'node_modules',
    '.bin',
    process.platform === 'win32' ? 'node.cmd' : 'node',
  );
  const version = spawnSync(node, ['--version'], {
    encoding: 'utf8',
    shell: process.platform === 'win32',
  });
  if (!version.stdout?.startsWith('v24.')) {
    fail(
      `Node 24 was not installed with the dependencies (found ${version.stdout?.trim() || 'none'}). Delete node_modules and try again.`,
    );
  }
}

function buildWeb() {
  const sources = [
    'index.html',
    'vite.config.ts',
    'package-lock.json',
    'src/ui',
    'src/app',
    'src/kernel',
    'src/modules',
    'src/platform/contract',
    'src/platform/files/contract.ts',
  ];
  const hash = createHash('sha256');
  for (const source of sources)
    for (const file of walk(source)) hash.update(file).update(fs.readFileSync(file));
  const wanted = hash.digest('hex');
  const built = path.join('dist', '.web-built');
  if (fs.existsSync(built) && fs.readFileSync(built, 'utf8') === wanted) return;
  say('融通 · building the web pages …');
  const node = path.resolve('node_modules', '.bin', 'node');
  const done = spawnSync(node, ['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {
    stdio: ['ignore', 2, 2],
  });
  if (done.status !== 0) fail('The web pages could not be built; see the lines above.');
  fs.writeFileSync(built, wanted);
}

function walk(place) {
  if (!fs.existsSync(place)) return [];
  if (fs.statSync(place).isFile()) return [place];
  return fs
    .readdirSync(place)
    .sort()
    .flatMap((name) => walk(path.join(place, name)))
    .filter((file) => /\.(ts|tsx|css|html|json|svg)$/.test(file) && !/\.test\.tsx?$/.test(file));
}
