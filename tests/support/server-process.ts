import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

export type ServerProcess = {
  url: string;
  pid: number;
  output: () => string;
  /** Sends the signal and resolves with the exit code, or null when the signal ended it. */
  stop: (signal: 'SIGTERM' | 'SIGINT' | 'SIGKILL') => Promise<number | null>;
};

/** Starts the server as `npm start` does, on any free port; resolves once it answers. */
export async function startServer(env: Record<string, string>): Promise<ServerProcess> {
  const { child, output, ended } = launch({ PORT: '0', EXAMPLES: 'off', ...env });
  const url = await new Promise<string>((resolve, reject) => {
    child.stdout!.on('data', () => {
      const ready = /^ {2}(http:\/\/\S+)$/m.exec(output());
      if (ready?.[1]) resolve(ready[1]);
    });
    void ended.then((code) => reject(new Error(`The server ended (${code}):\n${output()}`)));
  });
  return {
    url,
    pid: child.pid!,
    output,
    async stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Starts the server on this port and resolves as soon as it is ready, before its greeting. */
export async function startServerUntilReady(
  env: Record<string, string>,
  port: number,
): Promise<Pick<ServerProcess, 'stop'>> {
  const { child, ended } = launch({ PORT: String(port), EXAMPLES: 'off', ...env });
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) break;
    if (child.exitCode !== null) throw new Error(`The server ended (${child.exitCode})`);
  }
  return {
    async stop(signal) {
      child.kill(signal);
      return ended;
    },
  };
}

/** Runs the server until it ends by itself. */
export async function runServer(
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const { output, ended } = launch({ PORT: '0', EXAMPLES: 'off', ...env });
  return { code: await ended, output: output() };
}

/** Runs one command of the command line. */
export async function runCli(
  args: string[],
  env: Record<string, string>,
): Promise<{ code: number | null; output: string }> {
  const { output, ended } = launch(env, 'src/app/cli.ts', args);
  return { code: await ended, output: output() };
}

function launch(
  env: Record<string, string>,
  script = 'src/app/main.ts',
  args: string[] = [],
): { child: ChildProcess; output: () => string; ended: Promise<number | null> } {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.join(root, script), ...args],
    {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
  child.stderr.setEncoding('utf8').on('data', (part: string) => (text += part));
  const ended = once(child, 'close').then(([code]) => code as number | null);
  return { child, output: () => text, ended };
}
