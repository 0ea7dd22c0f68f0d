import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { attachFile } from '../../../platform/files/file-commands.ts';
import { technologyAmount, type ContractType, type Deduction } from '../domain/registration.ts';
import { loadDocking } from './load-docking.ts';
import { requirePast } from './require-day.ts';
import { takeStep } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

type SignedContract = {
  id: string;
  version: number;
  type: ContractType;
  /** Fen. The technology amount is the whole less what is paid for equipment and material (技术交易额). */
  amountFen: number;
  technologyAmountFen: number | null;
  deductions: Deduction[];
  periodFrom: string | null;
  periodUntil: string | null;
  registrationNumber: string | null;
  signedOn: string;
  fileId: string;
};

/**
 * What remains of the amount, in fen, when what is no technology is taken off. Throws `invalid` when
 * it comes to more than the whole or to something else than was said.
 */
export function technologyAmountOf(contract: {
  amountFen: number;
  technologyAmountFen: number | null;
  deductions: readonly Deduction[];
}): number {
  const { amountFen, technologyAmountFen, deductions } = contract;
  const left = technologyAmount(amountFen, deductions);
  if (left < 0 || (technologyAmountFen ?? 0) > amountFen)
    throw new AppError('invalid', { code: 'docking.technology_amount' });
  if (technologyAmountFen === null) return left;
  if (deductions.length > 0 && technologyAmountFen !== left)
    throw new AppError('invalid', { code: 'docking.technology_sum' });
  return technologyAmountFen;
}

export function requirePeriod(contract: {
  periodFrom: string | null;
  periodUntil: string | null;
}): void {
  const { periodFrom, periodUntil } = contract;
  if (periodFrom !== null && periodUntil !== null && periodUntil < periodFrom)
    throw new AppError('invalid', { code: 'docking.period_ends_first' });
}

/** A contract counts with its file only; the registration number is the registry's to give. */
export const recordContract = defineCommand({
  name: 'docking.record-contract',
  load: loadDocking,
  async run(context, input: SignedContract, docking: Docking): Promise<void> {
    const technologyAmountFen = technologyAmountOf(input);
    requirePeriod(input);
    requirePast(input.signedOn, context.now, 'docking.signed_in_future');
    const { id, version, deductions, ...contract } = input;
    await takeStep(context, docking, {
      action: 'recordContract',
      version,
      fileId: input.fileId,
      facts: {
        contractType: input.type,
        amountFen: input.amountFen,
        technologyAmountFen,
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
        technologyAmountFen,
        deductions: JSON.stringify(deductions),
        registeredOn: null,
        certificateFileId: null,
        recordedAt: context.now,
        isExample: docking.isExample,
      })
      .execute();
  },
});
