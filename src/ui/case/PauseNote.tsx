import type { ReactElement } from 'react';
import type { PauseReason } from '../../kernel/step-clock.ts';
import { useFormats } from '../i18n/format.ts';
import { words } from '../i18n/words.ts';
import { pauseReasonText } from './pause-fields.ts';

type Pause = {
  since: string;
  until: string;
  reasonCode: PauseReason;
  words: string;
  byName: string;
};

/** Why a clock stands still, who said so, and when it goes on by itself. */
export function PauseNote({ pause }: { pause: Pause }): ReactElement {
  const t = words.useText();
  const formats = useFormats();
  return (
    <section className="card padded pause-note">
      <h2>{t('pause.title', { day: formats.dayWithWeekday(pause.until) })}</h2>
      <p>
        {t('pause.by', {
          name: pause.byName,
          day: formats.day(pause.since),
          reason: pauseReasonText(pause.reasonCode),
        })}
      </p>
      <p className="own-words">{pause.words}</p>
    </section>
  );
}
