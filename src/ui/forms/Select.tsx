import type { ReactElement, SelectHTMLAttributes } from 'react';
import { words } from '../i18n/words.ts';

export type Option = { value: string; label: string; about?: string };

type SelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'onChange' | 'value'> & {
  value: string;
  onChange: (value: string) => void;
  options: readonly Option[];
  /** The first, empty entry; “请选择” unless given. */
  placeholder?: string;
};

export function Select({
  value,
  onChange,
  options,
  placeholder,
  ...rest
}: SelectProps): ReactElement {
  const t = words.useText();
  const invalid = rest['aria-invalid'] ? ' invalid' : '';
  return (
    <div className={`input${invalid}`}>
      <select {...rest} value={value} onChange={(event) => onChange(event.target.value)}>
        <option value="">{placeholder ?? t('form.choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </div>
  );
}
