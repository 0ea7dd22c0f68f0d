import type { InputHTMLAttributes, ReactElement, Ref } from 'react';

type TextInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & {
  value: string;
  onChange: (value: string) => void;
  /** 万元以内, 个月; stands inside at the right. */
  unit?: string;
  /** People's own words. */
  song?: boolean;
  ref?: Ref<HTMLInputElement>;
};

export function TextInput({
  value,
  onChange,
  unit,
  song = false,
  className = '',
  ...rest
}: TextInputProps): ReactElement {
  const invalid = rest['aria-invalid'] ? ' invalid' : '';
  return (
    <div className={`input${song ? ' song' : ''}${invalid} ${className}`.trimEnd()}>
      <input {...rest} value={value} onChange={(event) => onChange(event.target.value)} />
      {unit ? <span className="unit">{unit}</span> : null}
    </div>
  );
}
