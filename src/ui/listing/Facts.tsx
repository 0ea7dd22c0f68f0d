import type { ReactElement, ReactNode } from 'react';

type FactsProps = { facts: readonly { label: string; value: ReactNode }[] };

/** Names and values; facts without a value are left out. */
export function Facts({ facts }: FactsProps): ReactElement {
  return (
    <dl className="facts">
      {facts
        .filter(({ value }) => value !== null && value !== undefined && value !== '')
        .map(({ label, value }) => [
          <dt key={`${label}-name`}>{label}</dt>,
          <dd key={`${label}-value`}>{value}</dd>,
        ])}
    </dl>
  );
}
