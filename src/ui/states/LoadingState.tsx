import type { ReactElement } from 'react';
import { words } from '../i18n/words.ts';

/** Lines where words will stand; unseen for the first 200 ms. */
export function LoadingState({ lines = 4 }: { lines?: number }): ReactElement {
  const t = words.useText();
  return (
    <output className="skeleton">
      <span className="visually-hidden">{t('page.loading')}</span>
      {Array.from({ length: lines }, (_none, at) => (
        <i key={at} aria-hidden="true" />
      ))}
    </output>
  );
}
