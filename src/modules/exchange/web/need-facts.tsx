import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Facts } from '../../../ui/listing/Facts.tsx';
import { placeName } from '../../reference-data/web/index.ts';
import { useModeName } from './mode-names.ts';
import { wanOf } from './money-facts.ts';
import { partsWords } from './parts-words.ts';
import type { NeedDetail, NeedSummary } from './work-queries.ts';
import { workWords } from './work-words.ts';

/** What a need says beside its words. */
export function NeedFacts({ need }: { need: NeedSummary | NeedDetail }): ReactElement {
  const t = workWords.useText();
  const part = partsWords.useText();
  const formats = useFormats();
  const modeName = useModeName();
  return (
    <Facts
      facts={[
        { label: t('fact.organisation'), value: need.organisationName },
        {
          label: t('fact.budget'),
          value: formats.wanRange(null, wanOf(need.budgetFen)) ?? t('noBudget'),
        },
        {
          label: t('fact.months'),
          value: need.months === null ? null : t('within', { count: need.months }),
        },
        { label: t('fact.modes'), value: formats.list(need.coopModes.map(modeName)) },
        { label: t('fact.region'), value: placeName(need.regionName) },
        { label: t('fact.industry'), value: need.industryName },
        {
          label: t('fact.published'),
          value: need.publishedAt ? formats.day(need.publishedAt) : null,
        },
        {
          label: part('confirm.act'),
          value:
            'confirmation' in need && need.confirmation?.confirmedAt
              ? formats.date(need.confirmation.confirmedAt)
              : null,
        },
      ]}
    />
  );
}
