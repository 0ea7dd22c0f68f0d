import type { ReactElement } from 'react';
import { words } from '../i18n/words.ts';

/** What the three kinds of marks and their numbers mean. */
export function MarkLegend(): ReactElement {
  const t = words.useText();
  return (
    <ul className="meta">
      <li>
        <mark className="met short">{t('reasons.markMet')}</mark>　{t('reasons.markMetText')}
      </li>
      <li>
        <mark className="near short">{t('reasons.markNear')}</mark>　{t('reasons.markNearText')}
      </li>
      <li>
        <mark className="read short">{t('reasons.markRead')}</mark>　{t('reasons.markReadText')}
      </li>
      <li>{t('reasons.markPair')}</li>
    </ul>
  );
}
