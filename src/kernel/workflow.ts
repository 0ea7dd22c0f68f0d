import type { Refusal } from './errors.ts';
import type { Decision } from './policy.ts';

/**
 * Workflow is data. One object decides on the server, draws the buttons with the reasons for those
 * refused, says whose turn it is and for how long, and draws the diagram in the module's README.
 *
 * `turn` names the party that must act next; `due` the setting that holds the working days it has,
 * with the number used until an operator sets another. A state without `turn` is final.
 */
export type StateDefinition<Turn extends string> = {
  turn?: Turn;
  due?: { setting: string; workingDays: number };
};

export type TransitionDefinition<State extends string, Subject> = {
  from: readonly State[];
  to: State;
  /** The policy action that must allow it. */
  permission: string;
  /** Reasons against, given the record and the moment; none when it may go ahead. Pure. */
  guard?: (subject: Subject, now: Date) => Refusal[];
  /** The event written to the outbox, in the past tense. */
  emits: string;
};

export type WorkflowDefinition<
  State extends string,
  Action extends string,
  Turn extends string,
  Subject extends { status: State },
> = {
  id: string;
  initial: State;
  final: readonly State[];
  states: Record<State, StateDefinition<Turn>>;
  transitions: Record<Action, TransitionDefinition<State, Subject>>;
};

export type AvailableAction<Action extends string = string> =
  | { action: Action; allowed: true }
  | { action: Action; allowed: false; reasons: Refusal[] };

/** An action beside the states, offered like those of a workflow. */
export function offerOf(
  action: string,
  decision: Decision,
  refusals: readonly Refusal[],
): AvailableAction {
  const reasons = decision.allowed ? [...refusals] : [decision.reason, ...refusals];
  return reasons.length === 0 ? { action, allowed: true } : { action, allowed: false, reasons };
}

export type Workflow<
  State extends string,
  Action extends string,
  Turn extends string,
  Subject extends { status: State },
> = WorkflowDefinition<State, Action, Turn, Subject> & {
  actions: readonly Action[];
  isFinal(state: State): boolean;
  /** What this person may do now, and for each refused action why. `permit` asks the policy. */
  availableActions(
    subject: Subject,
    permit: (permission: string) => Decision,
    now: Date,
  ): AvailableAction<Action>[];
  /** Reasons against this action on this record, permission aside; empty when it may go ahead. */
  refusals(action: Action, subject: Subject, now: Date): Refusal[];
};

/** Checks the definition once, at load: a workflow with a dead end or an unreachable state throws. */
export function defineWorkflow<
  State extends string,
  Action extends string,
  Turn extends string,
  Subject extends { status: State },
>(
  definition: WorkflowDefinition<State, Action, Turn, Subject>,
): Workflow<State, Action, Turn, Subject> {
  const faults = workflowFaults(definition);
  if (faults.length > 0) throw new Error(`Workflow ${definition.id}: ${faults.join('; ')}`);
  const actions = Object.keys(definition.transitions) as Action[];

  const refusals = (action: Action, subject: Subject, now: Date): Refusal[] => {
    const transition = definition.transitions[action];
    if (!transition.from.includes(subject.status)) {
      return [
        {
          code: definition.final.includes(subject.status) ? 'workflow.ended' : 'workflow.not_now',
          params: { workflow: definition.id, action, status: subject.status },
        },
      ];
    }
    return transition.guard?.(subject, now) ?? [];
  };

  return {
    ...definition,
    actions,
    isFinal: (state) => definition.final.includes(state),
    refusals,
    availableActions: (subject, permit, now) =>
      actions.map((action) => {
        const reasons = refusals(action, subject, now);
        const decision = permit(definition.transitions[action].permission);
        if (!decision.allowed) reasons.unshift(decision.reason);
        return reasons.length === 0
          ? { action, allowed: true }
          : { action, allowed: false, reasons };
      }),
  };
}

/** What is wrong with a definition, in words for its author. */
export function workflowFaults<
  State extends string,
  Action extends string,
  Turn extends string,
  Subject extends { status: State },
>(definition: WorkflowDefinition<State, Action, Turn, Subject>): string[] {
  const faults: string[] = [];
  const states = Object.keys(definition.states) as State[];
  const edges = Object.entries(definition.transitions) as [
    Action,
    TransitionDefinition<State, Subject>,
  ][];
  for (const [action, edge] of edges) {
    for (const state of [...edge.from, edge.to]) {
      if (!states.includes(state)) faults.push(`${action} names the unknown state ${state}`);
    }
    for (const state of edge.from) {
      if (definition.final.includes(state))
        faults.push(`${action} leaves the final state ${state}`);
    }
  }
  const reached = closure([definition.initial], (state) =>
    edges.filter(([, edge]) => edge.from.includes(state)).map(([, edge]) => edge.to),
  );
  const ending = closure(definition.final, (state) =>
    edges.filter(([, edge]) => edge.to === state).flatMap(([, edge]) => edge.from),
  );
  for (const state of states) {
    if (!reached.has(state)) faults.push(`${state} cannot be reached`);
    if (definition.final.length > 0 && !ending.has(state)) faults.push(`${state} is a dead end`);
    if (!definition.final.includes(state) && !edges.some(([, edge]) => edge.from.includes(state)))
      faults.push(`${state} has no way on`);
    const ends = definition.final.includes(state);
    if (ends && definition.states[state].turn) faults.push(`${state} is final but has a turn`);
    if (!ends && !definition.states[state].turn) faults.push(`${state} is open but nobody's turn`);
  }
  return faults;
}

function closure<T>(start: readonly T[], next: (item: T) => readonly T[]): Set<T> {
  const seen = new Set(start);
  for (const item of seen) for (const other of next(item)) seen.add(other);
  return seen;
}

/** The workflow as a Mermaid state diagram, for the module's README. */
export function workflowDiagram<
  State extends string,
  Action extends string,
  Turn extends string,
  Subject extends { status: State },
>(definition: WorkflowDefinition<State, Action, Turn, Subject>): string {
  const lines = ['stateDiagram-v2', `  [*] --> ${definition.initial}`];
  for (const action of Object.keys(definition.transitions) as Action[]) {
    const edge = definition.transitions[action];
    for (const from of edge.from) lines.push(`  ${from} --> ${edge.to}: ${action}`);
  }
  for (const state of definition.final) lines.push(`  ${state} --> [*]`);
  return `${lines.join('\n')}\n`;
}
