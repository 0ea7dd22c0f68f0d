import { AppError } from '../../../kernel/errors.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { Job } from '../../../platform/jobs/jobs.ts';
import type { Platform } from '../../../platform/platform.ts';
import { systemActor } from '../../identity/index.ts';
import { confirmationStep } from '../domain/confirmation.ts';
import { termsOf } from './confirmation-of.ts';
import { addEntry } from './listing-entries.ts';
import { subjectOf, type Subject } from './listing-details.ts';
import { getListing } from './open-closed-part.ts';
import type { ExchangeTables } from './tables.ts';

const tableOf = { need: 'needs', achievement: 'achievements' } as const;

const load = ({ tx }: CommandContext, input: Subject) => getListing(tx, input);

/** The owner says that a listing still holds; one that was hidden is there again. */
const confirm = (type: Subject['type']) =>
  defineCommand({
    name: `${type}.confirm`,
    load,
    async run(context, input: Subject, row) {
      const { tx, now, actor, emit } = context;
      if (row.status !== 'published') throw new AppError('refused', { code: 'workflow.not_now' });
      await tx
        .withTables<ExchangeTables>()
        .updateTable(tableOf[type])
        .set({
          confirmedAt: now,
          confirmRemindedAt: null,
          lapsedAt: null,
          version: row.version + 1,
        })
        .where('id', '=', input.id)
        .execute();
      await addEntry(context, {
        subjectType: type,
        subjectId: input.id,
        action: 'confirm',
        from: row.status,
        to: row.status,
      });
      emit({ type: `${type}.confirmed`, subject: input, data: { actorId: actor.userId } });
      return { id: input.id };
    },
  });
export const confirmNeed = confirm('need');
export const confirmAchievement = confirm('achievement');

/** Reminds the owner of a listing, or hides it, as is due now; found by a job. */
const followConfirmation = defineCommand({
  name: 'listing.follow-confirmation',
  load,
  async run(context, input: Subject, row) {
    const { tx, now, emit } = context;
    if (row.status !== 'published') return;
    const step = confirmationStep(row, now, await termsOf(tx));
    if (step === null) return;
    const marked = await tx
      .withTables<ExchangeTables>()
      .updateTable(tableOf[input.type])
      .set({
        ...(step === 'remind' ? { confirmRemindedAt: now } : { lapsedAt: now }),
        version: row.version + 1,
      })
      .where('id', '=', input.id)
      .where('version', '=', row.version)
      .executeTakeFirst();
    // It was confirmed or changed meanwhile; the next look decides again.
    if (marked.numUpdatedRows !== 1n) return;
    await addEntry(context, {
      subjectType: input.type,
      subjectId: input.id,
      action: step === 'remind' ? 'remindConfirm' : 'lapse',
      from: row.status,
      to: row.status,
    });
    emit({
      type: `${input.type}.${step === 'remind' ? 'confirmation_due' : 'lapsed'}`,
      subject: subjectOf(row),
    });
  },
});

/** Looks at all published listings whose time is near; a bounded number at a time. */
export async function checkConfirmations(platform: Platform): Promise<number> {
  const { db, clock } = platform;
  const { days, reminder } = await termsOf(db);
  const before = new Date(clock.now().getTime() - Math.max(0, days - reminder) * 86_400_000);
  let followed = 0;
  for (const type of ['need', 'achievement'] as const) {
    const rows = await db
      .withTables<ExchangeTables>()
      .selectFrom(tableOf[type])
      .select('id')
      .where('status', '=', 'published')
      .where('isExample', '=', false)
      .where('lapsedAt', 'is', null)
      .where((where) => where.fn.coalesce('confirmedAt', 'publishedAt'), '<=', before)
      .orderBy('id')
      .limit(2000)
      .execute();
    for (const { id } of rows) {
      const request = { actor: systemActor, requestId: 'job:listing.check-confirmation' };
      await platform.runCommand(request, followConfirmation, { type, id });
    }
    followed += rows.length;
  }
  return followed;
}

export const checkConfirmationsJob = (platform: Platform): Job => ({
  name: 'listing.check-confirmation',
  cron: '30 7 * * *',
  async handle() {
    await checkConfirmations(platform);
  },
});
