import fs from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workflowDiagram } from '../../../kernel/workflow.ts';
import { stepRefusals } from './docking-actions.ts';
import { turnOf } from './docking-turn.ts';
import {
  dockingStages,
  dockingStatuses,
  dockingWorkflow,
  type DockingAction,
  type DockingFacts,
} from './docking.workflow.ts';

const now = new Date('2026-11-23T02:00:00Z');
const { actions, transitions } = dockingWorkflow;

/** Follows the choices as far as the rules allow, and keeps the history as the case page would. */
function play(choices: readonly DockingAction[], brokerId: string | null, parts = 0) {
  let docking: DockingFacts = { status: dockingWorkflow.initial, brokerId, openMilestones: parts };
  const history: { action: DockingAction; from: string; to: string }[] = [];
  for (const action of choices) {
    if (stepRefusals(action, docking, now).length > 0) continue;
    const to = transitions[action].to;
    history.push({ action, from: docking.status, to });
    docking = { ...docking, status: to };
    if (action === 'acceptDelivery' || action === 'complete')
      docking.openMilestones = Math.max(0, (docking.openMilestones ?? 0) - 1);
  }
  return { docking, history };
}

const choices = fc.array(fc.constantFrom(...actions), { maxLength: 60 });
const broker = fc.constantFrom('u1', null);

describe('a docking', () => {
  it('goes from the proposal to the end through every stage, in the order that the page draws', () => {
    const { docking, history } = play(
      [
        'accept',
        'recordContact',
        'recordMeeting',
        'startNegotiation',
        'recordContract',
        'startDelivery',
        'complete',
      ],
      'u1',
    );
    expect(docking.status).toBe('completed');
    expect(['proposed', ...history.map((entry) => entry.to)]).toEqual([...dockingStages]);
  });

  it('can always be brought to an end, and runs in circles only where parts are delivered', () => {
    fc.assert(
      fc.property(choices, broker, (given, brokerId) => {
        const { docking, history } = play(given, brokerId);
        const rounds = ['deliver', 'acceptDelivery', 'returnDelivery'];
        const onward = history.filter(({ action }) => !rounds.includes(action));
        const visited = ['proposed', ...onward.map((entry) => entry.to)];
        expect(new Set(visited).size).toBe(visited.length);
        const isOver = dockingWorkflow.isFinal(docking.status);
        expect(isOver || stepRefusals('end', docking, now).length === 0).toBe(true);
      }),
    );
  });

  it('has a history that leads, entry by entry, to where the case is', () => {
    fc.assert(
      fc.property(choices, broker, (given, brokerId) => {
        const { docking, history } = play(given, brokerId);
        let status: string = dockingWorkflow.initial;
        for (const entry of history) {
          expect(entry.from).toBe(status);
          expect(transitions[entry.action].from).toContain(entry.from);
          status = transitions[entry.action].to;
        }
        expect(status).toBe(docking.status);
      }),
    );
  });

  it('completes with the last of its milestones, and with none before', () => {
    fc.assert(
      fc.property(choices, fc.nat(4), (given, parts) => {
        const { docking, history } = play(given, 'u1', parts);
        const taken = history.filter(({ action }) => action === 'acceptDelivery').length;
        const isComplete = docking.status === 'completed';
        expect(taken).toBeLessThanOrEqual(Math.max(0, parts - 1));
        if (isComplete)
          expect([docking.openMilestones, taken]).toEqual([0, Math.max(0, parts - 1)]);
      }),
    );
  });

  it('has somebody to act and a time for it while it is open, and nobody once it has ended', () => {
    for (const status of dockingStatuses) {
      const isOpen = !dockingWorkflow.isFinal(status);
      expect(turnOf(status) !== null).toBe(isOpen);
      expect(dockingWorkflow.states[status].due !== undefined).toBe(isOpen);
    }
  });

  it('waits for a broker where the broker has to act', () => {
    const free = { status: 'accepted', brokerId: null } as const;
    expect(stepRefusals('recordContact', free, now)).toEqual([{ code: 'docking.no_broker' }]);
    expect(stepRefusals('recordContact', { ...free, brokerId: 'u1' }, now)).toEqual([]);
  });

  it('is drawn in the README as it is', () => {
    const readme = fs.readFileSync(new URL('../README.md', import.meta.url), 'utf8');
    expect(readme).toContain(`\`\`\`mermaid\n${workflowDiagram(dockingWorkflow)}\`\`\``);
  });
});
