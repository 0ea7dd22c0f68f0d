import { bookingWorkflow } from '../modules/directory/domain/booking.workflow.ts';
import { claimWorkflow } from '../modules/directory/domain/claim.workflow.ts';
import { dockingWorkflow } from '../modules/dockings/domain/docking.workflow.ts';
import { needWorkflow } from '../modules/exchange/domain/need.workflow.ts';
import type { DaysSetting } from '../modules/settings/index.ts';
import { dispatchWorkflow, reportWorkflow } from '../modules/teams/domain/report.workflow.ts';
import { LONGEST_PAUSE } from '../platform/clocks/pauses.ts';

const workflows = [
  needWorkflow,
  dockingWorkflow,
  claimWorkflow,
  bookingWorkflow,
  dispatchWorkflow,
  reportWorkflow,
];
const steps = workflows.flatMap((workflow): { due?: { setting: string; workingDays: number } }[] =>
  Object.values(workflow.states),
);

/** Days that an operator may set, on the page and on the command line: of each step, and of a pause. */
export const daysSettings: readonly DaysSetting[] = [
  ...steps.flatMap(({ due }) =>
    due ? [{ key: due.setting, initial: due.workingDays, most: 250 }] : [],
  ),
  { key: LONGEST_PAUSE.setting, initial: LONGEST_PAUSE.days, most: LONGEST_PAUSE.most },
];
