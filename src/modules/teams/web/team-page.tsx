import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { shiftDate } from '../../../kernel/calendar.ts';
import { useNow } from '../../../ui/case/use-now.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { localDay, useFormats } from '../../../ui/i18n/format.ts';
import { Facts } from '../../../ui/listing/Facts.tsx';
import { useGo, usePathParam } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { DispatchCard } from './DispatchCard.tsx';
import { TeamCommand, type TeamCommandName } from './TeamCommand.tsx';
import { teamQuery, type TeamDetail } from './team-queries.ts';
import { teamWords } from './team-words.ts';
import './teams.css';

/** One team: who is in it, where it is sent, what its weeks were. */
export default function TeamPage(): ReactElement {
  const t = teamWords.useText();
  const id = usePathParam('teamId');
  const { data, error, refetch } = useQuery(teamQuery(id));
  return (
    <div className="wrap teams-page">
      <p className="crumb">
        <Link to="/teams">{t('list.title')}</Link>
      </p>
      {data ? (
        <Team team={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState lines={8} />
      )}
    </div>
  );
}

function Team({ team }: { team: TeamDetail }): ReactElement {
  const t = teamWords.useText();
  const formats = useFormats();
  const go = useGo();
  const [command, setCommand] = useState<TeamCommandName>();
  const [leaving, setLeaving] = useState<string>();
  const may = (name: string): boolean =>
    team.actions.some(({ action, allowed }) => action === name && allowed);
  const commands = (['dispatch', 'addMember', 'draftReport', 'change', 'end'] as const).filter(may);
  const today = localDay(useNow());
  const present = team.memberList.filter(({ until }) => until === null || until >= today);
  const former = team.memberList.filter(({ until }) => until !== null && until < today);
  const member = (one: TeamDetail['memberList'][number]): ReactElement => (
    <li key={one.id}>
      <span>
        <b>{one.expertId ? <Link to={`/experts/${one.expertId}`}>{one.name}</Link> : one.name}</b>
        <span className="meta">
          {[
            t(`team.${one.kind}`),
            one.about,
            one.until
              ? t('team.fromUntil', { from: formats.day(one.from), until: formats.day(one.until) })
              : t('team.from', { from: formats.day(one.from) }),
            one.withoutAccount ? t('team.withoutAccount') : '',
          ]
            .filter(Boolean)
            .join('　')}
        </span>
      </span>
      {may('endMember') && one.until === null ? (
        <Button
          small
          kind="plain"
          aria-label={`${t('action.endMember')} ${one.name}`}
          onClick={() => setLeaving(one.id)}
        >
          {t('action.endMember')}
        </Button>
      ) : null}
    </li>
  );
  return (
    <>
      <header className="teams-head">
        <PageTitle now>{team.name}</PageTitle>
        <div className="teams-ways">
          {commands.map((name, at) => (
            <Button
              key={name}
              kind={at === 0 ? 'primary' : 'default'}
              onClick={() => setCommand(name)}
            >
              {t(`action.${name}`)}
            </Button>
          ))}
        </div>
      </header>
      <div className="team-layout">
        <div>
          <h2>{t('team.dispatches')}</h2>
          {team.dispatches.length === 0 ? (
            <p className="meta">{t('team.noDispatches')}</p>
          ) : (
            team.dispatches.map((one) => <DispatchCard key={one.id} dispatch={one} level={3} />)
          )}
          <h2>{t('team.reports')}</h2>
          {team.reports.length === 0 ? (
            <p className="meta">{t('team.noReports')}</p>
          ) : (
            <ul className="report-lines">
              {team.reports.map((report) => (
                <li key={report.id}>
                  <Link to={`/reports/${report.id}`}>
                    {t('report.week', {
                      from: formats.day(report.weekOf),
                      until: formats.day(shiftDate(report.weekOf, 6)),
                    })}
                  </Link>
                  <span className="meta">{t(`report.status.${report.status}`)}</span>
                </li>
              ))}
            </ul>
          )}
        </div>
        <aside>
          <Facts
            facts={[
              { label: t('form.kind'), value: t(`kind.${team.kind}`) },
              { label: t('team.area'), value: team.area },
              {
                label: t('team.industries'),
                value: formats.list(team.industries.map(({ name }) => name)),
              },
              { label: t('team.lead'), value: team.leadName },
              {
                label: t('team.unit'),
                value: <Link to={`/organisations/${team.leadUnitId}`}>{team.leadUnitName}</Link>,
              },
              { label: t('team.since'), value: formats.day(team.foundedOn) },
            ]}
          />
          <h2>{t('team.members')}</h2>
          {present.length === 0 ? (
            <p className="meta">{t('team.noMembers')}</p>
          ) : (
            <ul className="team-members">{present.map(member)}</ul>
          )}
          {former.length > 0 ? (
            <details>
              <summary>{t('team.former')}</summary>
              <ul className="team-members">{former.map(member)}</ul>
            </details>
          ) : null}
        </aside>
      </div>
      {command ? (
        <TeamCommand
          name={command}
          team={team}
          onClose={() => setCommand(undefined)}
          onDone={(path) => {
            setCommand(undefined);
            if (path) go(path);
          }}
        />
      ) : null}
      {leaving ? (
        <TeamCommand
          name="endMember"
          team={team}
          memberId={leaving}
          onClose={() => setLeaving(undefined)}
          onDone={() => setLeaving(undefined)}
        />
      ) : null}
    </>
  );
}
