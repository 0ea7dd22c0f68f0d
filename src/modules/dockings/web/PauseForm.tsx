import type { ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { pauseFields } from '../../../ui/case/pause-fields.ts';
import { oneOf, type CaseFormProps } from './case-run.ts';
import { pauseReasons } from '../../../kernel/step-clock.ts';
import { dockingsApi } from './queries.ts';
import { dockingWords } from './words.ts';

/** Stops the clock while something outside is awaited: what, why, until when. */
export function PauseForm({ shared, run, today }: CaseFormProps): ReactElement {
  const t = dockingWords.useText();
  const fields = pauseFields(today);
  return (
    <CommandForm
      {...shared}
      intro={t('command.pauseIntro')}
      fields={fields}
      submit={run<typeof fields>((step, { reasonCode, ...values }, call) =>
        dockingsApi.pauseDocking(
          { ...step, ...values, reasonCode: oneOf(pauseReasons, reasonCode) },
          call,
        ),
      )}
    />
  );
}
