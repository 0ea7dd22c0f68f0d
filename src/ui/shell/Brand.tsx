import type { ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { Link } from './Link.tsx';

/** Two brackets facing each other: who asks, who answers, and the point where they meet. */
export function BrandMark(): ReactElement {
  return (
    <svg viewBox="0 0 30 30" fill="none" aria-hidden="true">
      <path d="M4 19V4h15" stroke="currentColor" strokeWidth="3" />
      <path d="M26 11v15H11" stroke="var(--zhu)" strokeWidth="3" />
      <circle cx="15" cy="15" r="4" fill="var(--zhu)" />
    </svg>
  );
}

export function Brand({ place }: { place?: string }): ReactElement {
  const t = words.useText();
  return (
    <Link className="brand" to="/">
      <BrandMark />
      <span>{t('brand.name')}</span>
      <small>{place ?? t('brand.place')}</small>
    </Link>
  );
}
