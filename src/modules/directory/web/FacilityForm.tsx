import { useState, type ReactElement } from 'react';
import { Field } from '../../../ui/forms/Field.tsx';
import { RadioGroup } from '../../../ui/forms/RadioGroup.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { TextArea } from '../../../ui/forms/TextArea.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { CodePicker, EntryForm, useEntryForm } from '../../reference-data/web/index.ts';
import { facilityCategories, type FacilityCategory } from '../domain/facilities.ts';
import { facilitiesClient, type FacilityDetail } from './directory-queries.ts';
import { facilityWords } from './facility-words.ts';
import { OpeningEditor } from './OpeningEditor.tsx';
import { useLength } from './opening-words.ts';
import './entry-page.css';
import './facility.css';

type Props = {
  /** Whose it is to be. */
  organisation: { id: string; regionCode: string };
  /** The one to be changed, when it is there already. */
  facility?: FacilityDetail;
  onDone: (facility: FacilityDetail) => void;
};

const slots = [15, 30, 45, 60, 90, 120, 180, 240, 480];
const longest = [30, 60, 90, 120, 180, 240, 360, 480, 720, 1440];

/** What others may use of an organisation, and when: to enter it, or to change it. */
export function FacilityForm({ organisation, facility, onDone }: Props): ReactElement {
  const t = facilityWords.useText();
  const common = words.useText();
  const length = useLength();
  const [opening, setOpening] = useState(facility?.opening ?? []);
  const form = useEntryForm({
    initial: {
      name: facility?.name ?? '',
      category: (facility?.category ?? '') as string,
      model: facility?.model ?? '',
      abilities: facility?.abilities ?? '',
      place: facility?.place ?? '',
      regionCode: facility?.regionCode ?? organisation.regionCode,
      fee: facility?.fee ?? '',
      slotMinutes: String(facility?.slotMinutes ?? 60),
      leadDays: String(facility?.leadDays ?? 1),
      longestMinutes: String(facility?.longestMinutes ?? 480),
      needsApproval: (facility?.needsApproval ?? true) ? 'yes' : 'no',
    },
    check: (values) => {
      const wrong: Partial<Record<keyof typeof values, string>> = {};
      for (const name of ['name', 'category', 'abilities', 'regionCode'] as const) {
        if (values[name].trim() === '') wrong[name] = common('form.required');
      }
      if (!/^\d{1,2}$/.test(values.leadDays.trim()) || Number(values.leadDays) > 60) {
        wrong.leadDays = t('form.number', { min: 0, max: 60 });
      }
      return wrong;
    },
    submit: (values, context) => {
      const said = {
        name: values.name,
        category: values.category as FacilityCategory,
        model: values.model,
        abilities: values.abilities,
        place: values.place,
        regionCode: values.regionCode,
        fee: values.fee,
        opening: [...opening],
        slotMinutes: Number(values.slotMinutes),
        leadDays: Number(values.leadDays),
        longestMinutes: Number(values.longestMinutes),
        needsApproval: values.needsApproval === 'yes',
      };
      return facility
        ? facilitiesClient.reviseFacility(
            { id: facility.id, version: facility.version, ...said },
            { context },
          )
        : facilitiesClient.enterFacility({ organisationId: organisation.id, ...said }, { context });
    },
    onDone,
  });
  const { values, wrong, set, idOf } = form;
  const labels = {
    name: t('form.name'),
    category: t('facts.category'),
    model: t('form.model'),
    abilities: t('form.abilities'),
    place: t('form.place'),
    regionCode: t('facts.region'),
    fee: t('form.fee'),
    slotMinutes: t('form.slot'),
    leadDays: t('form.lead'),
    longestMinutes: t('form.longest'),
    needsApproval: t('form.approval'),
  };
  const line = (
    name: 'name' | 'model' | 'place' | 'fee' | 'leadDays',
    max: number,
    hint?: string,
  ): ReactElement => (
    <Field
      id={idOf(name)}
      label={labels[name]}
      hint={hint}
      error={wrong[name]}
      required={name === 'name' || name === 'leadDays'}
      markOptional={name !== 'name' && name !== 'leadDays'}
    >
      {(control) => (
        <TextInput
          {...control}
          value={values[name]}
          maxLength={max}
          inputMode={name === 'leadDays' ? 'numeric' : undefined}
          onChange={(value) => set(name, value)}
        />
      )}
    </Field>
  );
  const minutes = (
    name: 'slotMinutes' | 'longestMinutes',
    options: readonly number[],
  ): ReactElement => {
    const all = options.includes(Number(values[name]))
      ? options
      : [...options, Number(values[name])];
    return (
      <Field id={idOf(name)} label={labels[name]} error={wrong[name]} required>
        {(control) => (
          <Select
            {...control}
            value={values[name]}
            onChange={(value) => set(name, value || values[name])}
            options={all.map((value) => ({ value: String(value), label: length(value) }))}
          />
        )}
      </Field>
    );
  };
  return (
    <EntryForm
      form={form}
      labels={labels}
      submitLabel={t(facility ? 'form.save' : 'form.submit')}
      label={t('enter')}
    >
      {line('name', 120)}
      <div className="field-pair">
        <Field id={idOf('category')} label={labels.category} error={wrong.category} required>
          {(control) => (
            <Select
              {...control}
              value={values.category}
              onChange={(value) => set('category', value)}
              options={facilityCategories.map((value) => ({
                value,
                label: t(`categories.${value}`),
              }))}
            />
          )}
        </Field>
        {line('model', 120)}
      </div>
      <Field
        id={idOf('abilities')}
        label={labels.abilities}
        hint={t('form.abilitiesHint')}
        error={wrong.abilities}
        required
      >
        {(control) => (
          <TextArea
            {...control}
            value={values.abilities}
            maxLength={2000}
            onChange={(value) => set('abilities', value)}
          />
        )}
      </Field>
      <div className="field-pair">
        {line('place', 200, t('form.placeHint'))}
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
      {line('fee', 200, t('form.feeHint'))}
      <div className="field-group">
        <h2>{t('form.rules')}</h2>
        <p className="ink-2">{t('form.rulesText')}</p>
      </div>
      <OpeningEditor value={opening} onChange={setOpening} />
      {opening.length > 0 ? (
        <>
          <div className="field-pair">
            {minutes('slotMinutes', slots)}
            {minutes('longestMinutes', longest)}
            {line('leadDays', 2)}
          </div>
          <Field label={labels.needsApproval} group>
            {() => (
              <RadioGroup
                name="needsApproval"
                value={values.needsApproval}
                onChange={(value) => set('needsApproval', value)}
                options={[
                  { value: 'yes', label: t('form.approvalYes') },
                  { value: 'no', label: t('form.approvalNo') },
                ]}
              />
            )}
          </Field>
        </>
      ) : null}
    </EntryForm>
  );
}
