import type { WorkCalendar } from '../../kernel/calendar.ts';
import { withoutPauses } from '../../kernel/step-clock.ts';
import type { DueState, PauseState } from '../contract/route.ts';
import { dueState } from '../settings/settings.ts';
import type { StepPauses } from './pauses.ts';

/** How the clock of a thing stands, as pages draw it: its deadline, or the pause in it. */
export function clockState(
  { stepStartedAt, dueAt }: { stepStartedAt: Date; dueAt: Date | null },
  pauses: StepPauses | undefined,
  now: Date,
  calendar: WorkCalendar,
): { due: DueState | null; pause: PauseState | null } {
  const present = pauses?.present ?? null;
  const own = withoutPauses(calendar, pauses?.spans ?? [], now);
  return {
    due: dueState(stepStartedAt, dueAt, now, own),
    pause: present && {
      since: present.since.toISOString(),
      until: present.until,
      reasonCode: present.reasonCode,
      words: present.words,
      byName: present.pausedByName,
    },
  };
}
