import type { ReactElement } from 'react';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageState } from '../../../ui/states/PageState.tsx';
import { entryWords } from './entry-words.ts';

/** For those who may read an entry but not keep it. */
export function NotYours({ to, name }: { to: string; name: string }): ReactElement {
  const t = entryWords.useText();
  return (
    <PageState
      title={t('notYours')}
      actions={
        <Link className="button" to={to}>
          {t('back', { name })}
        </Link>
      }
    >
      {t('notYoursText')}
    </PageState>
  );
}
