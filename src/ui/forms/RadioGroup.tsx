import type { ReactElement } from 'react';
import type { Option } from './Select.tsx';

type RadioGroupProps = {
  name: string;
  /** With `about` they stand as rows with their explanation, else as a line of boxes. */
  options: readonly Option[];
  value: string;
  onChange: (value: string) => void;
  'aria-describedby'?: string;
};

/** One of a few; stands in a `Field group`. */
export function RadioGroup({
  name,
  options,
  value,
  onChange,
  ...rest
}: RadioGroupProps): ReactElement {
  const rows = options.some((option) => option.about);
  return (
    <div className={rows ? 'choices' : 'checks'}>
      {options.map((option) => (
        <label className={rows ? 'choice' : 'check'} key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            aria-describedby={rest['aria-describedby']}
            onChange={() => onChange(option.value)}
          />
          {rows ? (
            <>
              <span className="name">{option.label}</span>
              <span className="about">{option.about}</span>
            </>
          ) : (
            option.label
          )}
        </label>
      ))}
    </div>
  );
}
