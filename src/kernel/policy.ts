import type { Refusal } from './errors.ts';

/**
 * Permission is data. A rule says which roles may do an action and for which records; the same rule
 * is evaluated for one record (`decide`) and turned into a filter for lists (`filterFor`), which the
 * database layer compiles to SQL. Nothing is allowed unless a rule says so.
 */
export const roles = [
  'visitor',
  'enterprise',
  'expert',
  'broker',
  'operator',
  'admin',
  'system',
] as const;
export type Role = (typeof roles)[number];

/** A role somebody holds, for one region and all regions below it (GB/T 2260), or everywhere (null). */
export type Grant = { role: Role; regionCode: string | null };

export type Actor = {
  userId: string | null;
  name: string;
  grants: Grant[];
  organisationIds: string[];
  expertIds: string[];
  /** Actions that the key by which somebody asks does not cover, whatever the rules say. */
  withheld?: ReadonlySet<string>;
  /** Accounts that are away and for whom this one acts today. */
  standsInFor?: string[];
};

export const visitor: Actor = {
  userId: null,
  name: '',
  grants: [],
  organisationIds: [],
  expertIds: [],
};

/** Everybody is a visitor; the roles of an actor never depend on the record. */
export const rolesOf = (actor: Actor): Set<Role> =>
  new Set<Role>(['visitor', ...actor.grants.map((grant) => grant.role)]);

type Scalar = string | number | boolean | null;
type Owned = 'userId' | 'organisationIds' | 'expertIds' | 'standsInFor';

export type Condition =
  | { kind: 'always' }
  | { kind: 'signedIn' }
  | { kind: 'is'; field: string; values: Scalar[] }
  | { kind: 'mine'; field: string; of: Owned }
  | { kind: 'inMyRegion'; field: string }
  | { kind: 'all'; of: Condition[] }
  | { kind: 'any'; of: Condition[] }
  | { kind: 'not'; of: Condition };

export const always: Condition = { kind: 'always' };
/** Anybody with an account, whatever roles it holds. */
export const signedIn: Condition = { kind: 'signedIn' };
export const is = (field: string, ...values: Scalar[]): Condition => ({
  kind: 'is',
  field,
  values,
});
/** The field holds the actor's own user, one it stands in for, one of its organisations, or expert profiles. */
export const mine = (field: string, of: Owned): Condition => ({ kind: 'mine', field, of });
/** The field holds a region code that the grant which opened this rule covers. */
export const inMyRegion = (field = 'regionCode'): Condition => ({ kind: 'inMyRegion', field });
export const all = (...of: Condition[]): Condition => ({ kind: 'all', of });
export const any = (...of: Condition[]): Condition => ({ kind: 'any', of });
export const not = (of: Condition): Condition => ({ kind: 'not', of });

export type Rule = { action: string; roles: Role[]; when: Condition; otherwise: string };
export type Policy = ReadonlyMap<string, readonly Rule[]>;

/**
 * `allow('need.publish').to('operator').when(inMyRegion(), 'policy.other_region')`: the second
 * argument is the reason given to somebody who holds the role but not for this record.
 */
export const allow = (action: string) => ({
  to: (...to: Role[]) => ({
    when: (condition: Condition, otherwise = 'policy.not_yours'): Rule => ({
      action,
      roles: to,
      when: condition,
      otherwise,
    }),
  }),
});

/** Puts the rules of all modules together. Several rules for one action add up. */
export function definePolicy(...modules: readonly (readonly Rule[])[]): Policy {
  const byAction = new Map<string, Rule[]>();
  for (const rule of modules.flat()) {
    byAction.set(rule.action, [...(byAction.get(rule.action) ?? []), rule]);
  }
  return byAction;
}

export type Decision = { allowed: true } | { allowed: false; reason: Refusal };

/** A record as rules see it: plain fields. Missing and null never belong to anybody. */
export type PolicyRecord = Readonly<Record<string, unknown>>;

/** May this actor do this action, to this record? The reason for a no is the most helpful one. */
export function decide(
  policy: Policy,
  action: string,
  actor: Actor,
  record: PolicyRecord = {},
): Decision {
  const rules = policy.get(action);
  if (!rules)
    return { allowed: false, reason: { code: 'policy.unknown_action', params: { action } } };
  if (actor.withheld?.has(action)) return { allowed: false, reason: { code: 'policy.scope' } };
  const held = rolesOf(actor);
  let otherwise: string | undefined;
  for (const rule of rules) {
    for (const role of rule.roles) {
      if (!held.has(role)) continue;
      if (matches(bind(rule.when, actor, role), record)) return { allowed: true };
      otherwise ??= rule.otherwise;
    }
  }
  if (actor.userId === null && !held.has('system')) {
    return { allowed: false, reason: { code: 'policy.sign_in' } };
  }
  if (otherwise) return { allowed: false, reason: { code: otherwise } };
  const wanted = [...new Set(rules.flatMap((rule) => rule.roles))].filter(
    (role) => role !== 'system',
  );
  return { allowed: false, reason: { code: 'policy.role', params: { roles: wanted.join(',') } } };
}

