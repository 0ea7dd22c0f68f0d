import type { ReactElement } from 'react';
import { CheckboxGroup } from '../../../ui/forms/CheckboxGroup.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { CodePicker } from '../../reference-data/web/index.ts';
import { cooperationModes } from '../domain/exchange.policy.ts';
import { useModeName } from './mode-names.ts';
import type { NeedFieldsProps } from './need-detail-fields.tsx';
import { workWords } from './work-words.ts';

/** On which conditions: money, time, ways of working together, place and industry. */
export function NeedConditionFields({ values, wrong, set, idOf }: NeedFieldsProps): ReactElement {
  const t = workWords.useText();
  const modeName = useModeName();
  return (
    <>
      <div className="need-two">
        <Field
          id={idOf('budgetFen')}
          label={t('form.budget')}
          error={wrong.budgetFen}
          markOptional
          large
        >
          {(control) => (
            <TextInput
              {...control}
              inputMode="decimal"
              unit={t('form.budgetUnit')}
              value={values.budgetFen}
              onChange={(value) => set('budgetFen', value)}
            />
          )}
        </Field>
        <Field id={idOf('months')} label={t('form.months')} error={wrong.months} markOptional large>
          {(control) => (
            <TextInput
              {...control}
              inputMode="numeric"
              unit={t('form.monthsUnit')}
              value={values.months}
              onChange={(value) => set('months', value)}
            />
          )}
        </Field>
      </div>
      <Field
        id={idOf('coopModes')}
        label={t('form.modes')}
        hint={t('form.modesHint')}
        error={wrong.coopModes}
        group
        large
        markOptional
      >
        {() => (
          <CheckboxGroup
            name="coopModes"
            values={values.coopModes}
            onChange={(value) => set('coopModes', value)}
            options={cooperationModes.map((mode) => ({ value: mode, label: modeName(mode) }))}
          />
        )}
      </Field>
      <div className="need-two">
        <Field
          id={idOf('regionCode')}
          label={t('form.region')}
          error={wrong.regionCode}
          required
          large
        >
          {(control) => (
            <CodePicker
              {...control}
              kind="region"
              value={values.regionCode}
              onChange={(value) => set('regionCode', value)}
            />
          )}
        </Field>
        <Field
          id={idOf('industryCode')}
          label={t('form.industry')}
          error={wrong.industryCode}
          markOptional
          large
        >
          {(control) => (
            <CodePicker
              {...control}
              kind="industry"
              value={values.industryCode}
              onChange={(value) => set('industryCode', value)}
            />
          )}
        </Field>
      </div>
    </>
  );
}
