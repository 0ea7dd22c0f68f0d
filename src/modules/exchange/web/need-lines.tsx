import type { ReactElement } from 'react';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { Bead, type BeadKind } from '../../../ui/reading/Bead.tsx';
import { wanOf } from './money-facts.ts';
import type { NeedSummary } from './work-queries.ts';
import { workWords } from './work-words.ts';

const beadOf: Record<NeedSummary['status'], BeadKind> = {
  draft: 'none',
  submitted: 'near',
  returned: 'part',
  published: 'near',
  in_docking: 'near',
  closed: 'yes',
};

/** Needs as lines on paper: their state and clock at the right. */
export function NeedLines({
  needs,
  label,
  level = 2,
}: {
  needs: readonly NeedSummary[];
  label: string;
  level?: 2 | 3;
}): ReactElement {
  const t = workWords.useText();
  const formats = useFormats();
  return (
    <ul className="need-lines" aria-label={label}>
      {needs.map((need) => (
        <li key={need.id}>
          <ListingRow
            level={level}
            ownWords
            title={need.title}
            to={`/needs/${need.id}`}
            about={[
              formats.wanRange(null, wanOf(need.budgetFen)),
              need.months === null ? null : t('within', { count: need.months }),
              need.dockings > 0
                ? t('mine.dockings', { count: need.dockings })
                : need.status === 'published'
                  ? t('mine.noDocking')
                  : null,
              t('mine.changed', { day: formats.day(need.updatedAt) }),
            ]}
            outcome={
              <>
                <span>
                  <Bead kind={beadOf[need.status]} /> {t(`status.${need.status}`)}
                </span>
                {need.due ? <DueClock ticks={need.due.ticks} dueAt={need.due.at} /> : null}
              </>
            }
          />
        </li>
      ))}
    </ul>
  );
}
