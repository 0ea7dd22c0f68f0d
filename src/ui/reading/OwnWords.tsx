import type { ReactElement, ReactNode } from 'react';

type OwnWordsProps = {
  children: ReactNode;
  as?: 'p' | 'span' | 'div' | 'blockquote';
  /** Quotation marks, where neither place nor frame says whose words these are. */
  quoted?: boolean;
  lang?: string;
};

/** What people wrote themselves, in Song; the platform never speaks in it. */
export function OwnWords({
  children,
  as: Tag = 'p',
  quoted = false,
  lang,
}: OwnWordsProps): ReactElement {
  return (
    <Tag className={quoted ? 'own-words quoted' : 'own-words'} lang={lang}>
      {children}
    </Tag>
  );
}
