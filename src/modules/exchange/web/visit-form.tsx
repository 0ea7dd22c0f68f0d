import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextArea } from '../../../ui/forms/TextArea.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { useGo } from '../../../ui/navigation.ts';
import { characterCount } from '../../../ui/text-length.ts';
import { EntryForm, useEntryForm } from '../../reference-data/web/index.ts';
import { partsWords } from './parts-words.ts';
import { organisationsQuery, visitQuery, type VisitDetail } from './visit-queries.ts';
import './visits.css';

export type VisitTexts = {
  organisationId: string;
  organisationName: string;
  visitedOn: string;
  visitors: string;
  met: string;
  situation: string;
  problem: string;
  wanted: string;
  promised: string;
};

type Said = Omit<VisitTexts, 'organisationName'>;

/** What was seen and heard on a visit, in sections. */
export function VisitForm({
  initial,
  fixed,
  submit,
}: {
  initial: VisitTexts;
  /** The organisation of a record that exists already. */
  fixed: boolean;
  submit: (said: Said, context: { idempotencyKey: string }) => Promise<VisitDetail>;
}): ReactElement {
  const t = partsWords.useText();
  const common = words.useText();
  const go = useGo();
  const queries = useQueryClient();
  const form = useEntryForm({
    initial,
    check: (values) => {
      const wrong: Partial<Record<keyof VisitTexts, string>> = {};
      for (const name of ['organisationId', 'visitedOn', 'visitors', 'met', 'problem'] as const) {
        if (values[name].trim() === '') wrong[name] = common('form.required');
      }
      const count = characterCount(values.problem.trim());
      if (count > 0 && count < 10) wrong.problem = t('visits.tooShort', { count });
      return wrong;
    },
    submit: ({ organisationName: _name, ...said }, context) => submit(said, context),
    onDone: (visit) => {
      queries.setQueryData(visitQuery(visit.id).queryKey, visit);
      void queries.invalidateQueries({ queryKey: ['visits', 'list'] });
      go(`/visits/${visit.id}`);
    },
  });
  const { values, wrong, set, idOf } = form;
  const labels = {
    organisationId: t('visits.organisation'),
    organisationName: t('visits.organisation'),
    visitedOn: t('visits.day'),
    visitors: t('visits.visitors'),
    met: t('visits.met'),
    situation: t('visits.situation'),
    problem: t('visits.problem'),
    wanted: t('visits.wanted'),
    promised: t('visits.promised'),
  };
  const line = (name: 'visitors' | 'met', hint?: string): ReactElement => (
    <Field id={idOf(name)} label={labels[name]} hint={hint} error={wrong[name]} required>
      {(control) => (
        <TextInput
          {...control}
          maxLength={200}
          value={values[name]}
          onChange={(value) => set(name, value)}
        />
      )}
    </Field>
  );
  const prose = (
    name: 'situation' | 'problem' | 'wanted' | 'promised',
    most: number,
  ): ReactElement => (
    <Field
      id={idOf(name)}
      label={labels[name]}
      hint={name === 'problem' ? t('visits.problemHint') : undefined}
      error={wrong[name]}
      required={name === 'problem'}
      markOptional={name !== 'problem'}
    >
      {(control) => (
        <TextArea
          {...control}
          song
          maxLength={most}
          rows={Math.min(8, 3 + Math.floor(characterCount(values[name]) / 60))}
          value={values[name]}
          onChange={(value) => set(name, value)}
        />
      )}
    </Field>
  );
  return (
    <EntryForm form={form} labels={labels} submitLabel={t('visits.save')}>
      <OrganisationField
        id={idOf('organisationId')}
        label={labels.organisationId}
        error={wrong.organisationId}
        chosen={values.organisationId ? values.organisationName : ''}
        fixed={fixed}
        onChoose={(id, name) => {
          set('organisationId', id);
          set('organisationName', name);
        }}
      />
      <Field id={idOf('visitedOn')} label={labels.visitedOn} error={wrong.visitedOn} required>
        {(control) => (
          <TextInput
            {...control}
            type="date"
            value={values.visitedOn}
            onChange={(value) => set('visitedOn', value)}
          />
        )}
      </Field>
      {line('visitors')}
      {line('met', t('visits.metHint'))}
      {prose('problem', 5000)}
      {prose('wanted', 2000)}
      {prose('situation', 3000)}
      {prose('promised', 2000)}
    </EntryForm>
  );
}

function OrganisationField({
  id,
  label,
  error,
  chosen,
  fixed,
  onChoose,
}: {
  id: string;
  label: string;
  error: string | undefined;
  chosen: string;
  fixed: boolean;
  onChoose: (id: string, name: string) => void;
}): ReactElement {
  const t = partsWords.useText();
  const [q, setQ] = useState('');
  const { data } = useQuery(organisationsQuery(q));
  if (chosen) {
    return (
      <Field id={id} label={label} required>
        {(control) => (
          <div className="visit-acts">
            <output {...control} tabIndex={-1}>
              {chosen}
            </output>
            {fixed ? null : (
              <Button small kind="plain" onClick={() => onChoose('', '')}>
                {t('visits.change')}
              </Button>
            )}
          </div>
        )}
      </Field>
    );
  }
  return (
    <Field id={id} label={label} hint={t('visits.organisationHint')} error={error} required>
      {(control) => (
        <>
          <TextInput {...control} value={q} onChange={setQ} />
          <ul className="visit-found" aria-live="polite">
            {data?.items.map((organisation) => (
              <li key={organisation.id}>
                <Button small onClick={() => onChoose(organisation.id, organisation.name)}>
                  {organisation.name}
                </Button>
                <span className="meta">{organisation.regionName}</span>
              </li>
            ))}
            {data?.items.length === 0 ? <li className="meta">{t('visits.noneFound')}</li> : null}
          </ul>
        </>
      )}
    </Field>
  );
}
