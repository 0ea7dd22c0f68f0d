import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Select } from '../../../ui/forms/Select.tsx';
import { useSearchTexts, useSetSearch } from '../../../ui/navigation.ts';
import { mayEnter, useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { TableLinks } from '../../interchange/web/index.ts';
import {
  AskInstead,
  ListFilters,
  ListPage,
  useListSearch,
} from '../../reference-data/web/index.ts';
import { AchievementRow } from './achievement-row.tsx';
import { exchangeWords } from './exchange-words.ts';
import { achievementsQuery } from './listing-queries.ts';

/** Levels from which people usually look: shown in its setting, shown at work, proven. */
const levels = ['4', '6', '7', '8', '9'];

/** All public achievements, newest first. */
export default function AchievementListPage(): ReactElement {
  const t = exchangeWords.useText();
  const search = useListSearch();
  const setSearch = useSetSearch();
  const { session } = useSession();
  const asked = useSearchTexts()['trl'];
  const level = asked && levels.includes(asked) ? asked : '';
  const query = useQuery({
    ...achievementsQuery({ ...search, trlFrom: level ? Number(level) : undefined }),
    placeholderData: keepPreviousData,
  });
  const mayOffer = mayEnter(session, ['enterprise', 'expert']);
  return (
    <ListPage
      path="/achievements"
      title={t('achievements.title')}
      lead={t('achievements.lead')}
      filters={
        <ListFilters searchLabel={t('achievements.search')} industry>
          <div className="select">
            <Select
              aria-label={t('achievements.level')}
              placeholder={t('achievements.anyLevel')}
              value={level}
              onChange={(trl) => setSearch({ trl, page: undefined })}
              options={levels.map((value) => ({
                value,
                label: t('achievements.levelFrom', { trl: value }),
              }))}
            />
          </div>
        </ListFilters>
      }
      query={query}
      count={(count) => t('achievements.count', { count })}
      renderRow={(achievement) => (
        <AchievementRow key={achievement.id} achievement={achievement} excerpt />
      )}
      empty={{ title: t('achievements.empty'), text: t('achievements.emptyText') }}
      headEnd={
        <>
          <TableLinks
            name="achievements"
            query={{
              q: search.q,
              region: search.region,
              industry: search.industry,
              trlFrom: level,
            }}
            feed
          />
          {mayOffer ? <Link to="/my/achievements">{t('achievements.mine')}</Link> : null}
        </>
      }
      aside={<AskInstead />}
    />
  );
}
