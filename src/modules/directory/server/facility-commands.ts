import { AppError } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { pinyinSortKey } from '../../../kernel/text/pinyin.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import type { RetireReason } from '../domain/entry.workflow.ts';
import type { FacilityCategory, OpeningHours } from '../domain/facilities.ts';
import { openingProblem } from '../domain/facility-times.ts';
import { addLine, changeEntry } from './change-entry.ts';
import { getListingOwner } from './directory-queries.ts';
import { getFacilityRow } from './facility-queries.ts';
import { checkRegion } from './organisation-checks.ts';
import type { DirectoryTables } from './tables.ts';

export type FacilityWords = {
  name: string;
  category: FacilityCategory;
  model: string;
  abilities: string;
  place: string;
  regionCode: string;
  fee: string;
  opening: OpeningHours[];
  slotMinutes: number;
  leadDays: number;
  longestMinutes: number;
  needsApproval: boolean;
};

async function columnsOf(input: FacilityWords) {
  checkRegion(input.regionCode);
  const problem = openingProblem(input.opening, input.slotMinutes);
  if (problem) throw new AppError('invalid', { code: `facility.opening_${problem}` });
  if (input.longestMinutes < input.slotMinutes) {
    throw new AppError('invalid', { code: 'facility.longest' });
  }
  return {
    name: input.name,
    sortKey: await pinyinSortKey(input.name),
    category: input.category,
    model: input.model,
    abilities: input.abilities,
    place: input.place,
    regionCode: input.regionCode,
    fee: input.fee,
    opening: [...input.opening].sort(
      (a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from),
    ),
    slotMinutes: input.slotMinutes,
    leadDays: input.leadDays,
    longestMinutes: input.longestMinutes,
    needsApproval: input.needsApproval,
  };
}

/** An organisation says what others may use of it. */
export const enterFacility = defineCommand({
  name: 'facility.enter',
  load: ({ tx }, input: FacilityWords & { organisationId: string }) =>
    getListingOwner(tx, input.organisationId),
  async run(context, input, owner) {
    const { tx, now, emit } = context;
    const id = newId(now.getTime());
    const columns = await columnsOf(input);
    const row = await tx
      .withTables<DirectoryTables>()
      .insertInto('facilities')
      .values({
        id,
        organisationId: input.organisationId,
        ...columns,
        opening: JSON.stringify(columns.opening),
        isExample: owner.isExample,
        createdAt: now,
        updatedAt: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await addLine(context, 'facility', row, { action: 'register', from: null, keep: true });
    emit({ type: 'facility.entered', subject: { type: 'facility', id } });
    return { id };
  },
});

const loadFacility = ({ tx }: CommandContext, input: { id: string }) =>
  getFacilityRow(tx, input.id);

export const reviseFacility = defineCommand({
  name: 'facility.revise',
  load: loadFacility,
  async run(context, input: FacilityWords & { id: string; version: number }, before) {
    await changeEntry(context, 'facility', before, {
      step: 'revise',
      version: input.version,
      set: await columnsOf(input),
    });
    return { id: before.id };
  },
});

export const retireFacility = defineCommand({
  name: 'facility.retire',
  load: loadFacility,
  async run(
    context,
    input: { id: string; version: number; reasonCode: RetireReason; words: string },
    before,
  ) {
    const booked = await context.tx
      .withTables<DirectoryTables>()
      .selectFrom('facilityBookings')
      .select('id')
      .where('facilityId', '=', before.id)
      .where('status', 'in', ['requested', 'confirmed'])
      .where('endsAt', '>', context.now)
      .execute();
    if (booked.length > 0) {
      throw new AppError('refused', {
        code: 'facility.has_bookings',
        params: { count: booked.length },
      });
    }
    await changeEntry(context, 'facility', before, {
      step: 'retire',
      version: input.version,
      set: {},
      words: input.words,
      reasonCode: input.reasonCode,
      data: { reasonCode: input.reasonCode },
    });
    return { id: before.id };
  },
});

export const restoreFacility = defineCommand({
  name: 'facility.restore',
  load: loadFacility,
  async run(context, input: { id: string; version: number; words: string }, before) {
    await changeEntry(context, 'facility', before, {
      step: 'restore',
      version: input.version,
      set: {},
      words: input.words,
    });
    return { id: before.id };
  },
});
