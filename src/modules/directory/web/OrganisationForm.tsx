import { useState, type ReactElement } from 'react';
import { checkUscc } from '../../../kernel/codes/uscc.ts';
import { Field } from '../../../ui/forms/Field.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { TextArea } from '../../../ui/forms/TextArea.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { CodePicker, EntryForm, useEntryForm } from '../../reference-data/web/index.ts';
import {
  carrierTypes,
  organisationKinds,
  type CarrierType,
  type OrganisationKind,
} from '../domain/directory.policy.ts';
import {
  directoryClient,
  type OrganisationDetail,
  type OrganisationSummary,
} from './directory-queries.ts';
import { directoryWords } from './directory-words.ts';
import { EntryPicker, type Picked } from './EntryPicker.tsx';
import { entryWords } from './entry-words.ts';
import { SimilarOrganisations } from './SimilarEntries.tsx';
import { UsccField } from './UsccField.tsx';
import './entry-page.css';

type Props = {
  /** Where most of those who register are. */
  regionCode: string;
  onDone: (organisation: OrganisationSummary) => void;
  /** Registering makes one its first member; an operator enters one that belongs to nobody. */
  as?: 'member' | 'operator';
  /** The one to be changed, when it is there already. */
  organisation?: OrganisationDetail;
};

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What an organisation says of itself: to register one, to enter one, or to change it. */
export function OrganisationForm(props: Props): ReactElement {
  const { regionCode, onDone, as = 'member', organisation: before } = props;
  const t = directoryWords.useText();
  const entry = entryWords.useText();
  const common = words.useText();
  const [parent, setParent] = useState<Picked | null>(before?.parent ?? null);
  const needsCode = as === 'member' && !before;
  const form = useEntryForm({
    initial: {
      name: before?.name ?? '',
      uscc: before?.uscc ?? '',
      kind: (before?.kind ?? (as === 'operator' ? 'carrier' : 'enterprise')) as string,
      carrierType: (before?.carrierType ?? '') as string,
      regionCode: before?.regionCode ?? regionCode,
      introduction: before?.introduction ?? '',
      aliases: before?.aliases.join('\n') ?? '',
      formerNames: before?.formerNames.join('\n') ?? '',
    },
    check: (values) => {
      const wrong: Partial<Record<keyof typeof values, string>> = {};
      if (values.name.trim().length < 2) wrong.name = common('form.required');
      const code = checkUscc(values.uscc);
      if (values.uscc.trim() === '') {
        if (needsCode) wrong.uscc = common('form.required');
      } else if (!code.ok) {
        wrong.uscc =
          code.problem === 'length'
            ? t('register.usccLength', { count: values.uscc.replaceAll(/\s/g, '').length })
            : t(code.problem === 'alphabet' ? 'register.usccAlphabet' : 'register.usccCheck');
      }
      if (!values.kind) wrong.kind = common('form.required');
      if (!values.regionCode) wrong.regionCode = common('form.required');
      return wrong;
    },
    submit: (values, context): Promise<OrganisationSummary> => {
      const code = checkUscc(values.uscc);
      const typed = values.uscc.trim() === '' ? null : values.uscc;
      const uscc = code.ok ? code.value : typed;
      const carrierType =
        values.kind === 'carrier' && values.carrierType
          ? (values.carrierType as CarrierType)
          : undefined;
      const said = {
        name: values.name.trim(),
        kind: values.kind as OrganisationKind,
        carrierType,
        regionCode: values.regionCode,
        introduction: values.introduction.trim(),
      };
      const call = { context };
      if (before) {
        return directoryClient.reviseOrganisation(
          {
            ...said,
            id: before.id,
            version: before.version,
            uscc,
            carrierType: carrierType ?? null,
            parentId: parent?.id ?? null,
            aliases: linesOf(values.aliases),
            formerNames: linesOf(values.formerNames),
          },
          call,
        );
      }
      return as === 'operator'
        ? directoryClient.enterOrganisation({ ...said, uscc }, call)
        : directoryClient.registerOrganisation({ ...said, uscc: uscc ?? '' }, call);
    },
    onDone,
  });
  const { values, wrong, set, idOf } = form;
  const labels = {
    name: t('register.name'),
    uscc: t('register.uscc'),
    kind: t('register.kind'),
    carrierType: t('register.carrierType'),
    regionCode: t('region'),
    introduction: t('register.introduction'),
    aliases: t('register.aliases'),
    formerNames: t('register.formerNames'),
  };
  const lines = (name: 'aliases' | 'formerNames', hint: string): ReactElement => (
    <Field id={idOf(name)} label={labels[name]} hint={hint} error={wrong[name]} markOptional>
      {(control) => (
        <TextArea
          {...control}
          value={values[name]}
          maxLength={2400}
          onChange={(value) => set(name, value)}
        />
      )}
    </Field>
  );
  return (
    <EntryForm
      form={form}
      labels={labels}
      submitLabel={before ? entry('save') : t('register.submitOrganisation')}
      label={before ? entry('editTitle', { name: before.name }) : t('register.organisationTitle')}
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
        hint={
          needsCode
            ? t('register.usccHint')
            : t(before?.uscc ? 'register.usccFixed' : 'register.usccOptional')
        }
        required={needsCode}
        onChange={(value) => set('uscc', value)}
      />
      {before ? null : <SimilarOrganisations name={values.name} uscc={values.uscc} />}
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
        {values.kind === 'carrier' ? (
          <Field
            id={idOf('carrierType')}
            label={labels.carrierType}
            error={wrong.carrierType}
            markOptional
          >
            {(control) => (
              <Select
                {...control}
                value={values.carrierType}
                onChange={(value) => set('carrierType', value)}
                options={carrierTypes.map((value) => ({
                  value,
                  label: t(`carrierTypes.${value}`),
                }))}
              />
            )}
          </Field>
        ) : null}
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
      {before ? (
        <>
          <div className="field-pair">
            {lines('aliases', t('register.aliasesHint'))}
            {lines('formerNames', t('register.formerNamesHint'))}
          </div>
          <EntryPicker
            kind="organisation"
            label={t('register.parent')}
            value={parent}
            exceptId={before.id}
            onChange={setParent}
          />
        </>
      ) : null}
    </EntryForm>
  );
}
