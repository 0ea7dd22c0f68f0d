import type { ReactElement } from 'react';

type FiltersProps<V extends string> = {
  label: string;
  options: readonly { value: V; label: string; count?: number }[];
  value: V;
  onChange: (value: V) => void;
};

/** One of a few ways to look at a list: “全部 3, 成果 2, 专家 1”. */
export function Filters<V extends string>({
  label,
  options,
  value,
  onChange,
}: FiltersProps<V>): ReactElement {
  return (
    <fieldset className="filters">
      <legend className="visually-hidden">{label}</legend>
      {options.map((option) => (
        <button
          key={option.value}
          type="button"
          className="filter"
          aria-pressed={option.value === value}
          onClick={() => onChange(option.value)}
        >
          {option.label}
          {option.count === undefined ? null : ` ${option.count}`}
        </button>
      ))}
    </fieldset>
  );
}
