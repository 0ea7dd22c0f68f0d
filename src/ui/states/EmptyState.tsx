import type { ReactElement, ReactNode } from 'react';
import { words } from '../i18n/words.ts';
import { Bead } from '../reading/Bead.tsx';

type EmptyStateProps = {
  /** A sentence: “还没有人提过这样的难题。” */
  title?: string;
  children?: ReactNode;
  /** What can be done about it. */
  actions?: ReactNode;
};

export function EmptyState({ title, children, actions }: EmptyStateProps): ReactElement {
  const t = words.useText();
  return (
    <div className="state inside">
      <h2>
        <Bead kind="none" />
        {title ?? t('empty.title')}
      </h2>
      {children ? <p>{children}</p> : null}
      {actions ? <div className="acts">{actions}</div> : null}
    </div>
  );
}
