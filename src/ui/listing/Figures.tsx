import type { ReactElement, ReactNode } from 'react';

type FiguresProps = {
  figures: readonly { id: string; value: string; unit?: string; label: ReactNode }[];
};

/** A few large numbers. Period and source belong in a line below. */
export function Figures({ figures }: FiguresProps): ReactElement {
  return (
    <dl className="figures">
      {figures.map(({ id, value, unit, label }) => (
        <div key={id}>
          <dt>{label}</dt>
          <dd>
            {value}
            {unit ? <small>{unit}</small> : null}
          </dd>
        </div>
      ))}
    </dl>
  );
}
