import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { RadioGroup } from '../../../ui/forms/RadioGroup.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { placeName } from '../../reference-data/web/index.ts';
import { expertsQuery, organisationsQuery } from './directory-queries.ts';
import { entryWords } from './entry-words.ts';

export type Picked = { id: string; name: string };

type EntryPickerProps = {
  kind: 'organisation' | 'expert';
  label: string;
  value: Picked | null;
  onChange: (value: Picked | null) => void;
  /** Cannot be chosen: the entry itself. */
  exceptId?: string;
  required?: boolean;
  error?: string | undefined;
  id?: string;
};

const most = 8;

/** One organisation or expert, looked up by name and chosen from what is found. */
export function EntryPicker(props: EntryPickerProps): ReactElement {
  const { kind, label, value, onChange, exceptId, required, error, id } = props;
  const t = entryWords.useText();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  const [short, setShort] = useState(false);
  const input = { q: asked, pageSize: most };
  const organisations = useQuery({
    ...organisationsQuery(input),
    enabled: asked !== '' && kind === 'organisation',
  });
  const experts = useQuery({ ...expertsQuery(input), enabled: asked !== '' && kind === 'expert' });
  const query = kind === 'organisation' ? organisations : experts;
  const found =
    kind === 'organisation'
      ? organisations.data?.items.map((row) => ({
          id: row.id,
          name: row.name,
          about: placeName(row.regionName),
        }))
      : experts.data?.items.map((row) => ({
          id: row.id,
          name: row.name,
          about: `${row.title} ${row.organisationName}`,
        }));
  const find = (): void => {
    const text = typed.trim();
    setShort(text.length < 2);
    if (text.length >= 2) setAsked(text);
  };
  if (value) {
    return (
      <Field label={label} required={required} id={id}>
        {(control) => (
          <p className="picked">
            <b id={control.id} tabIndex={-1}>
              {value.name}
            </b>
            <Button
              kind="plain"
              small
              onClick={() => {
                onChange(null);
                setAsked('');
              }}
            >
              {t('picker.change')}
            </Button>
          </p>
        )}
      </Field>
    );
  }
  const options = (found ?? []).filter((row) => row.id !== exceptId);
  return (
    <div className="entry-picker">
      <Field
        label={label}
        required={required}
        markOptional={!required}
        error={short ? t('picker.typeFirst') : error}
        id={id}
      >
        {(control) => (
          <div className="picker-find">
            <TextInput
              {...control}
              type="search"
              value={typed}
              maxLength={100}
              placeholder={t('picker.search')}
              onChange={setTyped}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                find();
              }}
            />
            <Button onClick={find} pending={query.isFetching}>
              {t('picker.find')}
            </Button>
          </div>
        )}
      </Field>
      {query.error ? <ErrorState error={query.error} onRetry={() => void query.refetch()} /> : null}
      <div aria-live="polite">
        {found && options.length === 0 ? <p className="meta">{t('picker.none')}</p> : null}
        {options.length > 0 ? (
          <RadioGroup
            name={`pick-${kind}`}
            value=""
            onChange={(chosen) => {
              const row = options.find((each) => each.id === chosen);
              if (row) onChange({ id: row.id, name: row.name });
            }}
            options={options.map((row) => ({ value: row.id, label: row.name, about: row.about }))}
          />
        ) : null}
      </div>
    </div>
  );
}
