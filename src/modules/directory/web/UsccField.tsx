import type { ReactElement } from 'react';
import { checkUscc } from '../../../kernel/codes/uscc.ts';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { Verdict } from '../../../ui/reading/Verdict.tsx';
import { placeName, useCodeNames } from '../../reference-data/web/index.ts';
import { directoryWords } from './directory-words.ts';

type UsccFieldProps = {
  id: string;
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
  hint?: string;
  required?: boolean;
};

const codeLength = 18;

/** A unified social credit code that is checked while it is typed. */
export function UsccField(props: UsccFieldProps): ReactElement {
  const { id, value, onChange, error, hint, required = true } = props;
  const t = directoryWords.useText();
  const check = checkUscc(value);
  const codes = check.ok ? [{ kind: 'region' as const, code: check.regionCode }] : [];
  const names = useCodeNames(codes);
  const place = check.ok ? names.get(check.regionCode)?.path : undefined;
  const typed = value.replaceAll(/\s/g, '').length;
  const state = check.ok ? (
    <Verdict kind="yes">
      {place ? t('register.usccGoodAt', { place: placeName(place) }) : t('register.usccGood')}
    </Verdict>
  ) : check.problem === 'length' && typed <= codeLength ? (
    t('register.usccTyped', { count: typed })
  ) : (
    <Verdict kind="no">{t(`register.${problemKey[check.problem]}`, { count: typed })}</Verdict>
  );
  return (
    <Field
      id={id}
      label={t('register.uscc')}
      hint={hint ?? t('register.usccHint')}
      error={error}
      required={required}
      markOptional={!required}
    >
      {(control) => (
        <>
          <TextInput
            {...control}
            value={value}
            onChange={onChange}
            autoComplete="off"
            spellCheck={false}
            className="uscc"
          />
          <p className="uscc-state" aria-live="polite">
            {typed > 0 && !error ? state : null}
          </p>
        </>
      )}
    </Field>
  );
}

const problemKey = {
  length: 'usccLength',
  alphabet: 'usccAlphabet',
  check: 'usccCheck',
} as const;
