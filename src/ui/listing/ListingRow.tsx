import type { ReactElement, ReactNode } from 'react';
import { Link } from '../shell/Link.tsx';
import { FactLine } from './FactLine.tsx';

type ListingRowProps = {
  title: ReactNode;
  to?: string;
  /** The title is somebody's own words: needs, not achievements. */
  ownWords?: boolean;
  /** One line of facts. */
  about: readonly (string | null | undefined | false)[];
  /** “2 项候选”, “还没有人答”. */
  outcome?: ReactNode;
  /** Below, over the whole width: reasons or an excerpt. */
  children?: ReactNode;
  level?: 2 | 3 | 4;
};

/** A listing as one line on paper, its outcome at the right. */
export function ListingRow({
  title,
  to,
  ownWords = false,
  about,
  outcome,
  children,
  level = 3,
}: ListingRowProps): ReactElement {
  const Heading = `h${level}` as const;
  return (
    <article className="row">
      <Heading className={ownWords ? 'title song' : 'title'}>
        {to ? <Link to={to}>{title}</Link> : title}
      </Heading>
      {about.some(Boolean) ? <FactLine className="about" facts={about} /> : null}
      {outcome === undefined ? null : <div className="outcome">{outcome}</div>}
      {children}
    </article>
  );
}
