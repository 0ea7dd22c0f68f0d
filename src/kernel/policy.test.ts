import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  all,
  allow,
  always,
  any,
  decide,
  definePolicy,
  filterFor,
  inMyRegion,
  is,
  matches,
  mine,
  not,
  regionPrefix,
  roles,
  rolesOf,
  signedIn,
  simplify,
  visitor,
  type Actor,
  type Condition,
  type PolicyRecord,
  type Role,
} from './policy.ts';

const operatorOf = (regionCode: string | null): Actor => ({
  userId: 'u1',
  name: 'Op',
  grants: [{ role: 'operator', regionCode }],
  organisationIds: [],
  expertIds: [],
});

describe('what a policy promises', () => {
  const policy = definePolicy(
    [allow('need.publish').to('operator').when(inMyRegion(), 'policy.other_region')],
    [allow('need.draft').to('enterprise').when(mine('organisationId', 'organisationIds'))],
    [allow('need.read').to('visitor').when(is('status', 'published'))],
  );

  it('allows nothing that no rule names', () => {
    expect(decide(policy, 'need.destroy', operatorOf(null))).toEqual({
      allowed: false,
      reason: { code: 'policy.unknown_action', params: { action: 'need.destroy' } },
    });
    expect(filterFor(policy, 'need.destroy', operatorOf(null))).toEqual({ kind: 'false' });
  });

  it('tells a visitor to sign in, and somebody signed in which role it takes', () => {
    expect(decide(policy, 'need.draft', visitor)).toEqual({
      allowed: false,
      reason: { code: 'policy.sign_in' },
    });
    expect(decide(policy, 'need.draft', operatorOf('500118'))).toEqual({
      allowed: false,
      reason: { code: 'policy.role', params: { roles: 'enterprise' } },
    });
  });

  it('gives the reason of the rule to somebody with the role but not for this record', () => {
    expect(decide(policy, 'need.publish', operatorOf('500118'), { regionCode: '500106' })).toEqual({
      allowed: false,
      reason: { code: 'policy.other_region' },
    });
  });

  it.each([
    ['500118', '500118', true],
    ['500100', '500118', true],
    ['500000', '500118', true],
    [null, '500118', true],
    ['500118', '500100', false],
    ['510000', '500118', false],
  ])('lets a grant for %s act in %s: %s', (granted, regionCode, allowed) => {
    expect(decide(policy, 'need.publish', operatorOf(granted), { regionCode }).allowed).toBe(
      allowed,
    );
  });

  it('covers a region by the rule of the role that was granted there, not of another role', () => {
    const actor: Actor = {
      ...operatorOf('510000'),
      grants: [
        { role: 'operator', regionCode: '510000' },
        { role: 'broker', regionCode: '500118' },
      ],
    };
    expect(decide(policy, 'need.publish', actor, { regionCode: '500118' }).allowed).toBe(false);
  });

  it('keeps from a key what it does not cover, in records and lists, whatever the rules say', () => {
    const published = { status: 'published', regionCode: '500118' };
    const key = { ...operatorOf(null), withheld: new Set(['need.publish']) };
    expect(decide(policy, 'need.publish', key, published)).toEqual({
      allowed: false,
      reason: { code: 'policy.scope' },
    });
    expect(filterFor(policy, 'need.publish', key)).toEqual({ kind: 'false' });
    expect(decide(policy, 'need.read', key, published)).toEqual({ allowed: true });
  });

  it('opens to everybody what a visitor may do', () => {
    expect(decide(policy, 'need.read', operatorOf(null), { status: 'published' }).allowed).toBe(
      true,
    );
  });
});

// A small world, so that random values meet.
const fields = ['owner', 'organisationId', 'status', 'regionCode'];
const scalars = ['a', 'b', '500118', '510100', 1, true, null];
const regions = ['500118', '500100', '500000', '510100', '510000'];
const aField = fc.constantFrom(...fields);

