import { shiftDate } from '../../kernel/calendar.ts';
import { pauseReasons, type PauseReason } from '../../kernel/step-clock.ts';
import { words } from '../i18n/words.ts';

/** What a pause asks for, wherever a clock can be stopped. */
export function pauseFields(today: string) {
  const t = words.text;
  return {
    reasonCode: {
      kind: 'radio',
      label: t('pause.awaits'),
      required: true,
      options: pauseReasons.map((value) => ({ value, label: pauseReasonText(value) })),
    },
    words: {
      kind: 'textarea',
      label: t('pause.words'),
      hint: t('pause.wordsHint'),
      required: true,
      maxLength: 500,
      song: true,
    },
    until: {
      kind: 'date',
      label: t('pause.until'),
      hint: t('pause.untilHint'),
      required: true,
      min: shiftDate(today, 1),
    },
  } as const;
}

export const pauseReasonText = (reason: PauseReason): string =>
  words.text(`pause.reason.${reason}`);
