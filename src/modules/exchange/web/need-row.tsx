import type { ReactElement } from 'react';
import type { z } from 'zod';
import { useFormats } from '../../../ui/i18n/format.ts';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { placeName } from '../../reference-data/web/index.ts';
import type { needSummary } from '../contract.ts';
import { exchangeWords } from './exchange-words.ts';
import { wanOf } from './money-facts.ts';

export type NeedSummary = z.infer<typeof needSummary>;

/** A need as one line: the asker's own words, where, which trade, how much, by when. */
export function NeedRow({
  need,
  excerpt = false,
}: {
  need: NeedSummary;
  excerpt?: boolean;
}): ReactElement {
  const t = exchangeWords.useText();
  const formats = useFormats();
  return (
    <ListingRow
      to={`/needs/${need.id}`}
      title={<span lang="zh-CN">{need.title}</span>}
      ownWords
      about={[
        placeName(need.regionName),
        need.industryName,
        formats.wanRange(null, wanOf(need.budgetFen)),
        need.months === null ? null : t('needs.months', { count: need.months }),
      ]}
      outcome={
        need.dockings > 0 ? (
          t('needs.dockings', { count: need.dockings })
        ) : (
          <span className="verdict none">{t('needs.noDocking')}</span>
        )
      }
    >
      {excerpt ? (
        <p className="excerpt" lang="zh-CN">
          {need.description}
        </p>
      ) : null}
    </ListingRow>
  );
}
