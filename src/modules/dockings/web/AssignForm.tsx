import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import type { CaseFormProps } from './case-run.ts';
import { brokersQuery, dockingsApi } from './queries.ts';
import { dockingWords } from './words.ts';

/** Gives a case to a broker of the region; how much each has to do stands beside the name. */
export function AssignForm({ shared, run }: Omit<CaseFormProps, 'today'>): ReactElement {
  const t = dockingWords.useText();
  const { data = [] } = useQuery(brokersQuery);
  const fields = {
    brokerId: {
      kind: 'select',
      label: t('command.broker'),
      required: true,
      options: data.map(({ id, name, openCases }) => ({
        value: id,
        label: t('command.brokerLoad', { name, count: openCases }),
      })),
    },
    words: {
      kind: 'textarea',
      label: t('command.assignWords'),
      hint: t('command.assignHint'),
      required: true,
      maxLength: 500,
      song: true,
    },
  } as const;
  return (
    <CommandForm
      {...shared}
      intro={t('command.assignIntro')}
      fields={fields}
      submit={run<typeof fields>((step, values, call) =>
        dockingsApi.assignDocking({ ...step, ...values }, call),
      )}
    />
  );
}
