import { parseArgs } from 'node:util';
import { StartError } from '../platform/config/config.ts';
import { verifyAudit } from '../platform/audit/verify-audit.ts';
import { FolderHeld } from '../platform/db/folder-lock.ts';
import { systemActor } from '../modules/identity/index.ts';
import type { Answer } from '../modules/matching/contract.ts';
import { answerAsk } from '../modules/matching/index.ts';
import type { App } from './compose.ts';
import { backUp, restore } from './cli-backup.ts';
import { showBias, showModel, showModels, takeModel } from './cli-models.ts';
import { grantByEmail } from './cli-roles.ts';
import { changeSetting, showSettings } from './cli-settings.ts';
import { loadExamples } from './examples/load-examples.ts';
import { removeExamples } from './examples/remove-examples.ts';
import { printAnswer } from './print-answer.ts';
import { withApp } from './with-app.ts';

const USAGE = `npm run cli -- COMMAND

  match TEXT [--json] [--limit N]   explained matches for a problem in plain words
  audit verify                      check the whole audit chain
  index rebuild                     build the search index from zero
  backup --to FILE                  everything in one file, while the server runs
  restore --from FILE               fill an empty place from such a file, and compare
  demo remove                       take out the example data (示例), and nothing else
  role grant EMAIL ROLE [REGION]    give an account a role: enterprise, expert, broker, operator, admin
  model list                        the models of ranking, and which one is in use
  model show VERSION                one of them, with what it was trained on
  model use VERSION|shipped         rank by it from now on, in all servers and workers
  model bias                        how much the place alone decides what is looked at
  settings                          the settings an operator may change, as they stand
  settings set KEY VALUE            change one, for example: settings set due.need.triage 2
`;

const tell = (line: string) => process.stderr.write(`${line}\n`);
const say = (line: string) => process.stdout.write(`${line}\n`);

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [command = '', ...rest] = positionals;
  if (command === 'match' && rest.length > 0) {
    const limit = Number(values.limit ?? 5);
    if (!Number.isInteger(limit) || limit < 1 || limit > 50) {
      throw new StartError('--limit must be a number from 1 to 50.');
    }
    const answer = await match(rest.join(' '), limit);
    say(values.json ? JSON.stringify(answer, null, 2) : printAnswer(answer));
    return 0;
  }
  if (command === 'backup' && rest.length === 0 && values.to) return backUp(values.to);
  if (command === 'restore' && rest.length === 0 && values.from) return restore(values.from);
  if (command === 'audit' && rest[0] === 'verify') return withApp(verify);
  if (command === 'index' && rest[0] === 'rebuild') return withApp(rebuild, { ownIndex: false });
  if (command === 'demo' && rest[0] === 'remove') return withApp(removeDemo);
  if (command === 'role' && rest[0] === 'grant' && rest.length >= 3) {
    return withApp((app) => grantByEmail(app, rest[1]!, rest[2]!, rest[3] ?? null));
  }
  if (command === 'model') {
    const [what, version] = rest;
    if (what === 'list' && rest.length === 1) return withApp(showModels);
    if (what === 'bias' && rest.length === 1) return withApp(showBias);
    if (what === 'show' && version && rest.length === 2)
      return withApp((app) => showModel(app, version));
    if (what === 'use' && version && rest.length === 2)
      return withApp((app) => takeModel(app, version));
  }
  if (command === 'settings' && rest.length === 0) return withApp(showSettings);
  if (command === 'settings' && rest[0] === 'set' && rest.length === 3) {
    return withApp((app) => changeSetting(app, rest[1]!, rest[2]!));
  }
  process.stderr.write(USAGE);
  return 2;
}

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        json: { type: 'boolean' },
        limit: { type: 'string' },
        to: { type: 'string' },
        from: { type: 'string' },
      },
    });
  } catch (error) {
    throw new StartError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

/** Asks the running server when it holds the data, else opens the data itself. */
async function match(text: string, limit: number): Promise<Omit<Answer, 'askId'>> {
  let answer: Omit<Answer, 'askId'> | undefined;
  try {
    await withApp(async (app) => {
      if (app.platform.config.examples) await loadExamples(app, tell);
      // The index is enough for an answer; what stands ready for others is not waited for.
      await app.feedIndex();
      answer = await answerAsk(app.platform, { text }, { limit, language: 'zh-CN' });
      return 0;
    });
  } catch (error) {
    if (!(error instanceof FolderHeld) || !error.holder?.url) throw error;
    const response = await fetch(new URL('/api/match', error.holder.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ text, limit, preview: true }),
    });
    const body = (await response.json()) as Omit<Answer, 'askId'> & { message?: string };
    if (!response.ok)
      throw new StartError(body.message ?? `The server answered ${response.status}.`);
    answer = body;
  }
  return answer!;
}

async function verify(app: App): Promise<number> {
  const verdict = await verifyAudit(app.platform.db);
  if (verdict.intact) {
    say(`The audit chain is intact: ${verdict.entries} entries, last hash ${verdict.hash}.`);
    return 0;
  }
  say(
    `The audit chain is BROKEN at entry ${verdict.brokenAt} (${verdict.problem}); ${verdict.entries} entries before it are intact. Keep this database as it is and compare it with the last backup.`,
  );
  return 1;
}

async function rebuild(app: App): Promise<number> {
  await app.platform.retrieval.clear();
  app.startReaders();
  await app.settled();
  say(`The index is built again: ${await app.platform.retrieval.count()} listings.`);
  return 0;
}

async function removeDemo(app: App): Promise<number> {
  app.startReaders();
  const removed = await app.platform.runCommand(
    { actor: systemActor, requestId: 'cli' },
    removeExamples,
    undefined,
  );
  await app.settled();
  say(
    `The example data are gone: ${removed.listings} listings, ${removed.dockings} dockings, ${removed.directory} organisations and experts, ${removed.accounts} accounts. The audit keeps that they were there.`,
  );
  return 0;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const clear = error instanceof StartError;
    process.stderr.write(`${clear ? error.message : String((error as Error).stack ?? error)}\n`);
    process.exit(clear ? 2 : 1);
  },
);
