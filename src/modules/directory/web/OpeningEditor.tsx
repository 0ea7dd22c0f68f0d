import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { CheckboxGroup } from '../../../ui/forms/CheckboxGroup.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import type { OpeningHours } from '../domain/facilities.ts';
import { facilityWords } from './facility-words.ts';
import { useWeekday } from './opening-words.ts';

const days = [1, 2, 3, 4, 5, 6, 7];
const workdays = ['1', '2', '3', '4', '5'];

/** Opening hours of the week: hours are added to several days at once, and removed one by one. */
export function OpeningEditor({
  value,
  onChange,
}: {
  value: readonly OpeningHours[];
  onChange: (value: OpeningHours[]) => void;
}): ReactElement {
  const t = facilityWords.useText();
  const weekday = useWeekday();
  const [chosen, setChosen] = useState<readonly string[]>(workdays);
  const [from, setFrom] = useState('09:00');
  const [until, setUntil] = useState('17:00');
  const [wrong, setWrong] = useState(false);
  const add = (): void => {
    const bad = from === '' || until === '' || from >= until || chosen.length === 0;
    setWrong(bad);
    if (bad) return;
    const added = chosen
      .map(Number)
      .filter(
        (day) =>
          !value.some((each) => each.weekday === day && each.from === from && each.until === until),
      )
      .map((day) => ({ weekday: day, from, until }));
    onChange(
      [...value, ...added].sort((a, b) => a.weekday - b.weekday || a.from.localeCompare(b.from)),
    );
  };
  return (
    <fieldset className="opening-editor field">
      <legend>{t('form.opening')}</legend>
      {value.length === 0 ? (
        <p className="meta">{t('form.noHours')}</p>
      ) : (
        <ul>
          {value.map((hours) => (
            <li key={`${hours.weekday}${hours.from}${hours.until}`}>
              {weekday(hours.weekday)} {hours.from}–{hours.until}
              <Button
                kind="plain"
                small
                aria-label={t('form.removeHours', { ...hours, day: weekday(hours.weekday) })}
                onClick={() => onChange(value.filter((each) => each !== hours))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
      <Field label={t('form.weekday')} group>
        {() => (
          <CheckboxGroup
            name="weekdays"
            values={chosen}
            onChange={setChosen}
            options={days.map((day) => ({ value: String(day), label: weekday(day) }))}
          />
        )}
      </Field>
      <div className="hours">
        <Field label={t('form.from')} error={wrong ? t('form.hoursWrong') : undefined}>
          {(control) => <TextInput {...control} type="time" value={from} onChange={setFrom} />}
        </Field>
        <Field label={t('form.until')}>
          {(control) => <TextInput {...control} type="time" value={until} onChange={setUntil} />}
        </Field>
        <Button onClick={add}>{t('form.addHours')}</Button>
      </div>
    </fieldset>
  );
}
