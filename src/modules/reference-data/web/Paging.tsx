import type { ReactElement } from 'react';
import { useSearchTexts } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { referenceWords } from './reference-words.ts';

type PagingProps = { path: string; page: number; pageSize: number; total: number };

/** Earlier and later pages of a list, as addresses. */
export function Paging({ path, page, pageSize, total }: PagingProps): ReactElement | null {
  const t = referenceWords.useText();
  const search = useSearchTexts();
  const pages = Math.max(1, Math.ceil(total / pageSize));
  if (pages === 1 && page === 1) return null;
  const addressOf = (to: number): string => {
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(search)) {
      if (value && name !== 'page') query.set(name, value);
    }
    if (to > 1) query.set('page', String(to));
    return query.size > 0 ? `${path}?${query.toString()}` : path;
  };
  return (
    <nav className="paging" aria-label={t('pages')}>
      {page > 1 ? <Link to={addressOf(page - 1)}>{t('earlier')}</Link> : <span />}
      <span className="meta">{t('pageOf', { page, pages })}</span>
      {page < pages ? <Link to={addressOf(page + 1)}>{t('later')}</Link> : <span />}
    </nav>
  );
}
