import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { shippedModel } from '../../src/modules/matching/domain/model.ts';
import { runCli, startServer } from '../support/server-process.ts';

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'rongtong-cli-'));
afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }));
const env = { DATA_DIR: dataDir };
const problem = '钢网开孔怎么改，芯片底下焊盘虚空太多';

describe('the command line', { timeout: 120_000 }, () => {
  it('answers a problem in a fresh folder with the example district, in words and as JSON', async () => {
    const words = await runCli(['match', problem], env);
    expect(words.code).toBe(0);
    expect(words.output).toMatch(/读过公开成果 156 项、专家 54 位/);
    expect(words.output).toMatch(/● 相符　说法　/);
    const { code, output } = await runCli(['match', problem, '--json', '--limit', '2'], env);
    expect(code).toBe(0);
    const answer = JSON.parse(output) as { matches: { title: string; reasons: unknown[] }[] };
    expect(answer.matches.length).toBeGreaterThan(0);
    expect(answer.matches[0]!.reasons.length).toBeGreaterThan(0);
  });

  it('asks the running server when that holds the data, and says so when it cannot do without', async () => {
    const server = await startServer({ ...env, EXAMPLES: 'on' });
    const { code, output } = await runCli(['match', problem], env);
    expect(code).toBe(0);
    expect(output).toContain('156 项');
    const remove = await runCli(['demo', 'remove'], env);
    expect(remove).toMatchObject({
      code: 2,
      output: expect.stringContaining('Stop that one first'),
    });
    expect(await server.stop('SIGTERM')).toBe(0);
  });

  it('sets working days and names the first administrator, and refuses nonsense with a line', async () => {
    expect(await runCli(['settings', 'set', 'due.need.triage', '2'], env)).toMatchObject({
      code: 0,
    });
    expect((await runCli(['settings'], env)).output).toMatch(/due\.need\.triage +2 \(set\)/);
    expect(await runCli(['settings', 'set', 'due.need.triage', 'soon'], env)).toMatchObject({
      code: 2,
      output: 'due.need.triage cannot be soon: it takes working days, 1 to 250.\n',
    });
    expect(await runCli(['role', 'grant', 'yu@example.com', 'admin'], env)).toMatchObject({
      code: 0,
    });
    expect(await runCli(['role', 'grant', 'nobody@example.com', 'admin'], env)).toMatchObject({
      code: 2,
    });
    expect(await runCli(['nonsense'], env)).toMatchObject({ code: 2 });
    const unknown = await runCli(['match', problem, '--loud'], env);
    expect(unknown).toMatchObject({ code: 2, output: expect.not.stringContaining('    at ') });
  });

  it('shows the models of ranking and switches them, and refuses what is none with a line', async () => {
    const { version } = shippedModel;
    expect((await runCli(['model', 'list'], env)).output).toContain(`* ${version}`);
    expect(await runCli(['model', 'use', 'gone'], env)).toMatchObject({
      code: 2,
      output: expect.stringMatching(/^The model gone cannot be used, the running one stays: .*\n$/),
    });
    fs.mkdirSync(path.join(dataDir, 'models'), { recursive: true });
    fs.writeFileSync(
      path.join(dataDir, 'models', 'mine.json'),
      JSON.stringify({ ...shippedModel, version: 'mine' }),
    );
    expect(await runCli(['model', 'use', 'mine'], env)).toMatchObject({ code: 0 });
    expect((await runCli(['model', 'list'], env)).output).toContain('* mine');
    expect((await runCli(['model', 'show', 'mine'], env)).output).toContain('"version": "mine"');
    expect(await runCli(['model', 'use', 'shipped'], env)).toMatchObject({ code: 0 });
    expect((await runCli(['model', 'bias'], env)).output).toMatch(/^Too little was opened/);
  });

  it('removes the example data, rebuilds the index, and finds the audit intact', async () => {
    expect(await runCli(['demo', 'remove'], env)).toMatchObject({
      code: 0,
      output: expect.stringContaining('12 accounts'),
    });
    expect(await runCli(['index', 'rebuild'], env)).toMatchObject({
      code: 0,
      output: 'The index is built again: 0 listings.\n',
    });
    expect((await runCli(['audit', 'verify'], env)).output).toContain('intact');
  });
});
