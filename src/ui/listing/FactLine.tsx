import type { ReactElement, ReactNode } from 'react';

type FactLineProps = {
  /** What is not known is left out. */
  facts: readonly (string | null | undefined | false)[];
  /** Before the facts: what kind of thing this is. */
  lead?: ReactNode;
  className?: string;
};

/** Facts one after the other; on a narrow screen the line breaks between two, not within one. */
export function FactLine({ facts, lead, className = '' }: FactLineProps): ReactElement {
  const known = facts.filter((fact): fact is string => Boolean(fact));
  return (
    <span className={`meta fact-line ${className}`.trimEnd()}>
      {lead}
      {known.map((fact, at) => (
        // The space is for those who hear or copy the line.
        <span key={`${at}-${fact}`}>{fact} </span>
      ))}
    </span>
  );
}
