import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { attachFile } from '../../../platform/files/file-commands.ts';
import { loadDocking } from './load-docking.ts';
import { requirePast } from './require-day.ts';
import { takeStep } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

type SignedContract = {
  id: string;
  version: number;
  type: DockingTables['dockingContracts']['type'];
  /** Fen. The technology amount is the whole less what is paid for equipment and material (技术交易额). */
  amountFen: number;
  technologyAmountFen: number;
  registrationNumber: string | null;
  signedOn: string;
  fileId: string;
};

/** A contract counts with its file only; the registration number is the registry's to give. */
export const recordContract = defineCommand({
  name: 'docking.record-contract',
  load: loadDocking,
  async run(context, input: SignedContract, docking: Docking): Promise<void> {
    if (input.technologyAmountFen > input.amountFen)
      throw new AppError('invalid', { code: 'docking.technology_amount' });
    requirePast(input.signedOn, context.now, 'docking.signed_in_future');
    const { id, version, ...contract } = input;
    await takeStep(context, docking, {
      action: 'recordContract',
      version,
      fileId: input.fileId,
      facts: {
        contractType: input.type,
        amountFen: input.amountFen,
        technologyAmountFen: input.technologyAmountFen,
        registrationNumber: input.registrationNumber,
        signedOn: input.signedOn,
      },
    });
    await attachFile(context, input.fileId, { type: 'docking', id: docking.id });
    await context.tx
      .withTables<DockingTables>()
      .insertInto('dockingContracts')
      .values({
        dockingId: id,
        ...contract,
        recordedAt: context.now,
        isExample: docking.isExample,
      })
      .execute();
  },
});
