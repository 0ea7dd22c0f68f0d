import type { ReactElement, Ref, TextareaHTMLAttributes } from 'react';

type TextAreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & {
  value: string;
  onChange: (value: string) => void;
  /** People's own words. */
  song?: boolean;
  ref?: Ref<HTMLTextAreaElement>;
};

/** Grows with its text. */
export function TextArea({ value, onChange, song = false, ...rest }: TextAreaProps): ReactElement {
  const invalid = rest['aria-invalid'] ? ' invalid' : '';
  return (
    <div className={`input${song ? ' song' : ''}${invalid}`}>
      <textarea {...rest} value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  );
}
