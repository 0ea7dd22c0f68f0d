import { defineCommand } from '../../../platform/commands/run-command.ts';
import { loadDocking } from './load-docking.ts';
import { requirePast } from './require-day.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

type Meeting = {
  id: string;
  version: number;
  heldOn: string;
  place: string;
  people: number;
  words: string;
};

/** Both sides have met; the words are the minutes. */
export const recordMeeting = defineCommand({
  name: 'docking.record-meeting',
  load: loadDocking,
  async run(context, input: Meeting, docking: Docking): Promise<void> {
    requirePast(input.heldOn, context.now, 'docking.held_in_future');
    await takeStep(context, docking, {
      action: 'recordMeeting',
      version: input.version,
      words: input.words,
      facts: { heldOn: input.heldOn, place: input.place, people: input.people },
    });
  },
});
