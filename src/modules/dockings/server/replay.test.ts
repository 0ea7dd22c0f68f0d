import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  cases,
  givenCaseWorld,
  upload,
  type Case,
  type CaseWorld,
} from '../../../../tests/support/dockings.ts';
import { dockingWorkflow, type DockingAction } from '../domain/docking.workflow.ts';
import { milestoneWorkflow } from '../domain/milestone.workflow.ts';
import type { DockingTables } from './tables.ts';

let test: TestApp;
let world: CaseWorld;

beforeAll(async () => {
  test = await startTestApp({ at: '2026-11-23T02:00:00Z' });
  world = await givenCaseWorld(test);
});
afterAll(() => test.close());

const words = '这是一句够长的话。';
const parts = [
  { title: '试装', dueOn: '2026-12-18', amountFen: 20_000_000 },
  { title: '推广', dueOn: '2027-02-26', amountFen: 28_000_000 },
];

/** What people may try, at any time and however little it fits. */
const tries: Record<string, (docking: Case, world: CaseWorld) => Promise<unknown>> = {
  accept: ({ id, version }, { holder }) => cases(holder).acceptDocking({ id, version }),
  message: ({ id }, { asker }) => cases(asker).postMessage({ id, words }),
  contact: ({ id, version }, { broker }) =>
    cases(broker).recordContact({ id, version, channel: 'phone', words }),
  plan: ({ id, version }, { broker }) =>
    cases(broker).planMilestones({ id, version, milestones: parts }),
  unplan: ({ id, version }, { asker }) =>
    cases(asker).planMilestones({ id, version, milestones: [] }),
  deliver: ({ id, version, milestones }, { holder }) =>
    cases(holder).deliver({
      id,
      version,
      words,
      milestoneId: milestones.find(({ status }) => status !== 'accepted')?.id ?? null,
    }),
  accept_part: ({ id, version }, { asker }) => cases(asker).acceptDelivery({ id, version }),
  send_back: ({ id, version }, { asker }) =>
    cases(asker).returnDelivery({
      id,
      version,
      reasonCode: 'incomplete',
      words,
      againBy: '2026-12-31',
    }),
  pay: async ({ id, version }, { asker }) =>
    cases(asker).recordPayment({
      id,
      version,
      amountFen: 1_000_000,
      paidOn: '2026-11-23',
      fileId: await upload(asker),
    }),
  complete: ({ id, version }, { asker }) => cases(asker).completeDocking({ id, version, words }),
  end: ({ id, version }, { broker }) =>
    cases(broker).endDocking({ id, version, reasonCode: 'terms', words }),
};
// Ending is tried seldom, so that stories grow long.
const choice = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.constantFrom(...Object.keys(tries).filter((name) => name !== 'end')),
  },
  { weight: 1, arbitrary: fc.constant('end') },
);

async function rowsOf(id: string) {
  const db = test.platform.db.withTables<DockingTables>();
  return {
    docking: await db
      .selectFrom('dockings')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow(),
    entries: await db
      .selectFrom('dockingEntries')
      .selectAll()
      .where('dockingId', '=', id)
      .orderBy('seq')
      .execute(),
    milestones: await db
      .selectFrom('dockingMilestones')
      .selectAll()
      .where('dockingId', '=', id)
      .execute(),
  };
}

it('the history of a case, read from its beginning, leads to where the case stands', async () => {
  const refusals = new Set<number>();
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('proposed', 'delivering', 'delivering'),
      fc.array(choice, { minLength: 6, maxLength: 10 }),
      async (start, story) => {
        const { id } =
          start === 'proposed' ? await world.propose(world.broker) : await world.givenDelivery();
        for (const name of story) {
          const docking = await cases(world.broker).getDocking({ id });
          await tries[name]!(docking, world).catch((error: { status?: number }) =>
            refusals.add(error.status ?? 0),
          );
        }
        const { docking, entries, milestones } = await rowsOf(id);
        let status = dockingWorkflow.initial;
        for (const { action, fromStatus, toStatus } of entries.slice(1)) {
          expect(fromStatus).toBe(status);
          const transition = dockingWorkflow.transitions[action as DockingAction];
          if (transition) expect(transition.from).toContain(fromStatus);
          // What is no step stays where it is.
          expect(toStatus).toBe(transition?.to ?? fromStatus);
          status = toStatus;
        }
        expect(status).toBe(docking.status);
        const open = milestones.filter((each) => !milestoneWorkflow.isFinal(each.status));
        expect(docking.openMilestones).toBe(docking.status === 'completed' ? 0 : open.length);
        expect(docking.endedAt !== null).toBe(dockingWorkflow.isFinal(docking.status));
        const isDelivered = milestones.some((each) => each.status === 'delivered');
        if (isDelivered && docking.endedAt === null) expect(docking.status).toBe('delivered');
      },
    ),
    { numRuns: 4, endOnFailure: true },
  );
  // Whatever was tried in vain was refused, not broken.
  for (const status of refusals) expect([400, 403, 409, 422]).toContain(status);
});
