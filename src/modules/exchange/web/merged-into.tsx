import type { ReactElement } from 'react';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import type { ListingKind } from './similar-query.ts';
import { similarWords } from './similar-words.ts';

/** Where a listing that ended in another one went. */
export function MergedInto({
  kind,
  into,
}: {
  kind: ListingKind;
  into: { id: string; title: string } | null;
}): ReactElement {
  const t = similarWords.useText();
  if (into === null) return <>{t('mergedHidden')}</>;
  return (
    <Rich
      book={similarWords}
      k="mergedInto"
      values={{ title: into.title }}
      parts={{ other: <Link to={`/${kind}s/${into.id}`}>{into.title}</Link> }}
    />
  );
}
