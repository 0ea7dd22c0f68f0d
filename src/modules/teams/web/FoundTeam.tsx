import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useSession } from '../../../ui/session.ts';
import { organisationsQuery } from '../../directory/web/index.ts';
import { teamKinds } from '../domain/team.policy.ts';
import { PickPerson } from './PickPerson.tsx';
import { keepTeam, teamsApi, type Person, type TeamDetail } from './team-queries.ts';
import { teamWords } from './team-words.ts';

/** A new team: first who leads it, then the rest. */
export function FoundTeam({
  onClose,
  onDone,
}: {
  onClose: () => void;
  onDone: (team: TeamDetail) => void;
}): ReactElement {
  const t = teamWords.useText();
  const queries = useQueryClient();
  const { session } = useSession();
  const [lead, setLead] = useState<Person>();
  const organisations = useQuery(organisationsQuery({ pageSize: 100 }));
  const fields = {
    name: {
      kind: 'text',
      label: t('form.name'),
      hint: t('form.nameHint'),
      required: true,
      maxLength: 60,
    },
    kind: {
      kind: 'radio',
      label: t('form.kind'),
      required: true,
      options: teamKinds.map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    area: { kind: 'text', label: t('form.area'), hint: t('form.areaHint'), maxLength: 120 },
    industryCodes: { kind: 'text', label: t('form.industry'), hint: t('form.industryHint') },
    leadUnitId: {
      kind: 'select',
      label: t('form.unit'),
      required: true,
      options: (organisations.data?.items ?? []).map(({ id, name }) => ({
        value: id,
        label: name,
      })),
    },
  } as const;
  return (
    <CommandForm
      title={t('action.found')}
      submitLabel={t('action.found')}
      onClose={onClose}
      fields={fields}
      intro={
        <PickPerson
          label={t('form.leadSearch')}
          chosen={lead}
          onChoose={setLead}
          accept={({ userId }) => userId !== null}
        />
      }
      submit={({ industryCodes, kind, ...values }, call) =>
        teamsApi.foundTeam(
          {
            ...values,
            kind: teamKinds.find((known) => known === kind) ?? 'expert_team',
            industryCodes: industryCodes.split(/[\s,，、]+/u).filter(Boolean),
            regionCode: session.region?.code ?? '',
            leadId: lead?.userId ?? '',
          },
          { context: call },
        )
      }
      onDone={(team) => {
        keepTeam(queries, team);
        onDone(team);
      }}
    />
  );
}
