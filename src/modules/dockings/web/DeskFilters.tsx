import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { createClient } from '../../../ui/client.ts';
import { Field } from '../../../ui/forms/Field.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { teamsContract } from '../../teams/contract.ts';
import type { DeskFilter } from './queries.ts';
import { dockingWords } from './words.ts';

const teamsApi = createClient(teamsContract);
const teamsQuery = queryOptions({
  queryKey: ['teams', 'for-desk'],
  queryFn: () => teamsApi.listTeams({ pageSize: 100 }),
});

const any = 'any';

/** Only the cases of a team, or of a place; the places are those of the teams. */
export function DeskFilters({
  filter,
  onChange,
}: {
  filter: DeskFilter;
  onChange: (next: DeskFilter) => void;
}): ReactElement | null {
  const t = dockingWords.useText();
  const { data } = useQuery(teamsQuery);
  const teams = data?.items ?? [];
  const regions = [...new Map(teams.map((team) => [team.regionCode, team.regionName]))];
  if (teams.length === 0) return null;
  return (
    <div className="desk-filters">
      <Field label={t('filter.team')}>
        {(control) => (
          <Select
            {...control}
            name="team"
            value={filter.team ?? any}
            onChange={(team) => onChange({ ...filter, team: team === any ? undefined : team })}
            options={[
              { value: any, label: t('filter.anyTeam') },
              ...teams.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        )}
      </Field>
      <Field label={t('filter.region')}>
        {(control) => (
          <Select
            {...control}
            name="region"
            value={filter.region ?? any}
            onChange={(region) =>
              onChange({ ...filter, region: region === any ? undefined : region })
            }
            options={[
              { value: any, label: t('filter.anyRegion') },
              ...regions.map(([value, label]) => ({ value, label })),
            ]}
          />
        )}
      </Field>
    </div>
  );
}
