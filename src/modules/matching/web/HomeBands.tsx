import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Figures } from '../../../ui/listing/Figures.tsx';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { expertsQuery, organisationsQuery } from '../../directory/web/index.ts';
import { FunnelSummary } from '../../dockings/web/index.ts';
import {
  achievementsQuery,
  LatestAchievements,
  LatestNeeds,
  needsQuery,
} from '../../exchange/web/index.ts';
import { matchingWords } from './matching-words.ts';

const mostListed = 4;

/** What there is, how far others got, and what is new: only what the platform has counted itself. */
export default function HomeBands(): ReactElement {
  const t = matchingWords.useText();
  const formats = useFormats();
  const { session } = useSession();
  const needs = useQuery(needsQuery({ pageSize: mostListed }));
  const achievements = useQuery(achievementsQuery({ pageSize: mostListed }));
  const experts = useQuery(expertsQuery({ pageSize: 1 }));
  const organisations = useQuery(organisationsQuery({ pageSize: 1 }));
  const figures = (
    [
      ['needs', needs],
      ['achievements', achievements],
      ['experts', experts],
      ['organisations', organisations],
    ] as const
  ).map(([id, query]) => ({
    id,
    value: query.data ? formats.number(query.data.total) : '–',
    unit: t(`home.${id}Unit`),
    label: <Link to={`/${id}`}>{t(`home.${id}`)}</Link>,
  }));
  const readAt = Math.max(needs.dataUpdatedAt, achievements.dataUpdatedAt);
  return (
    <>
      <div className="wrap columns band">
        <section>
          <h2>{t('home.have')}</h2>
          <Figures figures={figures} />
          {readAt > 0 ? (
            <p className="meta">
              {t(session.examples ? 'home.sourceExamples' : 'home.source', {
                date: formats.date(readAt),
                time: formats.time(readAt),
              })}
            </p>
          ) : null}
        </section>
        <section>
          <h2>{t('home.funnel')}</h2>
          <FunnelSummary />
        </section>
      </div>
      <div className="wrap columns band">
        <section>
          <header>
            <h2>{t('home.latestNeeds')}</h2>
            {needs.data ? (
              <Link to="/needs">{t('home.allNeeds', { count: needs.data.total })}</Link>
            ) : null}
          </header>
          <LatestNeeds most={mostListed} />
        </section>
        <section>
          <header>
            <h2>{t('home.latestAchievements')}</h2>
            {achievements.data ? (
              <Link to="/achievements">
                {t('home.allAchievements', { count: achievements.data.total })}
              </Link>
            ) : null}
          </header>
          <LatestAchievements most={mostListed} />
        </section>
      </div>
    </>
  );
}
