import type { ReactElement } from 'react';
import { fenFromWan } from '../../../kernel/money.ts';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import type { UploadedFile } from '../../../ui/forms/upload.ts';
import { contractTypes } from '../domain/registration.ts';
import { oneOf, type CaseFormProps } from './case-run.ts';
import type { DockingText } from './case-words.ts';
import { dockingsApi } from './queries.ts';
import { dockingWords } from './words.ts';

/** The signed contract with its amounts and its file. */
export function ContractForm({ shared, run, today }: CaseFormProps): ReactElement {
  const t = dockingWords.useText();
  const fields = contractFields(t, today);
  return (
    <CommandForm
      {...shared}
      fields={fields}
      submit={run<typeof fields>((step, values, call) =>
        dockingsApi.recordContract(
          {
            ...step,
            type: oneOf(contractTypes, values.type),
            amountFen: fenIn(values.amount, 'amountFen', t),
            technologyAmountFen: fenIn(values.technology, 'technologyAmountFen', t),
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
export function PaymentForm({ shared, run, today }: CaseFormProps): ReactElement {
  const t = dockingWords.useText();
  const fields = {
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
            amountFen: fenIn(values.amount, 'amountFen', t),
            paidOn: values.paidOn,
            fileId: fileIn(values.file),
          },
          call,
        ),
      )}
    />
  );
}

const contractFields = (t: DockingText, today: string) =>
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
    technology: {
      kind: 'number',
      label: t('command.technologyAmount'),
      required: true,
      unit: t('command.wan'),
      hint: t('command.technologyHint'),
      path: 'technologyAmountFen',
    },
    signedOn: { kind: 'date', label: t('command.signedOn'), required: true, max: today },
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

/** A typed amount in 万元 as fen. Throws a failure that belongs to its field. */
function fenIn(wan: number | null, path: string, t: DockingText): number {
  try {
    return fenFromWan(wan ?? 0);
  } catch {
    const message = t('command.badAmount');
    throw new ApiFailure({ code: 'INVALID', status: 400, message, issues: [{ path, message }] });
  }
}

const fileIn = (files: readonly UploadedFile[]): string => files[0]?.id ?? '';
