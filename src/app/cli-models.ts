import { AppError } from '../kernel/errors.ts';
import { systemActor } from '../modules/identity/index.ts';
import {
  listModels,
  measurePositionBias,
  readModelToUse,
  switchModel,
} from '../modules/matching/index.ts';
import { StartError } from '../platform/config/config.ts';
import type { App } from './compose.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

export async function showModels({ platform }: App): Promise<number> {
  for (const { version, inUse, shipped, problem } of await listModels(platform)) {
    const notes = [inUse ? 'in use' : '', shipped ? 'shipped' : '', problem ?? ''];
    say(`${inUse ? '*' : ' '} ${version.padEnd(24)} ${notes.filter(Boolean).join(', ')}`.trimEnd());
  }
  return 0;
}

export async function showModel({ platform }: App, version: string): Promise<number> {
  say(JSON.stringify(await readOrSay({ platform }, version), null, 2));
  return 0;
}

export async function takeModel({ platform }: App, version: string): Promise<number> {
  const model = await readOrSay({ platform }, version);
  await platform.runCommand({ actor: systemActor, requestId: 'cli' }, switchModel(model), {
    version: model.version,
  });
  say(`Ranking is by the model ${model.version} from now on; servers follow within two seconds.`);
  return 0;
}

export async function showBias({ platform }: App): Promise<number> {
  const bias = await measurePositionBias(platform.db);
  if (!bias) {
    say(
      'Too little was opened or judged to tell what the place does. Training counts all places alike.',
    );
    return 0;
  }
  say('rank    shown   looked at   by chance   propensity   95 %');
  for (const { rank, andBelow, shown, acted, drawn, propensity, lo, hi } of bias) {
    say(
      [
        `${rank}${andBelow ? '+' : ''}`.padEnd(4),
        String(shown).padStart(9),
        String(acted).padStart(12),
        String(drawn).padStart(12),
        propensity.toFixed(3).padStart(13),
        `   ${lo.toFixed(3)} to ${hi.toFixed(3)}`,
      ].join(''),
    );
  }
  say(
    'Propensity: how likely a candidate is opened or judged at this rank against rank 1, were they equally good.',
  );
  return 0;
}

async function readOrSay({ platform }: Pick<App, 'platform'>, version: string) {
  try {
    return await readModelToUse(platform, version);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const [reason] = error.reasons;
    throw new StartError(platform.translator('en')(reason?.code ?? error.kind, reason?.params));
  }
}
