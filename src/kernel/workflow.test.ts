import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  defineWorkflow,
  workflowDiagram,
  workflowFaults,
  type WorkflowDefinition,
} from './workflow.ts';

type Definition = WorkflowDefinition<string, string, string, { status: string }>;

const light: Definition = {
  id: 'light',
  initial: 'draft',
  final: ['gone'],
  states: { draft: { turn: 'owner' }, shown: { turn: 'reader' }, gone: {} },
  transitions: {
    show: { from: ['draft'], to: 'shown', permission: 'light.show', emits: 'light.shown' },
    drop: {
      from: ['draft', 'shown'],
      to: 'gone',
      permission: 'light.drop',
      guard: (subject) => (subject.status === 'shown' ? [{ code: 'light.read_by_many' }] : []),
      emits: 'light.dropped',
    },
  },
};
const now = new Date('2026-11-21T02:00:00Z');
const yes = () => ({ allowed: true }) as const;
const no = () => ({ allowed: false, reason: { code: 'policy.role' } }) as const;

describe('a definition', () => {
  it.each<[string, Definition, string]>([
    [
      'a state nothing leads to',
      { ...light, states: { ...light.states, lost: { turn: 'owner' } } },
      'lost cannot be reached',
    ],
    [
      'a state without an end',
      {
        ...light,
        states: { ...light.states, stuck: { turn: 'owner' } },
        transitions: {
          ...light.transitions,
          trap: { from: ['draft'], to: 'stuck', permission: 'p', emits: 'e' },
        },
      },
      'stuck is a dead end',
    ],
    [
      'an open state that is nobody’s',
      { ...light, states: { ...light.states, shown: {} } },
      "shown is open but nobody's turn",
    ],
    [
      'an ended state that is somebody’s',
      { ...light, states: { ...light.states, gone: { turn: 'owner' } } },
      'gone is final but has a turn',
    ],
    [
      'a way out of an end',
      {
        ...light,
        transitions: {
          ...light.transitions,
          revive: { from: ['gone'], to: 'draft', permission: 'p', emits: 'e' },
        },
      },
      'revive leaves the final state gone',
    ],
    [
      'an unknown state',
      {
        ...light,
        transitions: {
          ...light.transitions,
          wander: { from: ['draft'], to: 'nowhere', permission: 'p', emits: 'e' },
        },
      },
      'wander names the unknown state nowhere',
    ],
  ])('is refused for %s', (_what, definition, fault) => {
    expect(workflowFaults(definition)).toContain(fault);
    expect(() => defineWorkflow(definition)).toThrow(fault);
  });

  it('draws its own diagram', () => {
    expect(workflowDiagram(light)).toBe(`stateDiagram-v2
  [*] --> draft
  draft --> shown: show
  draft --> gone: drop
  shown --> gone: drop
  gone --> [*]
`);
  });
});

describe('what may be done', () => {
  const workflow = defineWorkflow(light);

  it('offers what the state, the guard and the policy allow', () => {
    expect(workflow.availableActions({ status: 'draft' }, yes, now)).toEqual([
      { action: 'show', allowed: true },
      { action: 'drop', allowed: true },
    ]);
  });

  it('says for the rest why not: not in this state, by the rule, by the person, or over', () => {
    expect(workflow.availableActions({ status: 'shown' }, no, now)).toEqual([
      {
        action: 'show',
        allowed: false,
        reasons: [
          { code: 'policy.role' },
          {
            code: 'workflow.not_now',
            params: { workflow: 'light', action: 'show', status: 'shown' },
          },
        ],
      },
      {
        action: 'drop',
        allowed: false,
        reasons: [{ code: 'policy.role' }, { code: 'light.read_by_many' }],
      },
    ]);
    expect(workflow.refusals('drop', { status: 'gone' }, now)[0]?.code).toBe('workflow.ended');
  });
});

const names = ['s0', 's1', 's2', 's3', 's4', 's5'];
/** Any directed graph of up to six states with any ends, well formed or not. */
const anyDefinition: fc.Arbitrary<Definition> = fc.integer({ min: 2, max: 6 }).chain((size) => {
  const states = names.slice(0, size);
  const aState = fc.constantFrom(...states);
  return fc
    .tuple(
      fc.array(fc.tuple(fc.uniqueArray(aState, { minLength: 1, maxLength: 3 }), aState), {
        maxLength: 10,
      }),
      fc.uniqueArray(aState, { minLength: 1, maxLength: 2 }),
    )
    .map(([edges, final]) => ({
      id: 'random',
      initial: 's0',
      final,
      states: Object.fromEntries(
        states.map((state) => [state, final.includes(state) ? {} : { turn: 'owner' }]),
      ),
      transitions: Object.fromEntries(
        edges.map(([from, to], index) => [
          `a${index}`,
          {
            from: from.filter((state) => !final.includes(state)),
            to,
            permission: `p${index}`,
            emits: `e${index}`,
          },
        ]),
      ),
    }));
});

/** Whether `to` can be reached from `from`, by trying every path step by step. */
function leads(definition: Definition, from: string, to: string): boolean {
  let here = new Set([from]);
  for (let step = 0; step <= names.length; step += 1) {
    if (here.has(to)) return true;
    const edges = Object.values(definition.transitions);
    here = new Set(
      [...here].flatMap((state) => [
        state,
        ...edges.filter((edge) => edge.from.includes(state)).map((edge) => edge.to),
      ]),
    );
  }
  return false;
}

describe('any workflow that is accepted', () => {
  it('reaches every state and can end from each', () => {
    fc.assert(
      fc.property(anyDefinition, (definition) => {
        const states = Object.keys(definition.states);
        const isSound = states.every(
          (state) =>
            leads(definition, 's0', state) &&
            definition.final.some((end) => leads(definition, state, end)),
        );
        expect(workflowFaults(definition).length === 0).toBe(isSound);
      }),
      { numRuns: 1_000 },
    );
  });

  it('offers each action or refuses it with a reason, and moves only as it says', () => {
    fc.assert(
      fc.property(anyDefinition, fc.constantFrom(...names), fc.boolean(), (given, status, may) => {
        fc.pre(workflowFaults(given).length === 0 && status in given.states);
        const workflow = defineWorkflow(given);
        const offers = workflow.availableActions({ status }, may ? yes : no, now);
        expect(offers.map((offer) => offer.action)).toEqual(Object.keys(given.transitions));
        for (const offer of offers) {
          const isFrom = given.transitions[offer.action]!.from.includes(status);
          expect(offer.allowed).toBe(may && isFrom);
          if (!offer.allowed) expect(offer.reasons.length).toBeGreaterThan(0);
        }
        expect(workflow.isFinal(status)).toBe(given.final.includes(status));
      }),
    );
  });
});
