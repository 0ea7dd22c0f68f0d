import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { peopleQuery, type Person } from './team-queries.ts';
import { teamWords } from './team-words.ts';

/** Finds an expert or a broker by name, organisation or field. */
export function PickPerson({
  label,
  chosen,
  onChoose,
  accept = () => true,
}: {
  label: string;
  chosen: Person | undefined;
  onChoose: (person: Person) => void;
  accept?: (person: Person) => boolean;
}): ReactElement {
  const t = teamWords.useText();
  const [q, setQ] = useState('');
  const { data, isFetching } = useQuery(peopleQuery(q));
  const found = (data ?? []).filter(accept).slice(0, 8);
  return (
    <div className="pick-person">
      <Field label={label} hint={t('form.findHint')}>
        {(control) => <TextInput {...control} name="q" value={q} onChange={setQ} />}
      </Field>
      {chosen ? <p className="chosen">{t('form.chosen', { name: chosen.name })}</p> : null}
      {q.trim() !== '' && data !== undefined && found.length === 0 && !isFetching ? (
        <p className="meta">{t('form.findNone')}</p>
      ) : null}
      {found.length > 0 ? (
        <ul>
          {found.map((person) => (
            <li key={person.expertId ?? person.userId}>
              <span>
                <b>{person.name}</b>
                <span className="meta">
                  {t(`team.${person.kind}`)}　{person.about}
                </span>
              </span>
              <Button
                small
                aria-label={`${t('form.choose')} ${person.name}`}
                onClick={() => onChoose(person)}
              >
                {t('form.choose')}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
