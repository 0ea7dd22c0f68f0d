import type { ReactElement } from 'react';
import type { Option } from './Select.tsx';

type CheckboxGroupProps = {
  name: string;
  options: readonly Option[];
  values: readonly string[];
  onChange: (values: string[]) => void;
  'aria-describedby'?: string;
};

/** Several of a few; stands in a `Field group`. */
export function CheckboxGroup({
  name,
  options,
  values,
  onChange,
  ...rest
}: CheckboxGroupProps): ReactElement {
  const chosen = new Set(values);
  return (
    <div className="checks">
      {options.map(({ value, label }) => (
        <label className="check" key={value}>
          <input
            type="checkbox"
            name={name}
            value={value}
            checked={chosen.has(value)}
            aria-describedby={rest['aria-describedby']}
            onChange={(event) => {
              const next = new Set(chosen);
              if (event.target.checked) next.add(value);
              else next.delete(value);
              onChange(options.flatMap((option) => (next.has(option.value) ? [option.value] : [])));
            }}
          />
          {label}
        </label>
      ))}
    </div>
  );
}
