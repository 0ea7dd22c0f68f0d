import { useEffect, useRef, type ReactElement, type ReactNode } from 'react';
import { words } from '../i18n/words.ts';
import { takePageFocus } from './page-focus.ts';

type PageTitleProps = {
  /** One full sentence on work pages: state, turn and date. */
  children: ReactNode;
  /** The large sentence of a case. */
  now?: boolean;
  /** Somebody's own words. */
  ownWords?: boolean;
};

/** The page's only h1. It also names the window, and takes focus after navigation. */
export function PageTitle({
  children,
  now = false,
  ownWords = false,
}: PageTitleProps): ReactElement {
  const t = words.useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const text = heading.current?.textContent?.replace(/。$/, '');
    if (text) setWindowTitle(text, t('brand.name'));
  });
  useEffect(() => {
    if (heading.current) takePageFocus(heading.current);
  }, []);
  const classes = [now ? 'now' : '', ownWords ? 'song' : ''].filter(Boolean).join(' ');
  return (
    <h1 ref={heading} tabIndex={-1} className={classes || undefined}>
      {children}
    </h1>
  );
}

export function setWindowTitle(page: string, brand: string): void {
  const title = page === brand ? brand : `${page} · ${brand}`;
  if (document.title !== title) document.title = title;
}
