import type { ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { Link } from '../shell/Link.tsx';
import { PageState } from './PageState.tsx';

export function NotFound(): ReactElement {
  const t = words.useText();
  return (
    <PageState
      title={t('page.notFound')}
      actions={
        <Link className="button primary" to="/">
          {t('page.toHome')}
        </Link>
      }
    >
      {t('page.notFoundText')}
    </PageState>
  );
}
