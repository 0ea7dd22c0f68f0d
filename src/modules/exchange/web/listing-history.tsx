import type { ReactElement } from 'react';
import { CaseTimeline, type TimelineEntry } from '../../../ui/case/CaseTimeline.tsx';
import type { AchievementDetail } from './achievement-actions.tsx';
import { partsWords } from './parts-words.ts';

/** What happened to an achievement, newest first; for its holder and the operators of the region. */
export function AchievementHistory({
  achievement,
}: {
  achievement: AchievementDetail;
}): ReactElement | null {
  const t = partsWords.useText();
  if (achievement.history.length === 0) return null;
  const did = (action: string): string => {
    const said = (t as (key: string) => string)(`history.did.${action}`);
    return said === `history.did.${action}` ? action : said;
  };
  const entries: TimelineEntry[] = achievement.history.map((entry, at) => ({
    id: `${entry.at}-${at}`,
    at: entry.at,
    bead: entry.action === 'withdraw' || entry.action === 'lapse' ? 'part' : 'yes',
    actor: entry.actorName,
    text: did(entry.action),
    speech: entry.words ?? undefined,
  }));
  return (
    <section>
      <h2>{t('history.title')}</h2>
      <CaseTimeline entries={entries} />
    </section>
  );
}
