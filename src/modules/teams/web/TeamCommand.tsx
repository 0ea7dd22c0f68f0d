import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { useNow } from '../../../ui/case/use-now.ts';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { localDay } from '../../../ui/i18n/format.ts';

import { PickPerson } from './PickPerson.tsx';
import {
  dispatchChanged,
  keepTeam,
  openNeedsQuery,
  teamsApi,
  type Person,
  type TeamDetail,
} from './team-queries.ts';
import { teamWords } from './team-words.ts';

export type TeamCommandName =
  | 'dispatch'
  | 'addMember'
  | 'endMember'
  | 'draftReport'
  | 'change'
  | 'end';

/** The form of one command of a team. */
export function TeamCommand({
  name,
  team,
  memberId,
  onClose,
  onDone,
}: {
  name: TeamCommandName;
  team: TeamDetail;
  memberId?: string;
  onClose: () => void;
  /** Where it leads, when elsewhere. */
  onDone: (path?: string) => void;
}): ReactElement {
  const t = teamWords.useText();
  const queries = useQueryClient();
  const today = localDay(useNow());
  const [person, setPerson] = useState<Person>();
  const needs = useQuery({ ...openNeedsQuery(), enabled: name === 'dispatch' });
  const shared = {
    title: t(`action.${name}`),
    submitLabel: t(`action.${name}`),
    onClose,
  };
  const kept = (next: TeamDetail): void => {
    keepTeam(queries, next);
    onDone();
  };
  const { id, version } = team;
  switch (name) {
    case 'dispatch': {
      const now = team.memberList.filter(
        ({ from, until }) => from <= today && (until ?? today) >= today,
      );
      const fields = {
        needId: {
          kind: 'select',
          label: t('form.need'),
          required: true,
          options: (needs.data?.items ?? []).map((need) => ({
            value: need.id,
            label: `${need.title}（${need.organisationName}）`,
          })),
        },
        memberIds: {
          kind: 'checkboxes',
          label: t('form.who'),
          hint: t('form.whoHint'),
          options: now.map((member) => ({ value: member.id, label: member.name })),
        },
        words: {
          kind: 'textarea',
          label: t('form.task'),
          hint: t('form.taskHint'),
          required: true,
          maxLength: 500,
          song: true,
        },
      } as const;
      return (
        <CommandForm
          {...shared}
          fields={fields}
          submit={(values, call) => teamsApi.sendDispatch({ id, ...values }, { context: call })}
          onDone={() => {
            dispatchChanged(queries);
            onDone();
          }}
        />
      );
    }
    case 'addMember': {
      const fields = {
        from: { kind: 'date', label: t('form.from'), required: true },
        until: { kind: 'date', label: t('form.until'), hint: t('form.untilHint') },
      } as const;
      return (
        <CommandForm
          {...shared}
          fields={fields}
          initial={{ from: today }}
          intro={<PickPerson label={t('form.find')} chosen={person} onChoose={setPerson} />}
          submit={({ from, until }, call) =>
            teamsApi.addMember(
              {
                id,
                kind: person?.kind ?? 'expert',
                expertId: person?.expertId ?? null,
                userId: person?.kind === 'broker' ? person.userId : null,
                from,
                until: until || null,
              },
              { context: call },
            )
          }
          onDone={kept}
        />
      );
    }
    case 'endMember': {
      const fields = { until: { kind: 'date', label: t('form.lastDay'), required: true } } as const;
      return (
        <CommandForm
          {...shared}
          fields={fields}
          initial={{ until: today }}
          submit={({ until }, call) =>
            teamsApi.endMember({ id, memberId: memberId ?? '', until }, { context: call })
          }
          onDone={kept}
        />
      );
    }
    case 'draftReport':
      return (
        <CommandForm
          {...shared}
          fields={{}}
          intro={t('team.noReports')}
          submit={(_none, call) => teamsApi.draftReport({ id }, { context: call })}
          onDone={(report) => onDone(`/reports/${report.id}`)}
        />
      );
    case 'change': {
      const fields = {
        name: { kind: 'text', label: t('form.name'), required: true, maxLength: 60 },
        area: { kind: 'text', label: t('form.area'), hint: t('form.areaHint'), maxLength: 120 },
        industryCodes: { kind: 'text', label: t('form.industry'), hint: t('form.industryHint') },
      } as const;
      return (
        <CommandForm
          {...shared}
          fields={fields}
          initial={{
            name: team.name,
            area: team.area,
            industryCodes: team.industries.map(({ code }) => code).join(', '),
          }}
          intro={
            <PickPerson
              label={t('form.leadSearch')}
              chosen={person ?? leadOf(team)}
              onChoose={setPerson}
              accept={({ userId }) => userId !== null}
            />
          }
          submit={({ industryCodes, ...values }, call) =>
            teamsApi.changeTeam(
              {
                id,
                version,
                ...values,
                kind: team.kind,
                industryCodes: industryCodes.split(/[\s,，、]+/u).filter(Boolean),
                leadId: person?.userId ?? team.leadId,
                leadUnitId: team.leadUnitId,
              },
              { context: call },
            )
          }
          onDone={kept}
        />
      );
    }
    default:
      return (
        <CommandForm
          {...shared}
          fields={{}}
          intro={t('form.endIntro')}
          submit={(_none, call) => teamsApi.endTeam({ id, version }, { context: call })}
          onDone={kept}
        />
      );
  }
}

const leadOf = (team: TeamDetail): Person => ({
  kind: 'broker',
  expertId: null,
  userId: team.leadId,
  name: team.leadName,
  about: '',
});
