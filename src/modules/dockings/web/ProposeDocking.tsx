import { useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useGo } from '../../../ui/navigation.ts';
import { useStepDays } from '../../settings/web/index.ts';
import { dockingsApi, keepDocking, type Proposal } from './queries.ts';
import { dockingWords } from './words.ts';

type ProposeDockingProps = {
  pair: Pick<Proposal, 'needId' | 'offerKind' | 'offerId'>;
  /** Who will be asked. */
  name: string;
  /** The asker's own people ask a broker; brokers and operators propose. */
  asAsker: boolean;
  open: boolean;
  onClose: () => void;
};

/** Brings a need and a candidate together, then opens the case. */
export function ProposeDocking(props: ProposeDockingProps): ReactElement {
  const { pair, name, asAsker, open, onClose } = props;
  const t = dockingWords.useText();
  const go = useGo();
  const stepDays = useStepDays();
  const queries = useQueryClient();
  return (
    <CommandForm
      open={open}
      onClose={onClose}
      title={t(asAsker ? 'propose.enterprise' : 'propose.worker')}
      intro={t('propose.intro', { name, days: stepDays('due.docking.answer') ?? '…' })}
      fields={{
        message: {
          kind: 'textarea',
          label: t('propose.message'),
          hint: t('propose.messageHint'),
          maxLength: 1000,
          song: true,
        },
      }}
      submitLabel={t('propose.submit')}
      submit={(values, { idempotencyKey }) =>
        dockingsApi.proposeDocking({ ...pair, ...values }, { context: { idempotencyKey } })
      }
      onDone={(docking) => {
        keepDocking(queries, docking);
        go(`/cases/${docking.id}`);
      }}
      note={t('propose.note')}
    />
  );
}
