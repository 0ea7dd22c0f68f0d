import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { useGo } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { FoundTeam } from './FoundTeam.tsx';
import { teamsQuery } from './team-queries.ts';
import { teamWords } from './team-words.ts';
import './teams.css';

/** The expert service teams: what each looks after, who leads it, how many are in it. */
export default function TeamsPage(): ReactElement {
  const t = teamWords.useText();
  const formats = useFormats();
  const go = useGo();
  const { session } = useSession();
  const [ended, setEnded] = useState(false);
  const [founding, setFounding] = useState(false);
  const { data, error, refetch } = useQuery(teamsQuery(ended));
  const operates = session.roles.includes('operator');
  const count = data?.items.filter(({ status }) => status === 'active').length ?? 0;
  return (
    <div className="wrap teams-page">
      <header className="teams-head">
        <PageTitle>{data && count > 0 ? t('list.sentence', { count }) : t('list.title')}</PageTitle>
        <div className="teams-ways">
          {session.signedIn ? (
            <>
              <Link className="button" to="/my/dispatches">
                {t('list.dispatches')}
              </Link>
              <Link className="button" to="/reports">
                {t('list.reports')}
              </Link>
            </>
          ) : null}
          {operates ? (
            <Button kind="primary" onClick={() => setFounding(true)}>
              {t('list.new')}
            </Button>
          ) : null}
        </div>
      </header>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={6} />
      ) : data.items.length === 0 ? (
        <EmptyState title={t('list.none')}>{t('list.noneText')}</EmptyState>
      ) : (
        data.items.map((team) => (
          <ListingRow
            key={team.id}
            level={2}
            to={`/teams/${team.id}`}
            title={team.name}
            about={[
              t(`kind.${team.kind}`),
              team.area || team.industries.map(({ name }) => name).join('、'),
              `${t('team.lead')} ${team.leadName}`,
              `${t('team.unit')} ${team.leadUnitName}`,
            ]}
            outcome={
              team.endedOn
                ? t('list.ended', { day: formats.day(team.endedOn) })
                : t('list.members', { count: team.members })
            }
          />
        ))
      )}
      <p className="teams-more">
        <Button kind="plain" onClick={() => setEnded(!ended)}>
          {t(ended ? 'list.hideEnded' : 'list.showEnded')}
        </Button>
      </p>
      {founding ? (
        <FoundTeam
          onClose={() => setFounding(false)}
          onDone={(team) => {
            setFounding(false);
            go(`/teams/${team.id}`);
          }}
        />
      ) : null}
    </div>
  );
}