/** A condition with the actor's own values put in: what a list query needs. Compiled to SQL elsewhere. */
export type Filter =
  | { kind: 'true' }
  | { kind: 'false' }
  | { kind: 'in'; field: string; values: Scalar[] }
  | { kind: 'startsWith'; field: string; prefixes: string[] }
  | { kind: 'all'; of: Filter[] }
  | { kind: 'any'; of: Filter[] }
  | { kind: 'not'; of: Filter };

/** The records of a list that this actor may do the action to; `false` when none. */
export function filterFor(policy: Policy, action: string, actor: Actor): Filter {
  if (actor.withheld?.has(action)) return { kind: 'false' };
  const held = rolesOf(actor);
  const open = (policy.get(action) ?? []).flatMap((rule) =>
    rule.roles.filter((role) => held.has(role)).map((role) => bind(rule.when, actor, role)),
  );
  return simplify({ kind: 'any', of: open });
}

/** GB/T 2260: 500000 covers all of 50xxxx, 500100 all of 5001xx, 500118 itself. */
export const regionPrefix = (code: string): string => code.replace(/(00){1,2}$/, '');

function bind(condition: Condition, actor: Actor, role: Role): Filter {
  switch (condition.kind) {
    case 'always':
      return { kind: 'true' };
    case 'signedIn':
      return { kind: actor.userId === null ? 'false' : 'true' };
    case 'is':
      return { kind: 'in', field: condition.field, values: condition.values };
    case 'mine': {
      const own = actor[condition.of] ?? null;
      const values = own === null ? [] : Array.isArray(own) ? own : [own];
      return { kind: 'in', field: condition.field, values };
    }
    case 'inMyRegion': {
      const codes = actor.grants
        .filter((grant) => grant.role === role)
        .map((grant) => grant.regionCode);
      if (codes.includes(null)) return { kind: 'true' };
      const prefixes = codes.filter((code) => code !== null).map(regionPrefix);
      return { kind: 'startsWith', field: condition.field, prefixes };
    }
    case 'all':
    case 'any':
      return { kind: condition.kind, of: condition.of.map((part) => bind(part, actor, role)) };
    case 'not':
      return { kind: 'not', of: bind(condition.of, actor, role) };
  }
}

/** Evaluates a filter on one record, with two values only: a missing field is in no list. */
export function matches(filter: Filter, record: PolicyRecord): boolean {
  switch (filter.kind) {
    case 'true':
      return true;
    case 'false':
      return false;
    case 'in':
      return filter.values.includes((record[filter.field] ?? null) as Scalar);
    case 'startsWith': {
      const value = record[filter.field];
      return (
        typeof value === 'string' && filter.prefixes.some((prefix) => value.startsWith(prefix))
      );
    }
    case 'all':
      return filter.of.every((part) => matches(part, record));
    case 'any':
      return filter.of.some((part) => matches(part, record));
    case 'not':
      return !matches(filter.of, record);
  }
}

/** Folds constants away, so that a query carries no `true OR …` and an empty answer needs no query. */
export function simplify(filter: Filter): Filter {
  if (filter.kind === 'in') return filter.values.length === 0 ? { kind: 'false' } : filter;
  if (filter.kind === 'startsWith')
    return filter.prefixes.length === 0 ? { kind: 'false' } : filter;
  if (filter.kind === 'not') {
    const of = simplify(filter.of);
    if (of.kind === 'true') return { kind: 'false' };
    if (of.kind === 'false') return { kind: 'true' };
    return { kind: 'not', of };
  }
  if (filter.kind !== 'all' && filter.kind !== 'any') return filter;
  const settles = filter.kind === 'all' ? 'false' : 'true';
  const neutral = filter.kind === 'all' ? 'true' : 'false';
  const of = filter.of.map(simplify).filter((part) => part.kind !== neutral);
  if (of.some((part) => part.kind === settles)) return { kind: settles };
  if (of.length === 0) return { kind: neutral };
  return of.length === 1 ? of[0]! : { kind: filter.kind, of };
}
