import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { DispatchCard } from './DispatchCard.tsx';
import { needDispatchesQuery } from './team-queries.ts';
import { teamWords } from './team-words.ts';
import './teams.css';

/** Teams sent to a need, for its owner and those who look after it; nothing for others. */
export function NeedTeams({ needId }: { needId: string }): ReactElement | null {
  const t = teamWords.useText();
  const { data } = useQuery(needDispatchesQuery(needId));
  if (!data || data.length === 0) return null;
  return (
    <section className="need-teams">
      <h2 className="need-heading">{t('dispatch.ofNeed')}</h2>
      {data.map((one) => (
        <DispatchCard key={one.id} dispatch={one} level={3} />
      ))}
    </section>
  );
}
