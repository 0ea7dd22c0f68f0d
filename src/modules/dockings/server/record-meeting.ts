import { AppError } from '../../../kernel/errors.ts';
import { defineCommand, type CommandContext } from '../../../platform/commands/run-command.ts';
import { loadDocking } from './load-docking.ts';
import { getMeeting } from './meetings.ts';
import { evidenceOf } from './record-minutes.ts';
import { requirePast } from './require-day.ts';
import { takeStep } from './step.ts';
import type { Docking } from './tables.ts';

type Met = {
  id: string;
  version: number;
  /** One that was arranged here and has its minutes; else the facts of one that was not. */
  meetingId: string | null;
  heldOn: string | null;
  place: string;
  people: number | null;
  words: string;
};

/** Both sides have met, by the minutes of a meeting of the case or by what the broker writes. */
export const recordMeeting = defineCommand({
  name: 'docking.record-meeting',
  load: loadDocking,
  async run(context, input: Met, docking: Docking): Promise<void> {
    await takeStep(context, docking, {
      action: 'recordMeeting',
      version: input.version,
      words: input.words,
      facts:
        input.meetingId === null
          ? factsOf(context, input)
          : await evidenceOf(context, await getMeeting(context.tx, docking.id, input.meetingId)),
    });
  },
});

function factsOf({ now }: CommandContext, { heldOn, place, people }: Met) {
  if (heldOn === null || place === '' || people === null)
    throw new AppError('invalid', { code: 'docking.meeting_or_facts' });
  requirePast(heldOn, now, 'docking.held_in_future');
  return { heldOn, place, people };
}
