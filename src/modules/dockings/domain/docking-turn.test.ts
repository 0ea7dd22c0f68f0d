import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decide,
  definePolicy,
  filterFor,
  matches,
  visitor,
  type Actor,
  type Role,
} from '../../../kernel/policy.ts';
import { dockingPolicy } from './docking.policy.ts';
import {
  isTurnOf,
  sideOf,
  standingFilter,
  type DockingParties,
  type Standing,
} from './docking-turn.ts';
import { dockingStatuses } from './docking.workflow.ts';

const person = (userId: string, role: Role, more: Partial<Actor> = {}): Actor => ({
  userId,
  name: userId,
  grants: [{ role, regionCode: '500118' }],
  organisationIds: [],
  expertIds: [],
  ...more,
});
const people = {
  asker: person('chen', 'enterprise', { organisationIds: ['asker'] }),
  holder: person('li', 'enterprise', { organisationIds: ['university'] }),
  expert: person('yu', 'expert', { expertIds: ['yu'] }),
  broker: person('luo', 'broker'),
  otherBroker: person('he', 'broker'),
  operator: person('wang', 'operator'),
  operatorElsewhere: person('zhao', 'operator', {
    grants: [{ role: 'operator', regionCode: '510100' }],
  }),
  stranger: person('qian', 'enterprise', { organisationIds: ['stranger'] }),
  visitor,
};
const docking: DockingParties = {
  status: 'proposed',
  askerOrganisationId: 'asker',
  responderOrganisationId: 'university',
  responderExpertId: 'yu',
  brokerId: 'luo',
  regionCode: '500118',
  escalated: false,
};
const policy = definePolicy(dockingPolicy);
const forEverybody = ['funnel.read', 'docking.read-ratings', 'response-rate.read'];
const mayDo = (who: Actor, record = docking) =>
  [...policy.keys()]
    .filter(
      (action) => !forEverybody.includes(action) && decide(policy, action, who, record).allowed,
    )
    .map((action) => action.replace('docking.', ''));

describe('who may do what in a case', () => {
  const everyParty = ['end', 'mine', 'pause', 'post-message', 'read', 'remind', 'resume'];
  const everySide = [
    ...everyParty,
    'add-files',
    'answer-meeting',
    'cancel-meeting',
    'change-meeting',
    'propose-meeting',
    'record-minutes',
  ];
  const asking = [
    'prepare-registration',
    'rate',
    'accept-delivery',
    'complete',
    'confirm-minutes',
    'plan-milestones',
    'propose',
  ];
  const answering = [
    'prepare-registration',
    'rate',
    'record-registration',
    'accept',
    'confirm-minutes',
    'decline',
    'deliver',
    'start-delivery',
  ];
  it.each<[keyof typeof people, string[]]>([
    ['asker', [...everySide, ...asking, 'record-payment', 'return-delivery', 'start-negotiation']],
    ['holder', [...everySide, ...answering]],
    ['expert', [...everySide, ...answering]],
    [
      'broker',
      [
        ...everySide,
        'plan-milestones',
        'prepare-registration',
        'propose',
        'record-contact',
        'record-contract',
        'record-meeting',
        'record-payment',
        'record-registration',
        'start-delivery',
        'start-negotiation',
      ],
    ],
    ['otherBroker', ['mine', 'propose']],
    ['operator', [...everyParty, 'assign', 'list-brokers', 'propose']],
    ['operatorElsewhere', ['list-brokers', 'mine']],
    ['stranger', ['mine']],
    ['visitor', []],
  ])('%s', (who, actions) => {
    expect(mayDo(people[who]).sort()).toEqual(actions.sort());
  });

  it('lets any broker of the region read and take a case that has none', () => {
    const free = { ...docking, brokerId: null };
    expect(mayDo(people.otherBroker, free).sort()).toEqual(['mine', 'propose', 'read', 'take']);
    expect(mayDo(people.operatorElsewhere, free).sort()).toEqual(['list-brokers', 'mine']);
  });

  it('tells each on which side they stand', () => {
    const side = (who: keyof typeof people) => sideOf(docking, people[who]);
    expect([side('asker'), side('holder'), side('expert'), side('broker')]).toEqual([
      'asker',
      'responder',
      'responder',
      'broker',
    ]);
    expect([side('operator'), side('otherBroker'), side('visitor')]).toEqual([
      'operator',
      null,
      null,
    ]);
  });
});

describe('whose turn it is', () => {
  const turns = (record: DockingParties) =>
    (Object.keys(people) as (keyof typeof people)[]).filter((who) => isTurnOf(record, people[who]));

  it('is the responder’s to answer: the holder or the expert', () => {
    expect(turns(docking)).toEqual(['holder', 'expert']);
  });

  it('is the broker’s to contact both, and the operators’ to find one while there is none', () => {
    expect(turns({ ...docking, status: 'accepted' })).toEqual(['broker']);
    expect(turns({ ...docking, status: 'accepted', brokerId: null })).toEqual(['operator']);
  });

  it('is nobody’s once the case has ended', () => {
    expect(turns({ ...docking, status: 'declined' })).toEqual([]);
  });

  it('stays theirs when it is overdue, and comes to the operators’ list as well', () => {
    const late = { ...docking, escalated: true };
    expect(turns(late)).toEqual(['holder', 'expert']);
    expect(matches(standingFilter('to-do', people.operator), late)).toBe(true);
    expect(matches(standingFilter('to-do', people.operatorElsewhere), late)).toBe(false);
  });
});

it('shows in “mine to do” only cases that may be read', () => {
  const aDocking = fc.record({
    status: fc.constantFrom(...dockingStatuses),
    askerOrganisationId: fc.constantFrom('asker', 'stranger'),
    responderOrganisationId: fc.constantFrom('university', null),
    responderExpertId: fc.constantFrom('yu', null),
    brokerId: fc.constantFrom('luo', 'he', null),
    regionCode: fc.constantFrom('500118', '510100'),
    escalated: fc.boolean(),
  });
  const who = fc.constantFrom(...Object.values(people));
  const kind = fc.constantFrom<Standing[]>('involved', 'turn', 'to-do', 'free');
  fc.assert(
    fc.property(aDocking, who, kind, (record, reader, standing) => {
      const isListed = matches(standingFilter(standing, reader), record);
      const mayRead = matches(filterFor(policy, 'docking.read', reader), record);
      expect(isListed && !mayRead).toBe(false);
    }),
    { numRuns: 1_000 },
  );
});
