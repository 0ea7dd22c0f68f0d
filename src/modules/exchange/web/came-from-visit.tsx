import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { partsWords } from './parts-words.ts';
import type { NeedDetail } from './work-queries.ts';

/** Where a need came from, for those who may read the record of the visit. */
export function CameFromVisit({ need }: { need: NeedDetail }): ReactElement | null {
  const t = partsWords.useText();
  const formats = useFormats();
  if (!need.visit) return null;
  const { id, visitedOn, visitors } = need.visit;
  return (
    <p className="meta">
      {t('visits.came', { day: formats.date(visitedOn), who: visitors })}
      {'　'}
      <Link to={`/visits/${id}`}>{t('visits.see')}</Link>
    </p>
  );
}
