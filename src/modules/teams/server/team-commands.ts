import { AppError, notFound } from '../../../kernel/errors.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { findExperts, getListingOwner } from '../../directory/index.ts';
import { accountNames, holdsRole } from '../../identity/index.ts';
import { findIndustry, findRegion } from '../../reference-data/index.ts';
import type { TeamKind } from '../domain/team.policy.ts';
import { isIn, loadTeam, membersOf, today, type TeamRecord } from './load-team.ts';
import type { TeamTables } from './tables.ts';

type Words = {
  name: string;
  kind: TeamKind;
  area: string;
  industryCodes: string[];
  leadId: string;
  leadUnitId: string;
};

const invalid = (code: string, path: string, message = '') =>
  new AppError('invalid', { code }, [{ path, message }]);

async function checkWords({ tx }: CommandContext, words: Words): Promise<void> {
  if (!(await accountNames(tx, [words.leadId])).has(words.leadId)) {
    throw invalid('team.unknown_lead', 'leadId', words.leadId);
  }
  await getListingOwner(tx, words.leadUnitId);
  if (words.industryCodes.some((code) => !findIndustry(code))) {
    throw invalid('team.unknown_code', 'industryCodes');
  }
}

export const foundTeam = defineCommand({
  name: 'team.found',
  load: (_context, input: Words & { regionCode: string }) =>
    Promise.resolve({ regionCode: input.regionCode }),
  async run(context, input) {
    const { tx, now, emit } = context;
    if (!findRegion(input.regionCode)) throw invalid('team.unknown_code', 'regionCode');
    await checkWords(context, input);
    const id = newId(now.getTime());
    const inserted = await tx
      .withTables<TeamTables>()
      .insertInto('teams')
      .values({
        id,
        ...input,
        status: 'active',
        foundedOn: today(now),
        endedOn: null,
        createdAt: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (inserted.numInsertedOrUpdatedRows !== 1n) throw invalid('team.name_taken', 'name');
    emit({ type: 'team.founded', subject: { type: 'team', id } });
    return { id };
  },
});

export const changeTeam = defineCommand({
  name: 'team.change',
  load: loadTeam,
  async run(context, input: Words & { id: string; version: number }, team) {
    requireActive(team);
    const { id, version, ...words } = input;
    await checkWords(context, words);
    await changeRow(context, { id, version }, words);
    context.emit({ type: 'team.changed', subject: { type: 'team', id } });
    return { id };
  },
});

export const endTeam = defineCommand({
  name: 'team.end',
  load: loadTeam,
  async run(context, input: { id: string; version: number }, team) {
    requireActive(team);
    const day = today(context.now);
    await changeRow(context, input, { status: 'ended', endedOn: day });
    context.emit({ type: 'team.ended', subject: { type: 'team', id: input.id } });
    return { id: input.id };
  },
});

type NewMember = {
  id: string;
  kind: 'expert' | 'broker';
  expertId: string | null;
  userId: string | null;
  from: string;
  until: string | null;
};

export const addMember = defineCommand({
  name: 'team.add-member',
  load: loadTeam,
  async run(context, input: NewMember, team) {
    const { tx, now, emit } = context;
    requireActive(team);
    if (input.until !== null && input.until < input.from) {
      throw invalid('team.days_order', 'until', input.until);
    }
    const person = await findPerson(context, input, team);
    const present = await membersOf(tx, [team.id]);
    const overlaps = present.some(
      (member) =>
        (person.expertId === null
          ? member.userId === person.userId && member.kind === 'broker'
          : member.expertId === person.expertId) &&
        (member.untilDay === null || member.untilDay >= input.from) &&
        (input.until === null || member.fromDay <= input.until),
    );
    if (overlaps) throw new AppError('refused', { code: 'team.member_already' });
    const id = newId(now.getTime());
    await tx
      .withTables<TeamTables>()
      .insertInto('teamMembers')
      .values({ id, teamId: team.id, ...person, fromDay: input.from, untilDay: input.until })
      .execute();
    emit({
      type: 'team.member_added',
      subject: { type: 'team', id: team.id },
      data: { memberId: id },
    });
    return { id: team.id };
  },
});

async function findPerson({ tx, now }: CommandContext, input: NewMember, team: TeamRecord) {
  if (input.kind === 'expert') {
    const [expert] = input.expertId === null ? [] : await findExperts(tx, [input.expertId]);
    if (!expert) throw notFound('expert');
    return {
      kind: 'expert' as const,
      expertId: expert.id,
      userId: expert.userId,
      name: expert.name,
    };
  }
  const userId = input.userId ?? '';
  const wanted = { userId, role: 'broker' as const, region: team.regionCode };
  if (!(await holdsRole(tx, wanted, now))) throw invalid('team.not_a_broker', 'userId', userId);
  const names = await accountNames(tx, [userId]);
  return { kind: 'broker' as const, expertId: null, userId, name: names.get(userId) ?? '' };
}

export const endMember = defineCommand({
  name: 'team.end-member',
  load: loadTeam,
  async run({ tx, now, emit }, input: { id: string; memberId: string; until: string }, team) {
    const member = (await membersOf(tx, [team.id])).find(({ id }) => id === input.memberId);
    if (!member) throw notFound('member');
    if (input.until < member.fromDay) throw invalid('team.days_order', 'until', input.until);
    if (!isIn(member, today(now)) && member.fromDay <= today(now)) {
      throw new AppError('refused', { code: 'team.member_gone' });
    }
    await tx
      .withTables<TeamTables>()
      .updateTable('teamMembers')
      .set({ untilDay: input.until })
      .where('id', '=', member.id)
      .execute();
    emit({
      type: 'team.member_ended',
      subject: { type: 'team', id: team.id },
      data: { memberId: member.id },
    });
    return { id: team.id };
  },
});

export function requireActive(team: { status: string }): void {
  if (team.status !== 'active') throw new AppError('refused', { code: 'team.ended' });
}

async function changeRow(
  { tx }: CommandContext,
  { id, version }: { id: string; version: number },
  changes: Partial<Words> & { status?: 'ended'; endedOn?: string },
): Promise<void> {
  const changed = await tx
    .withTables<TeamTables>()
    .updateTable('teams')
    .set({ ...changes, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  if (changed.numUpdatedRows !== 1n) throw new AppError('conflict', { code: 'platform.stale' });
}
