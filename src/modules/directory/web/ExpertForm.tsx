import type { ReactElement } from 'react';
import { checkOrcid } from '../../../kernel/codes/orcid.ts';
import { CheckboxGroup } from '../../../ui/forms/CheckboxGroup.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { TextArea } from '../../../ui/forms/TextArea.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { CodePicker, EntryForm, useEntryForm, useFields } from '../../reference-data/web/index.ts';
import { languageCodes, type Availability, type LanguageCode } from '../domain/experts.ts';
import { directoryClient, type ExpertDetail } from './directory-queries.ts';
import { directoryWords } from './directory-words.ts';
import { entryWords } from './entry-words.ts';
import { SimilarExperts } from './SimilarEntries.tsx';
import './entry-page.css';

type Props = {
  name: string;
  regionCode: string;
  onDone: (expert: ExpertDetail) => void;
  /** The profile to be changed, when it is there already. */
  expert?: ExpertDetail;
};

const required = ['name', 'title', 'organisationName', 'research', 'regionCode'] as const;

const initialOf = ({ name, regionCode, expert }: Props) => ({
  name: expert?.name ?? name,
  title: expert?.title ?? '',
  organisationName: expert?.organisationName ?? '',
  research: expert?.research ?? '',
  bio: expert?.bio ?? '',
  regionCode: expert?.regionCode ?? regionCode,
  fields: (expert?.fields.map(({ code }) => code) ?? []) as readonly string[],
  languages: (expert?.languages ?? ['zh']) as readonly string[],
  orcid: expert?.orcid ?? '',
  availability: (expert?.availability ?? '') as string,
  availabilityDay: expert?.availabilityDay ?? '',
  availabilityWords: expert?.availabilityWords ?? '',
});
type Values = ReturnType<typeof initialOf>;

const said = (values: Values) => ({
  name: values.name,
  title: values.title,
  organisationName: values.organisationName,
  research: values.research,
  bio: values.bio,
  regionCode: values.regionCode,
  fields: [...values.fields],
  languages: [...values.languages] as LanguageCode[],
  orcid: values.orcid.trim() || null,
  availability: (values.availability || null) as Availability | null,
  availabilityDay: values.availabilityDay || null,
  availabilityWords: values.availabilityWords,
});

/** An expert profile: to enter one's own, or to change it. */
export function ExpertForm(props: Props): ReactElement {
  const { onDone, expert } = props;
  const t = directoryWords.useText();
  const entry = entryWords.useText();
  const common = words.useText();
  const fields = useFields();
  const form = useEntryForm({
    initial: initialOf(props),
    check: (values) => {
      const wrong: Partial<Record<keyof Values, string>> = {};
      for (const field of required) {
        if (values[field].trim() === '') wrong[field] = common('form.required');
      }
      const orcid = checkOrcid(values.orcid);
      if (values.orcid.trim() !== '' && !orcid.ok) {
        wrong.orcid =
          orcid.problem === 'length'
            ? t('register.orcidLength', { count: values.orcid.replaceAll(/[\s-]/g, '').length })
            : t(orcid.problem === 'alphabet' ? 'register.orcidAlphabet' : 'register.orcidCheck');
      }
      return wrong;
    },
    submit: (values, context) =>
      expert
        ? directoryClient.reviseExpert(
            { id: expert.id, version: expert.version, ...said(values) },
            { context },
          )
        : directoryClient.registerExpert(said(values), { context }),
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
    fields: t('register.fields'),
    languages: t('register.languages'),
    orcid: t('register.orcid'),
    availability: t('register.availability'),
    availabilityDay: t('register.availabilityDay'),
    availabilityWords: t('register.availabilityWords'),
  };
  type TextField = Exclude<keyof Values, 'fields' | 'languages'>;
  const line = (
    name: TextField,
    max: number,
    extra: { hint?: string; autoComplete?: string; type?: string } = {},
  ): ReactElement => {
    const needed = (required as readonly string[]).includes(name);
    return (
      <Field
        id={idOf(name)}
        label={labels[name]}
        hint={extra.hint}
        error={wrong[name]}
        required={needed}
        markOptional={!needed}
      >
        {(control) => (
          <TextInput
            {...control}
            type={extra.type}
            autoComplete={extra.autoComplete ?? 'off'}
            value={values[name]}
            maxLength={max}
            onChange={(value) => set(name, value)}
          />
        )}
      </Field>
    );
  };
  return (
    <EntryForm
      form={form}
      labels={labels}
      submitLabel={expert ? entry('save') : t('register.submitExpert')}
      label={expert ? entry('editTitle', { name: expert.name }) : t('register.expertTitle')}
    >
      <div className="field-pair">
        {line('name', 60, { autoComplete: 'name' })}
        {line('title', 60, { autoComplete: 'organization-title' })}
        {line('organisationName', 120, { autoComplete: 'organization' })}
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
      {expert ? null : (
        <SimilarExperts
          name={values.name}
          organisationName={values.organisationName}
          orcid={values.orcid}
        />
      )}
      {line('research', 500, { hint: t('register.researchHint') })}
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
      <Field id={idOf('fields')} label={labels.fields} error={wrong.fields} markOptional group>
        {() => (
          <CheckboxGroup
            name="fields"
            options={fields}
            values={values.fields}
            onChange={(value) => set('fields', value)}
          />
        )}
      </Field>
      <Field id={idOf('languages')} label={labels.languages} markOptional group>
        {() => (
          <CheckboxGroup
            name="languages"
            options={languageCodes.map((value) => ({ value, label: t(`languages.${value}`) }))}
            values={values.languages}
            onChange={(value) => set('languages', value)}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field id={idOf('availability')} label={labels.availability} markOptional>
          {(control) => (
            <Select
              {...control}
              placeholder={t('register.availabilityUnknown')}
              value={values.availability}
              onChange={(value) => set('availability', value)}
              options={[
                { value: 'available', label: t('register.availabilityFrom') },
                { value: 'busy', label: t('register.availabilityBusy') },
                { value: 'unavailable', label: t('register.availabilityNone') },
              ]}
            />
          )}
        </Field>
        {values.availability === 'available' || values.availability === 'busy'
          ? line('availabilityDay', 10, { type: 'date' })
          : null}
      </div>
      {line('availabilityWords', 200, { hint: t('register.availabilityWordsHint') })}
      {line('orcid', 60, { hint: t('register.orcidHint') })}
    </EntryForm>
  );
}
