import type { ReactElement, ReactNode } from 'react';
import type { z } from 'zod';
import { useFormats } from '../../../ui/i18n/format.ts';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { placeName } from '../../reference-data/web/index.ts';
import type { achievementSummary } from '../contract.ts';
import { exchangeWords } from './exchange-words.ts';
import { wanOf } from './money-facts.ts';

export type AchievementSummary = z.infer<typeof achievementSummary>;

/** An achievement as one line: what it is, whose, where, how mature, at what price. */
export function AchievementRow({
  achievement,
  excerpt = false,
  outcome,
}: {
  achievement: AchievementSummary;
  excerpt?: boolean;
  /** Instead of the day on which it was listed. */
  outcome?: ReactNode;
}): ReactElement {
  const t = exchangeWords.useText();
  const formats = useFormats();
  const { publishedAt } = achievement;
  return (
    <ListingRow
      to={`/achievements/${achievement.id}`}
      title={<span lang="zh-CN">{achievement.title}</span>}
      about={[
        excerpt ? achievement.organisationName : null,
        placeName(achievement.regionName),
        achievement.trl === null ? null : t('achievements.trl', { trl: achievement.trl }),
        formats.wanRange(wanOf(achievement.priceMinFen), wanOf(achievement.priceMaxFen)),
      ]}
      outcome={
        outcome ??
        (publishedAt ? (
          <time className="meta" dateTime={publishedAt}>
            {formats.day(publishedAt)}
          </time>
        ) : undefined)
      }
    >
      {excerpt ? (
        <p className="excerpt" lang="zh-CN">
          {achievement.abstract}
        </p>
      ) : null}
    </ListingRow>
  );
}
