import type { ReactElement, ReactNode } from 'react';
import { ApiFailure, statusText } from '../api-failure.ts';
import { Button } from '../controls/Button.tsx';
import { words } from '../i18n/words.ts';
import { Bead } from '../reading/Bead.tsx';

type ErrorStateProps = {
  /** What was thrown; an `ApiFailure` brings its words and request id. */
  error: unknown;
  title?: string;
  onRetry?: () => void;
  actions?: ReactNode;
};

/** What happened and what to do. */
export function ErrorState({ error, title, onRetry, actions }: ErrorStateProps): ReactElement {
  const t = words.useText();
  const failure = error instanceof ApiFailure ? error : undefined;
  return (
    <div className="state inside" role="alert">
      <h2>
        <Bead kind="no" />
        {title ?? t('failure.title')}
      </h2>
      <p>{failure?.message ?? statusText(500)}</p>
      {failure?.requestId ? (
        <p className="meta">{t('form.requestId', { id: failure.requestId })}</p>
      ) : null}
      {onRetry || actions ? (
        <div className="acts">
          {onRetry ? <Button onClick={onRetry}>{t('button.retry')}</Button> : null}
          {actions}
        </div>
      ) : null}
    </div>
  );
}
