import { defineWorkflow } from '../../../kernel/workflow.ts';

/** The three kinds of entry; they change, rest and keep their history in the same way. */
export type EntrySubject = 'organisation' | 'expert' | 'facility';

export type EntryStatus = 'active' | 'retired' | 'merged';

/** Why an entry is taken out of the directory; always with a sentence. */
export const retireReasons = [
  'ceased',
  'moved_away',
  'no_longer_takes_part',
  'entered_wrongly',
  'other',
] as const;
export type RetireReason = (typeof retireReasons)[number];

/** An entry from its registration on. It is never deleted: it rests, or ends in another. */
const defineEntryWorkflow = (subject: 'organisation' | 'expert') =>
  defineWorkflow({
    id: subject,
    initial: 'active' as EntryStatus,
    final: ['merged'],
    states: { active: { turn: 'owner' }, retired: { turn: 'owner' }, merged: {} },
    transitions: {
      revise: {
        from: ['active'],
        to: 'active',
        permission: `${subject}.revise`,
        emits: `${subject}.revised`,
      },
      retire: {
        from: ['active'],
        to: 'retired',
        permission: `${subject}.retire`,
        emits: `${subject}.retired`,
      },
      restore: {
        from: ['retired'],
        to: 'active',
        permission: `${subject}.restore`,
        emits: `${subject}.restored`,
      },
      merge: {
        from: ['active', 'retired'],
        to: 'merged',
        permission: `${subject}.merge`,
        emits: `${subject}.merged`,
      },
    },
  });

export const organisationWorkflow = defineEntryWorkflow('organisation');
export const expertWorkflow = defineEntryWorkflow('expert');

/** A facility is not merged: two of one kind may stand side by side. */
export const facilityWorkflow = defineWorkflow({
  id: 'facility',
  initial: 'active' as Exclude<EntryStatus, 'merged'>,
  final: [],
  states: { active: { turn: 'owner' }, retired: { turn: 'owner' } },
  transitions: {
    revise: {
      from: ['active'],
      to: 'active',
      permission: 'facility.revise',
      emits: 'facility.revised',
    },
    retire: {
      from: ['active'],
      to: 'retired',
      permission: 'facility.retire',
      emits: 'facility.retired',
    },
    restore: {
      from: ['retired'],
      to: 'active',
      permission: 'facility.restore',
      emits: 'facility.restored',
    },
  },
});
