import type { ReactElement } from 'react';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextArea } from '../../../ui/forms/TextArea.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { MetricFields } from './metric-fields.tsx';
import type { NeedTexts } from './need-draft.ts';
import { partsWords } from './parts-words.ts';

/** The state of the form, as a group of its fields gets it. */
export type NeedFieldsProps = {
  values: NeedTexts;
  wrong: Partial<Record<keyof NeedTexts, string>>;
  set: <K extends keyof NeedTexts>(name: K, value: NeedTexts[K]) => void;
  idOf: (name: keyof NeedTexts) => string;
};

/** What makes a need answerable beside its words: figures, what was tried, limits, scale. */
export function NeedDetailFields({ values, wrong, set, idOf }: NeedFieldsProps): ReactElement {
  const t = partsWords.useText();
  return (
    <>
      <MetricFields
        id={idOf('metrics')}
        metrics={values.metrics}
        onChange={(metrics) => set('metrics', metrics)}
        error={wrong.metrics}
      />
      <Field id={idOf('tried')} label={t('tried')} error={wrong.tried} markOptional large>
        {(control) => (
          <TextInput
            {...control}
            song
            maxLength={2000}
            value={values.tried}
            placeholder={t('triedExample')}
            onChange={(value) => set('tried', value)}
          />
        )}
      </Field>
      <div className="need-two">
        <Field id={idOf('limits')} label={t('limits')} error={wrong.limits} markOptional large>
          {(control) => (
            <TextInput
              {...control}
              song
              maxLength={1000}
              value={values.limits}
              placeholder={t('limitsExample')}
              onChange={(value) => set('limits', value)}
            />
          )}
        </Field>
        <Field id={idOf('scale')} label={t('scale')} error={wrong.scale} markOptional large>
          {(control) => (
            <TextInput
              {...control}
              song
              maxLength={300}
              value={values.scale}
              placeholder={t('scaleExample')}
              onChange={(value) => set('scale', value)}
            />
          )}
        </Field>
      </div>
    </>
  );
}

/** Words that belong to the closed part alone. */
export function MoreField({
  id,
  value,
  onChange,
}: {
  id: string;
  value: string;
  onChange: (value: string) => void;
}): ReactElement {
  const t = partsWords.useText();
  return (
    <Field id={id} label={t('more')} hint={t('moreHint')} markOptional large>
      {(control) => (
        <TextArea {...control} song maxLength={5000} value={value} onChange={onChange} />
      )}
    </Field>
  );
}
