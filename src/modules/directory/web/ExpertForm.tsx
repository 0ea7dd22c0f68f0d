import type { ReactElement } from 'react';
import type { z } from 'zod';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextArea } from '../../../ui/forms/TextArea.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { CodePicker, EntryForm, useEntryForm } from '../../reference-data/web/index.ts';
import type { expertDetail } from '../contract.ts';
import { directoryClient } from './directory-queries.ts';
import { directoryWords } from './directory-words.ts';
import './entry-page.css';

type Props = {
  name: string;
  regionCode: string;
  onDone: (expert: z.infer<typeof expertDetail>) => void;
};

const required = ['name', 'title', 'organisationName', 'research', 'regionCode'] as const;

/** Somebody's own expert profile. */
export function ExpertForm({ name, regionCode, onDone }: Props): ReactElement {
  const t = directoryWords.useText();
  const common = words.useText();
  const form = useEntryForm({
    initial: { name, title: '', organisationName: '', research: '', bio: '', regionCode },
    check: (values) =>
      Object.fromEntries(
        required
          .filter((field) => values[field].trim() === '')
          .map((field) => [field, common('form.required')]),
      ),
    submit: (values, context) => directoryClient.registerExpert({ ...values }, { context }),
    onDone,
  });
  const { values, wrong, set, idOf } = form;
  const labels = {
    name: t('register.expertName'),
    title: t('register.position'),
    organisationName: t('register.organisation'),
    regionCode: t('region'),
    research: t('register.research'),
    bio: t('register.bio'),
  };
  return (
    <EntryForm
      form={form}
      labels={labels}
      submitLabel={t('register.submitExpert')}
      label={t('register.expertTitle')}
    >
      <div className="field-pair">
        <Field id={idOf('name')} label={labels.name} error={wrong.name} required>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="name"
              value={values.name}
              maxLength={60}
              onChange={(value) => set('name', value)}
            />
          )}
        </Field>
        <Field id={idOf('title')} label={labels.title} error={wrong.title} required>
          {(control) => (
            <TextInput
              {...control}
              autoComplete="organization-title"
              value={values.title}
              maxLength={60}
              onChange={(value) => set('title', value)}
            />
          )}
        </Field>
        <Field
          id={idOf('organisationName')}
          label={labels.organisationName}
          error={wrong.organisationName}
          required
        >
          {(control) => (
            <TextInput
              {...control}
              autoComplete="organization"
              value={values.organisationName}
              maxLength={120}
              onChange={(value) => set('organisationName', value)}
            />
          )}
        </Field>
        <Field id={idOf('regionCode')} label={labels.regionCode} error={wrong.regionCode} required>
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
        id={idOf('research')}
        label={labels.research}
        hint={t('register.researchHint')}
        error={wrong.research}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            value={values.research}
            maxLength={500}
            onChange={(value) => set('research', value)}
          />
        )}
      </Field>
      <Field
        id={idOf('bio')}
        label={labels.bio}
        hint={t('register.bioHint')}
        error={wrong.bio}
        markOptional
      >
        {(control) => (
          <TextArea
            {...control}
            value={values.bio}
            maxLength={4000}
            onChange={(value) => set('bio', value)}
          />
        )}
      </Field>
    </EntryForm>
  );
}
