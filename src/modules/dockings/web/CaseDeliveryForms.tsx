import type { ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useLanguage } from '../../../ui/i18n/language.ts';
import { returnReasons } from '../domain/milestone.workflow.ts';
import { fenIn, wanIn } from './amounts.ts';
import { oneOf, type CaseFormProps } from './case-run.ts';
import { moneyText } from './case-words.ts';
import { contentWords } from './content-words.ts';
import { dockingsApi, type DockingDetail } from './queries.ts';
import { dockingWords } from './words.ts';

type Props = CaseFormProps & { docking: DockingDetail };

/** The parts of the work with their days and amounts; those that are fixed are not in it. */
export function PlanForm({ shared, run, docking, today }: Props): ReactElement {
  const t = contentWords.useText();
  const language = useLanguage();
  const fields = {
    milestones: {
      kind: 'rows',
      label: t('milestoneForm.rows'),
      addLabel: t('milestoneForm.add'),
      max: 20,
      columns: [
        { name: 'title', label: t('milestoneForm.name'), kind: 'text', maxLength: 80 },
        { name: 'dueOn', label: t('milestoneForm.dueOn'), kind: 'date', min: today },
        {
          name: 'amount',
          label: t('milestoneForm.amount'),
          kind: 'number',
          unit: t('milestoneForm.wan'),
        },
      ],
    },
    words: { kind: 'textarea', label: t('milestoneForm.words'), maxLength: 500, song: true },
  } as const;
  const open = docking.milestones.filter(
    ({ status }) => status === 'planned' || status === 'returned',
  );
  return (
    <CommandForm
      {...shared}
      intro={t('milestoneForm.intro', {
        total: moneyText(docking.contract?.amountFen ?? 0, language),
      })}
      fields={fields}
      initial={{
        milestones: open.map(({ id, title, dueOn, amountFen }) => ({
          id,
          title,
          dueOn,
          amount: wanIn(amountFen),
        })),
      }}
      submit={run<typeof fields>((step, { milestones, words }, call) =>
        dockingsApi.planMilestones(
          {
            ...step,
            words,
            milestones: milestones.map(({ id, title = '', dueOn = '', amount = '' }) => ({
              id: id ?? null,
              title,
              dueOn,
              amountFen: fenIn(amount, 'milestones'),
            })),
          },
          call,
        ),
      )}
    />
  );
}

export function DeliverForm({ shared, run, docking }: Props): ReactElement {
  const t = contentWords.useText();
  const open = docking.milestones.filter(
    ({ status }) => status === 'planned' || status === 'returned',
  );
  const fields = {
    ...(open.length > 0 && {
      milestoneId: {
        kind: 'radio' as const,
        label: t('milestoneForm.which'),
        required: true,
        options: open.map(({ id, title }) => ({ value: id, label: title })),
      },
    }),
    words: {
      kind: 'textarea' as const,
      label: t('milestoneForm.delivered'),
      hint: t('milestoneForm.deliveredHint'),
      required: true,
      maxLength: 500,
      song: true,
    },
    file: { kind: 'files' as const, label: t('milestoneForm.file'), path: 'fileId' },
  };
  return (
    <CommandForm
      {...shared}
      intro={t('milestoneForm.deliverIntro')}
      fields={fields}
      initial={{ milestoneId: open[0]?.id ?? '' }}
      submit={run<typeof fields>((step, { milestoneId, words, file }, call) =>
        dockingsApi.deliver(
          { ...step, milestoneId: milestoneId || null, words, fileId: file[0]?.id ?? null },
          call,
        ),
      )}
    />
  );
}

export function AcceptDeliveryForm({ shared, run, docking }: Props): ReactElement {
  const t = contentWords.useText();
  const fields = {
    words: { kind: 'textarea', label: t('milestoneForm.acceptWords'), maxLength: 1000, song: true },
  } as const;
  const title = docking.milestones.find(({ status }) => status === 'delivered')?.title ?? '';
  return (
    <CommandForm
      {...shared}
      intro={t('milestoneForm.acceptIntro', { title })}
      fields={fields}
      submit={run<typeof fields>((step, values, call) =>
        dockingsApi.acceptDelivery({ ...step, ...values }, call),
      )}
    />
  );
}

export function ReturnDeliveryForm({ shared, run, today }: CaseFormProps): ReactElement {
  const t = contentWords.useText();
  const reasonWords = dockingWords.useText();
  const fields = {
    reasonCode: {
      kind: 'radio',
      label: t('milestoneForm.reason'),
      required: true,
      options: returnReasons.map((value) => ({
        value,
        label: reasonWords(`returnReason.${value}`),
      })),
    },
    words: {
      kind: 'textarea',
      label: t('milestoneForm.returnWords'),
      hint: t('milestoneForm.returnHint'),
      required: true,
      maxLength: 500,
      song: true,
    },
    againBy: { kind: 'date', label: t('milestoneForm.againBy'), required: true, min: today },
  } as const;
  return (
    <CommandForm
      {...shared}
      fields={fields}
      submit={run<typeof fields>((step, { reasonCode, ...values }, call) =>
        dockingsApi.returnDelivery(
          { ...step, ...values, reasonCode: oneOf(returnReasons, reasonCode) },
          call,
        ),
      )}
    />
  );
}
