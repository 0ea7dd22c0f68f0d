import type { ReactElement } from 'react';
import { useLanguage } from '../i18n/language.ts';
import { placeItself } from '../i18n/place.ts';
import { words } from '../i18n/words.ts';
import { useSession } from '../session.ts';
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

/** The platform's name and whose it is: “融通 永川科技供需对接”. */
export function Brand(): ReactElement {
  const t = words.useText();
  const place = usePlace();
  return (
    <Link className="brand" to="/">
      <BrandMark />
      <span>{t('brand.name')}</span>
      <small>{place ? t('brand.aboutPlace', { place }) : t('brand.about')}</small>
    </Link>
  );
}

/** Nothing until the session tells, and while it still tells it in the other language. */
function usePlace(): string | undefined {
  const { region } = useSession().session;
  const inChinese = useLanguage() === 'zh-CN';
  if (!region || /\p{Script=Han}/u.test(region.name) !== inChinese) return undefined;
  return placeItself(region.name);
}
