import type { ReactElement } from 'react';
import { Field } from '../../../ui/forms/Field.tsx';
import { RadioGroup } from '../../../ui/forms/RadioGroup.tsx';
import type { Channel, Frequency } from '../domain/notifications.policy.ts';
import type { notificationsClient } from './notification-queries.ts';
import { notificationWords } from './notification-words.ts';

export type Choices = Awaited<ReturnType<typeof notificationsClient.getMyChoices>>;

/** How somebody is told of one kind: in the app or not, and how by mail. */
export function KindChoice({
  choice,
  onChoose,
}: {
  choice: Choices['kinds'][number];
  onChoose: (channel: Channel, frequency: Frequency) => void;
}): ReactElement {
  const t = notificationWords.useText();
  const { kind, title, about, app, mail, mailOffered } = choice;
  return (
    <Field id={`kind-${kind}`} label={title} hint={about} group large>
      {() => (
        <div className="kind-choice">
          <label className="check">
            <input
              type="checkbox"
              checked={app !== 'off'}
              onChange={(event) => onChoose('app', event.target.checked ? 'at_once' : 'off')}
            />
            {t('inApp')}
          </label>
          <fieldset>
            <legend className="meta">{t('byMail')}</legend>
            <RadioGroup
              name={`mail-${kind}`}
              value={mail}
              options={mailOffered.map((value) => ({ value, label: t(value) }))}
              onChange={(value) => {
                const wanted = mailOffered.find((each) => each === value);
                if (wanted) onChoose('mail', wanted);
              }}
            />
          </fieldset>
        </div>
      )}
    </Field>
  );
}
