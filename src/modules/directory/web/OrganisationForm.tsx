import type { ReactElement } from 'react';
import type { z } from 'zod';
import { checkUscc } from '../../../kernel/codes/uscc.ts';
import { Field } from '../../../ui/forms/Field.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { TextArea } from '../../../ui/forms/TextArea.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { CodePicker, EntryForm, useEntryForm } from '../../reference-data/web/index.ts';
import type { organisationSummary } from '../contract.ts';
import { organisationKinds, type OrganisationKind } from '../domain/directory.policy.ts';
import { directoryClient } from './directory-queries.ts';
import { directoryWords } from './directory-words.ts';
import { UsccField } from './UsccField.tsx';
import './entry-page.css';

type Props = {
  /** Where most of those who register are. */
  regionCode: string;
  onDone: (organisation: z.infer<typeof organisationSummary>) => void;
};

/** Registers an organisation; whoever does becomes its first member. */
export function OrganisationForm({ regionCode, onDone }: Props): ReactElement {
  const t = directoryWords.useText();
  const common = words.useText();
  const form = useEntryForm({
    initial: { name: '', uscc: '', kind: 'enterprise' as string, regionCode, introduction: '' },
    check: (values) => {
      const wrong: Partial<Record<keyof typeof values, string>> = {};
      if (values.name.trim().length < 2) wrong.name = common('form.required');
      const uscc = checkUscc(values.uscc);
      if (values.uscc.trim() === '') wrong.uscc = common('form.required');
      else if (!uscc.ok) {
        wrong.uscc =
          uscc.problem === 'length'
            ? t('register.usccLength', { count: values.uscc.replaceAll(/\s/g, '').length })
            : t(uscc.problem === 'alphabet' ? 'register.usccAlphabet' : 'register.usccCheck');
      }
      if (!values.kind) wrong.kind = common('form.required');
      if (!values.regionCode) wrong.regionCode = common('form.required');
      return wrong;
    },
    submit: (values, context) => {
      const uscc = checkUscc(values.uscc);
      return directoryClient.registerOrganisation(
        {
          name: values.name.trim(),
          uscc: uscc.ok ? uscc.value : values.uscc,
          kind: values.kind as OrganisationKind,
          regionCode: values.regionCode,
          introduction: values.introduction.trim(),
        },
        { context },
      );
    },
    onDone,
  });
  const { values, wrong, set, idOf } = form;
  const labels = {
    name: t('register.name'),
    uscc: t('register.uscc'),
    kind: t('register.kind'),
    regionCode: t('region'),
    introduction: t('register.introduction'),
  };
  return (
    <EntryForm
      form={form}
      labels={labels}
      submitLabel={t('register.submitOrganisation')}
      label={t('register.organisationTitle')}
    >
      <Field
        id={idOf('name')}
        label={labels.name}
        hint={t('register.nameHint')}
        error={wrong.name}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            autoComplete="organization"
            value={values.name}
            maxLength={120}
            onChange={(value) => set('name', value)}
          />
        )}
      </Field>
      <UsccField
        id={idOf('uscc')}
        value={values.uscc}
        error={wrong.uscc}
        onChange={(value) => set('uscc', value)}
      />
      <div className="field-pair">
        <Field id={idOf('kind')} label={labels.kind} error={wrong.kind} required>
          {(control) => (
            <Select
              {...control}
              value={values.kind}
              onChange={(value) => set('kind', value)}
              options={organisationKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            />
          )}
        </Field>
        <Field
          id={idOf('regionCode')}
          label={labels.regionCode}
          hint={t('register.regionHint')}
          error={wrong.regionCode}
          required
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
      </div>
      <Field
        id={idOf('introduction')}
        label={labels.introduction}
        hint={t('register.introductionHint')}
        error={wrong.introduction}
        markOptional
      >
        {(control) => (
          <TextArea
            {...control}
            value={values.introduction}
            maxLength={2000}
            onChange={(value) => set('introduction', value)}
          />
        )}
      </Field>
    </EntryForm>
  );
}
