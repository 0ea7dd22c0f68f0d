import type { ReactElement, ReactNode } from 'react';
import { PageTitle } from '../shell/PageTitle.tsx';

/** A whole page that has only one thing to say. */
export function PageState({
  title,
  children,
  actions,
}: {
  title: string;
  children: ReactNode;
  actions?: ReactNode;
}): ReactElement {
  return (
    <div className="wrap state">
      <PageTitle>{title}</PageTitle>
      <p>{children}</p>
      {actions ? <div className="acts">{actions}</div> : null}
    </div>
  );
}
