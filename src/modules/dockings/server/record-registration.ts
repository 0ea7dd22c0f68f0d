import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { attachFile } from '../../../platform/files/file-commands.ts';
import { registrationRefusals } from '../domain/docking-actions.ts';
import { getContract } from './contracts.ts';
import { loadDocking } from './load-docking.ts';
import { requirePast } from './require-day.ts';
import { changeDocking, emitDocking, requireVersion, writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

type Registered = {
  id: string;
  version: number;
  registrationNumber: string;
  registeredOn: string;
  fileId: string;
};

/** The number that the registry gave, on the day and with the certificate it gave it by. Nothing here makes one. */
export const recordRegistration = defineCommand({
  name: 'docking.record-registration',
  load: loadDocking,
  async run(context, input: Registered, docking: Docking): Promise<void> {
    const refusals = registrationRefusals(docking);
    if (refusals.length > 0) throw new AppError('refused', refusals);
    requireVersion(docking, input.version);
    requirePast(input.registeredOn, context.now, 'docking.registered_in_future');
    const contract = await getContract(context.tx, docking.id);
    if (input.registeredOn < contract.signedOn)
      throw new AppError('invalid', { code: 'docking.registered_before_signing' });
    const { registrationNumber, registeredOn, fileId } = input;
    await changeDocking(context, docking, {});
    await attachFile(context, fileId, { type: 'docking', id: docking.id });
    await context.tx
      .withTables<DockingTables>()
      .updateTable('dockingContracts')
      .set({ registrationNumber, registeredOn, certificateFileId: fileId })
      .where('dockingId', '=', docking.id)
      .execute();
    await writeEntry(context, docking, {
      action: 'recordRegistration',
      fileId,
      facts: { registrationNumber, registeredOn },
    });
    emitDocking(context, docking, 'docking.registered');
  },
});
