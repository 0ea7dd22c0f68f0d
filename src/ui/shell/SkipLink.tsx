import type { ReactElement } from 'react';
import { words } from '../i18n/words.ts';

export const mainId = 'main';

export function SkipLink(): ReactElement {
  const t = words.useText();
  return (
    <a
      className="skip"
      href={`#${mainId}`}
      onClick={(event) => {
        event.preventDefault(); // the address stays that of the page
        document.getElementById(mainId)?.focus();
      }}
    >
      {t('skip')}
    </a>
  );
}