const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom(always, signedIn),
    fc
      .tuple(aField, fc.array(fc.constantFrom(...scalars), { maxLength: 3 }))
      .map(([field, values]) => is(field, ...values)),
    fc
      .tuple(aField, fc.constantFrom('userId', 'organisationIds', 'expertIds'))
      .map(([field, of]) => mine(field, of)),
    aField.map((field) => inMyRegion(field)),
    fc.array(tie('condition'), { maxLength: 3 }).map((of) => all(...of)),
    fc.array(tie('condition'), { maxLength: 3 }).map((of) => any(...of)),
    tie('condition').map((of) => not(of)),
  ),
}));
const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c'), { maxLength: 2 });
const actor: fc.Arbitrary<Actor> = fc.record({
  userId: fc.constantFrom('a', 'b', null),
  name: fc.constant('N'),
  grants: fc.array(
    fc.record({
      role: fc.constantFrom(...roles),
      regionCode: fc.constantFrom(...regions, null),
    }),
    { maxLength: 3 },
  ),
  organisationIds: ids,
  expertIds: ids,
});
const record: fc.Arbitrary<PolicyRecord> = fc.dictionary(aField, fc.constantFrom(...scalars));
const rules = fc.array(
  fc
    .tuple(fc.uniqueArray(fc.constantFrom(...roles), { minLength: 1, maxLength: 3 }), condition)
    .map(([to, when]) =>
      allow('thing.read')
        .to(...to)
        .when(when),
    ),
  { maxLength: 4 },
);

/** The meaning of a condition said a second time, straight from its description. */
function holds(condition: Condition, who: Actor, as: Role, thing: PolicyRecord): boolean {
  const value = (field: string) => thing[field] ?? null;
  switch (condition.kind) {
    case 'always':
      return true;
    case 'signedIn':
      return who.userId !== null;
    case 'is':
      return condition.values.some((wanted) => wanted === value(condition.field));
    case 'mine':
      return (
        value(condition.field) !== null &&
        [who[condition.of]].flat().some((own) => own === value(condition.field))
      );
    case 'inMyRegion': {
      const code = value(condition.field);
      const covers = (region: string) =>
        typeof code === 'string' && code.startsWith(regionPrefix(region));
      return who.grants.some(
        (grant) => grant.role === as && (grant.regionCode === null || covers(grant.regionCode)),
      );
    }
    case 'all':
      return !condition.of.some((part) => !holds(part, who, as, thing));
    case 'any':
      return condition.of.some((part) => holds(part, who, as, thing));
    default:
      return !holds(condition.of, who, as, thing);
  }
}

describe('one rule, for a record and for a list', () => {
  it('decides on a record exactly as the filter takes it into a list', () => {
    fc.assert(
      fc.property(rules, actor, record, (given, who, thing) => {
        const policy = definePolicy(given);
        const decision = decide(policy, 'thing.read', who, thing);
        expect(matches(filterFor(policy, 'thing.read', who), thing)).toBe(decision.allowed);
      }),
      { numRuns: 1_000 },
    );
  });

  it('means what its conditions say', () => {
    fc.assert(
      fc.property(rules, actor, record, (given, who, thing) => {
        const held = rolesOf(who);
        const expected = given.some((rule) =>
          rule.roles.some((role) => held.has(role) && holds(rule.when, who, role, thing)),
        );
        expect(decide(definePolicy(given), 'thing.read', who, thing).allowed).toBe(expected);
      }),
      { numRuns: 1_000 },
    );
  });

  it('never refuses without a reason', () => {
    fc.assert(
      fc.property(rules, actor, record, (given, who, thing) => {
        const decision = decide(definePolicy(given), 'thing.read', who, thing);
        const reason = decision.allowed ? 'policy.none_needed' : decision.reason.code;
        expect(reason).toMatch(/^policy\./);
      }),
    );
  });

  it('folds constants away: a list that can hold nothing needs no query', () => {
    fc.assert(
      fc.property(rules, actor, (given, who) => {
        const filter = filterFor(definePolicy(given), 'thing.read', who);
        const parts = (inner: typeof filter): (typeof filter)[] =>
          inner.kind === 'all' || inner.kind === 'any'
            ? inner.of.flatMap((part) => [part, ...parts(part)])
            : inner.kind === 'not'
              ? [inner.of, ...parts(inner.of)]
              : [];
        expect(parts(filter).some(({ kind }) => kind === 'true' || kind === 'false')).toBe(false);
        expect(simplify(filter)).toEqual(filter);
      }),
    );
  });
});
