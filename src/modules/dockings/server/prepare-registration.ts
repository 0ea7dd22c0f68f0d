import { AppError } from '../../../kernel/errors.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { findRegion } from '../../reference-data/index.ts';
import { registrationRefusals } from '../domain/docking-actions.ts';
import type { Deduction, RegistrationForm } from '../domain/registration.ts';
import { getContract } from './contracts.ts';
import { loadDocking } from './load-docking.ts';
import { requirePeriod, technologyAmountOf } from './record-contract.ts';
import { changeDocking, emitDocking, requireVersion, writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

type Prepared = RegistrationForm & {
  id: string;
  version: number;
  deductions: Deduction[];
  periodFrom: string | null;
  periodUntil: string | null;
};

/**
 * What the venue's form asks for beside the contract. It may be left half done: the list on the page
 * says what is still missing. With the deductions the technology amount follows.
 */
export const prepareRegistration = defineCommand({
  name: 'docking.prepare-registration',
  load: loadDocking,
  async run(context, input: Prepared, docking: Docking): Promise<void> {
    const { tx, actor, now } = context;
    const refusals = registrationRefusals(docking);
    if (refusals.length > 0) throw new AppError('refused', refusals);
    requireVersion(docking, input.version);
    requirePeriod(input);
    const { id, version: _seen, deductions, periodFrom, periodUntil, ...form } = input;
    for (const { regionCode } of [form.buyer, form.seller]) {
      if (regionCode !== '' && !findRegion(regionCode))
        throw new AppError('invalid', { code: 'docking.unknown_region' });
    }
    const contract = await getContract(tx, id);
    const technologyAmountFen = technologyAmountOf({
      amountFen: contract.amountFen,
      technologyAmountFen: deductions.length === 0 ? contract.technologyAmountFen : null,
      deductions,
    });
    await changeDocking(context, docking, {});
    const db = tx.withTables<DockingTables>();
    await db
      .updateTable('dockingContracts')
      .set({
        periodFrom,
        periodUntil,
        deductions: JSON.stringify(deductions),
        technologyAmountFen,
      })
      .where('dockingId', '=', id)
      .execute();
    const filled = { form: JSON.stringify(form), changedBy: actor.userId!, changedAt: now };
    await db
      .insertInto('dockingRegistrations')
      .values({ dockingId: id, isExample: docking.isExample, ...filled })
      .onConflict((conflict) => conflict.column('dockingId').doUpdateSet(filled))
      .execute();
    await writeEntry(context, docking, {
      action: 'prepareRegistration',
      facts: { technologyAmountFen },
    });
    emitDocking(context, docking, 'docking.registration_prepared');
  },
});
