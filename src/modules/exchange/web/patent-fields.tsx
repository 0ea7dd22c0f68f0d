import { useId, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { patentStatuses, readPatents, type PatentEntry } from '../domain/patents.ts';
import { partsWords } from './parts-words.ts';
import './parts.css';

/** A line of the form; the status is chosen, so it may still be empty. */
export type PatentLine = { number: string; office: string; status: string };

const isStatus = (value: string): value is PatentEntry['status'] =>
  patentStatuses.some((status) => status === value);

/** What the server gets of the lines that have a number. */
export const patentsSaid = (lines: readonly PatentLine[]): PatentEntry[] =>
  lines
    .filter(({ number }) => number.trim() !== '')
    .map(({ number, office, status }) => ({
      number: number.trim(),
      office: office === 'foreign' ? 'foreign' : 'cn',
      status: isStatus(status) ? status : 'pending',
    }));

type Text = ReturnType<typeof partsWords.useText>;

/** The first thing that is wrong with the lines, in words. */
export function patentProblem(t: Text, lines: readonly PatentLine[]): string | undefined {
  const given = lines.filter(({ number }) => number.trim() !== '');
  const chosen = given.findIndex(({ status }) => !isStatus(status));
  if (chosen >= 0) return t('patents.noStatus', { count: chosen + 1 });
  const read = readPatents(patentsSaid(lines));
  const wrong = read.ok ? undefined : read.wrong[0];
  if (!wrong) return undefined;
  return t(wrong.problem === 'twice' ? 'patents.twice' : 'patents.bad', {
    count: wrong.index + 1,
  });
}

/** Patents of an achievement, one a line. */
export function PatentFields({
  id,
  lines,
  onChange,
  error,
}: {
  id: string;
  lines: readonly PatentLine[];
  onChange: (lines: readonly PatentLine[]) => void;
  error?: string | undefined;
}): ReactElement {
  const t = partsWords.useText();
  const base = useId();
  const set = (at: number, to: Partial<PatentLine>): void =>
    onChange(lines.map((line, index) => (index === at ? { ...line, ...to } : line)));
  return (
    <Field
      id={id}
      label={t('patents.title')}
      hint={t('patents.hint')}
      error={error}
      group
      markOptional
    >
      {() => (
        <>
          {lines.map((line, at) => (
            <div className="patent-row" key={at}>
              <div>
                <label htmlFor={`${base}-${at}-number`}>{t('patents.number')}</label>
                <TextInput
                  id={`${base}-${at}-number`}
                  value={line.number}
                  maxLength={40}
                  placeholder={t('patents.numberExample')}
                  onChange={(number) => set(at, { number })}
                />
              </div>
              <div>
                <label htmlFor={`${base}-${at}-office`}>{t('patents.office')}</label>
                <Select
                  id={`${base}-${at}-office`}
                  value={line.office}
                  placeholder={t('patents.cn')}
                  options={[{ value: 'foreign', label: t('patents.foreign') }]}
                  onChange={(office) => set(at, { office })}
                />
              </div>
              <div>
                <label htmlFor={`${base}-${at}-status`}>{t('patents.status')}</label>
                <Select
                  id={`${base}-${at}-status`}
                  value={line.status}
                  options={patentStatuses.map((value) => ({
                    value,
                    label: t(`patents.state.${value}`),
                  }))}
                  onChange={(status) => set(at, { status })}
                />
              </div>
              <Button
                small
                kind="plain"
                aria-label={t('patents.remove', { count: at + 1 })}
                onClick={() => onChange(lines.filter((_line, index) => index !== at))}
              >
                ✕
              </Button>
            </div>
          ))}
          {lines.length < 30 ? (
            <Button
              small
              kind="plain"
              onClick={() => onChange([...lines, { number: '', office: '', status: '' }])}
            >
              {t('patents.add')}
            </Button>
          ) : null}
        </>
      )}
    </Field>
  );
}
