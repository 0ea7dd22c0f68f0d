import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { formatMoney } from '../../../kernel/money.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { attachFile } from '../../../platform/files/file-commands.ts';
import { paymentRefusals } from '../domain/docking-actions.ts';
import { loadDocking } from './load-docking.ts';
import { findMilestone } from './milestones.ts';
import { requirePast } from './require-day.ts';
import { changeDocking, emitDocking, requireVersion, writeEntry } from './step.ts';
import type { Docking, DockingTables } from './tables.ts';

type Payment = {
  id: string;
  version: number;
  amountFen: number;
  paidOn: string;
  /** What it is for; null where it is for the whole. */
  milestoneId: string | null;
  fileId: string;
};

/** Money that was paid under the contract, with its proof. It moves no step. */
export const recordPayment = defineCommand({
  name: 'docking.record-payment',
  load: loadDocking,
  async run(context, input: Payment, docking: Docking): Promise<void> {
    const { tx, now } = context;
    const refusals = paymentRefusals(docking);
    if (refusals.length > 0) throw new AppError('refused', refusals);
    requireVersion(docking, input.version);
    requirePast(input.paidOn, now, 'docking.paid_in_future');
    const left = await leftToPay(tx, docking.id);
    if (input.amountFen > left) throw tooMuch('docking.paid_too_much', left);
    const milestone = await findMilestone(tx, docking.id, input.milestoneId);
    if (milestone !== null) {
      const open = milestone.amountFen - milestone.paidFen;
      if (input.amountFen > open) throw tooMuch('docking.paid_over_milestone', open);
    }

    // The version rises, so that two payments entered at once cannot both fit under the contract.
    await changeDocking(context, docking, {});
    await attachFile(context, input.fileId, { type: 'docking', id: docking.id });
    await tx
      .withTables<DockingTables>()
      .insertInto('dockingPayments')
      .values({
        id: newId(now.getTime()),
        dockingId: docking.id,
        amountFen: input.amountFen,
        paidOn: input.paidOn,
        milestoneId: input.milestoneId,
        fileId: input.fileId,
        recordedAt: now,
        isExample: docking.isExample,
      })
      .execute();
    await writeEntry(context, docking, {
      action: 'payment',
      fileId: input.fileId,
      facts: {
        amountFen: input.amountFen,
        paidOn: input.paidOn,
        ...(milestone !== null && { milestone: milestone.title }),
      },
    });
    emitDocking(context, docking, 'docking.paid', { amountFen: input.amountFen });
  },
});

// Written with ¥ and all digits, which reads the same in both languages.
const tooMuch = (code: string, left: number): AppError =>
  new AppError('invalid', { code, params: { left: formatMoney(left, 'en') } });

/** What of the contract's amount has not been paid yet, in fen. */
async function leftToPay(tx: Tx, dockingId: string): Promise<number> {
  const db = tx.withTables<DockingTables>();
  const contract = await db
    .selectFrom('dockingContracts')
    .select('amountFen')
    .where('dockingId', '=', dockingId)
    .executeTakeFirstOrThrow();
  const payments = await db
    .selectFrom('dockingPayments')
    .select('amountFen')
    .where('dockingId', '=', dockingId)
    .execute();
  return payments.reduce((left, payment) => left - payment.amountFen, contract.amountFen);
}
