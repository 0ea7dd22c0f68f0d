import type { ReactElement } from 'react';
import { ApiFailure } from '../api-failure.ts';
import { Button } from '../controls/Button.tsx';
import { words } from '../i18n/words.ts';
import { Link } from '../shell/Link.tsx';
import { PageState } from './PageState.tsx';

/** Where a page threw: the shell stays, the reader learns what to do. */
export function Crashed({ error, onRetry }: { error: unknown; onRetry: () => void }): ReactElement {
  const t = words.useText();
  return (
    <PageState
      title={t('failure.crashed')}
      actions={
        <>
          <Button kind="primary" onClick={onRetry}>
            {t('button.retry')}
          </Button>
          <Link className="button" to="/">
            {t('page.toHome')}
          </Link>
        </>
      }
    >
      {error instanceof ApiFailure ? error.message : t('failure.crashedText')}
    </PageState>
  );
}
