import { AppError, type Refusal } from '../../../kernel/errors.ts';
import type { Actor } from '../../../kernel/policy.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { systemActor } from '../../identity/index.ts';
import { checkRows } from './check-rows.ts';
import { IMPORT_JOB } from './import-commands.ts';
import { getImportRow, loadImport, moveImport } from './load-import.ts';
import { takeBackImport, writeImport } from './write-import.ts';

/** What the account may be at this moment, see `src/app/compose.ts`; `tx` within a transaction. */
export type ActorOf = (userId: string, tx?: Tx) => Promise<Actor>;

const finishCheck = defineCommand({
  name: 'import.follow',
  load: loadImport,
  run: (context, input: { id: string; rowsBad: number }, row) =>
    moveImport(context, row, 'finishCheck', { rowsBad: input.rowsBad }),
});

/** Back to where a person decides, with the reasons. */
const stopWriting = defineCommand({
  name: 'import.follow',
  load: loadImport,
  run: (context, input: { id: string; rowsBad?: number; problems: Refusal[] }, row) =>
    moveImport(context, row, row.status === 'undoing' ? 'keep' : 'stop', {
      problems: input.problems,
      ...(input.rowsBad === undefined ? {} : { rowsBad: input.rowsBad }),
    }),
});

/** Carries an import on from the state it stands in. Run twice it finds nothing left to do. */
export const importJob = (platform: Platform, actorOf: ActorOf): Job<{ id: string }> => ({
  name: IMPORT_JOB,
  async handle({ id }) {
    const row = await getImportRow(platform.db, id);
    const requestId = `import ${id}`;
    const system = { actor: systemActor, requestId };
    if (row.status === 'checking') {
      const rowsBad = await checkRows(platform, row, await actorOf(row.userId));
      if (rowsBad !== undefined) await platform.runCommand(system, finishCheck, { id, rowsBad });
    } else if (row.status === 'writing') {
      const actor = await actorOf(row.userId);
      // The library may have changed since the rows were checked.
      const rowsBad = await checkRows(platform, row, actor);
      if (rowsBad === undefined) return;
      const found =
        rowsBad !== row.rowsBad
          ? [{ code: 'import.library_changed', params: { count: rowsBad } }]
          : await refusalsOf(platform.runCommand({ actor, requestId }, writeImport, { id }));
      if (found) await platform.runCommand(system, stopWriting, { id, rowsBad, problems: found });
    } else if (row.status === 'undoing') {
      const actor = await actorOf(row.userId);
      const found = await refusalsOf(
        platform.runCommand({ actor, requestId }, takeBackImport, { id }),
      );
      if (found) await platform.runCommand(system, stopWriting, { id, problems: found });
    }
  },
});

/** Why it was refused, or undefined when it was done or somebody cancelled it; faults go on. */
async function refusalsOf(step: Promise<unknown>): Promise<Refusal[] | undefined> {
  try {
    await step;
    return undefined;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return error.kind === 'conflict' ? undefined : error.reasons;
  }
}
