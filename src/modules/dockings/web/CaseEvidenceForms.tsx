import type { ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import type { UploadedFile } from '../../../ui/forms/upload.ts';
import { contractTypes } from '../domain/registration.ts';
import { fenIn } from './amounts.ts';
import { oneOf, type CaseFormProps } from './case-run.ts';
import type { DockingText } from './case-words.ts';
import { contentWords } from './content-words.ts';
import { dockingsApi, type DockingDetail } from './queries.ts';
import { dockingWords } from './words.ts';

/** The signed contract with its amounts and its file. */
export function ContractForm({ shared, run, today }: CaseFormProps): ReactElement {
  const t = dockingWords.useText();
  const fields = contractFields(t, contentWords.useText(), today);
  return (
    <CommandForm
      {...shared}
      fields={fields}
      submit={run<typeof fields>((step, values, call) =>
        dockingsApi.recordContract(
          {
            ...step,
            type: oneOf(contractTypes, values.type),
            amountFen: fenIn(values.amount, 'amountFen'),
            technologyAmountFen: null,
            deductions: values.deductions.map(({ what = '', amount = '' }) => ({
              what,
              amountFen: fenIn(amount, 'deductions'),
            })),
            periodFrom: values.periodFrom || null,
            periodUntil: values.periodUntil || null,
            registrationNumber: values.registration || null,
            signedOn: values.signedOn,
            fileId: fileIn(values.file),
          },
          call,
        ),
      )}
    />
  );
}

/** A payment with its proof. */
export function PaymentForm({
  shared,
  run,
  today,
  docking,
}: CaseFormProps & { docking: DockingDetail }): ReactElement {
  const t = dockingWords.useText();
  const content = contentWords.useText();
  const unpaid = docking.milestones.filter(({ paidFen, amountFen }) => paidFen < amountFen);
  const fields = {
    ...(unpaid.length > 0 && {
      milestoneId: {
        kind: 'radio' as const,
        label: content('milestoneForm.forMilestone'),
        options: [
          ...unpaid.map(({ id, title }) => ({ value: id, label: title })),
          { value: '', label: content('milestoneForm.whole') },
        ],
      },
    }),
    amount: {
      kind: 'number',
      label: t('command.payAmount'),
      required: true,
      unit: t('command.wan'),
      path: 'amountFen',
    },
    paidOn: { kind: 'date', label: t('command.paidOn'), required: true, max: today },
    file: {
      kind: 'files',
      label: t('command.payFile'),
      required: true,
      hint: t('command.payFileHint'),
      path: 'fileId',
    },
  } as const;
  return (
    <CommandForm
      {...shared}
      fields={fields}
      submit={run<typeof fields>((step, values, call) =>
        dockingsApi.recordPayment(
          {
            ...step,
            milestoneId: values.milestoneId || null,
            amountFen: fenIn(values.amount, 'amountFen'),
            paidOn: values.paidOn,
            fileId: fileIn(values.file),
          },
          call,
        ),
      )}
    />
  );
}

const contractFields = (t: DockingText, content: typeof contentWords.text, today: string) =>
  ({
    type: {
      kind: 'radio',
      label: t('command.contractType'),
      required: true,
      options: contractTypes.map((value) => ({ value, label: t(`contractType.${value}`) })),
    },
    amount: {
      kind: 'number',
      label: t('command.amount'),
      required: true,
      unit: t('command.wan'),
      path: 'amountFen',
    },
    deductions: {
      kind: 'rows',
      label: content('papersForm.deductions'),
      hint: content('papersForm.deductionsHint'),
      addLabel: content('papersForm.addDeduction'),
      max: 20,
      columns: [
        { name: 'what', label: content('papersForm.what'), kind: 'text', maxLength: 80 },
        {
          name: 'amount',
          label: content('papersForm.amount'),
          kind: 'number',
          unit: t('command.wan'),
        },
      ],
    },
    signedOn: { kind: 'date', label: t('command.signedOn'), required: true, max: today },
    periodFrom: { kind: 'date', label: content('papersForm.periodFrom') },
    periodUntil: { kind: 'date', label: content('papersForm.periodUntil') },
    registration: {
      kind: 'text',
      label: t('command.registration'),
      hint: t('command.registrationHint'),
      path: 'registrationNumber',
    },
    file: {
      kind: 'files',
      label: t('command.contractFile'),
      required: true,
      hint: t('command.contractFileHint'),
      path: 'fileId',
    },
  }) as const;

const fileIn = (files: readonly UploadedFile[]): string => files[0]?.id ?? '';
