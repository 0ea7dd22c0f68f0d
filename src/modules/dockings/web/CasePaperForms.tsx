import type { ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import type { CommandFields } from '../../../ui/forms/command-fields.ts';
import {
  conditions as allConditions,
  objectives,
  partyNatures,
  paymentWays,
  rightKinds,
  technologyFields,
} from '../domain/registration.ts';
import { fenIn, wanIn } from './amounts.ts';
import type { CaseFormProps } from './case-run.ts';
import { contentWords, registrationWords } from './content-words.ts';
import { dockingsApi, type DockingDetail } from './queries.ts';

type Registration = NonNullable<DockingDetail['registration']>;
type Props = CaseFormProps & {
  docking: DockingDetail;
  registration: Registration;
  contract: NonNullable<DockingDetail['contract']>;
};

/** One of the codes, or none where nothing was chosen yet. */
const chosen = <T extends string>(codes: readonly T[], value: string): T | null =>
  codes.find((code) => code === value) ?? null;
const chosenAmong = <T extends string>(codes: readonly T[], values: readonly string[]): T[] =>
  codes.filter((code) => values.includes(code));

/** What the venue's form asks for beside the contract; any of it may be left for later. */
export function PrepareForm({ shared, run, registration, contract }: Props): ReactElement {
  const t = contentWords.useText();
  const words = registrationWords.useText();
  const options = <T extends string>(codes: readonly T[], label: (code: T) => string) =>
    codes.map((value) => ({ value, label: label(value) }));
  const party = (side: 'buyer' | 'seller') => {
    const about = (name: 'region' | 'country' | 'nature') =>
      t(`papersForm.${side}`, { label: t(`papersForm.${name}`) });
    return {
      region: {
        kind: 'text',
        label: about('region'),
        hint: t('papersForm.regionHint'),
        path: `${side}.regionCode`,
      },
      country: {
        kind: 'text',
        label: about('country'),
        hint: t('papersForm.countryHint'),
        path: `${side}.country`,
      },
      nature: {
        kind: 'radio',
        label: about('nature'),
        options: options(partyNatures, (code) => words(`nature.${code}`)),
      },
    } as const;
  };
  const [buyer, seller] = [party('buyer'), party('seller')];
  const fields = {
    projectName: { kind: 'text', label: t('papersForm.projectName'), maxLength: 120 },
    buyerName: {
      kind: 'text',
      label: t('papersForm.buyerName'),
      maxLength: 120,
      path: 'buyer.name',
    },
    buyerRegion: buyer.region,
    buyerCountry: buyer.country,
    buyerNature: buyer.nature,
    sellerName: {
      kind: 'text',
      label: t('papersForm.sellerName'),
      maxLength: 120,
      path: 'seller.name',
    },
    sellerRegion: seller.region,
    sellerCountry: seller.country,
    sellerNature: seller.nature,
    periodFrom: { kind: 'date', label: t('papersForm.periodFrom') },
    periodUntil: { kind: 'date', label: t('papersForm.periodUntil') },
    deductions: {
      kind: 'rows',
      label: t('papersForm.deductions'),
      hint: t('papersForm.deductionsHint'),
      addLabel: t('papersForm.addDeduction'),
      max: 20,
      columns: [
        { name: 'what', label: t('papersForm.what'), kind: 'text', maxLength: 80 },
        {
          name: 'amount',
          label: t('papersForm.amount'),
          kind: 'number',
          unit: t('papersForm.wan'),
        },
      ],
    },
    payment: {
      kind: 'radio',
      label: t('papersForm.payment'),
      options: options(paymentWays, (code) => words(`payment.${code}`)),
    },
    rights: {
      kind: 'checkboxes',
      label: t('papersForm.rights'),
      options: options(rightKinds, (code) => words(`right.${code}`)),
    },
    field: {
      kind: 'select',
      label: t('papersForm.field'),
      options: options(technologyFields, (code) => words(`field.${code}`)),
    },
    objective: {
      kind: 'select',
      label: t('papersForm.objective'),
      options: options(objectives, (code) => words(`objective.${code}`)),
    },
    conditions: {
      kind: 'checkboxes',
      label: t('papersForm.conditions'),
      options: registration.conditions.map(({ code, title }) => ({ value: code, label: title })),
    },
  } as const satisfies CommandFields;
  const { form } = registration;
  return (
    <CommandForm
      {...shared}
      intro={t('papersForm.intro')}
      fields={fields}
      initial={{
        projectName: form.projectName,
        buyerName: form.buyer.name,
        buyerRegion: form.buyer.regionCode,
        buyerCountry: form.buyer.country,
        buyerNature: form.buyer.nature ?? '',
        sellerName: form.seller.name,
        sellerRegion: form.seller.regionCode,
        sellerCountry: form.seller.country,
        sellerNature: form.seller.nature ?? '',
        periodFrom: contract.periodFrom ?? contract.signedOn,
        periodUntil: contract.periodUntil ?? '',
        deductions: contract.deductions.map(({ what, amountFen }) => ({
          what,
          amount: wanIn(amountFen),
        })),
        payment: form.payment ?? '',
        rights: form.rights,
        field: form.field ?? '',
        objective: form.objective ?? '',
        conditions: form.conditions,
      }}
      submit={run<typeof fields>((step, values, call) =>
        dockingsApi.prepareRegistration(
          {
            ...step,
            projectName: values.projectName,
            buyer: {
              name: values.buyerName,
              country: values.buyerCountry.toUpperCase(),
              regionCode: values.buyerRegion,
              nature: chosen(partyNatures, values.buyerNature),
            },
            seller: {
              name: values.sellerName,
              country: values.sellerCountry.toUpperCase(),
              regionCode: values.sellerRegion,
              nature: chosen(partyNatures, values.sellerNature),
            },
            periodFrom: values.periodFrom || null,
            periodUntil: values.periodUntil || null,
            deductions: values.deductions.map(({ what = '', amount = '' }) => ({
              what,
              amountFen: fenIn(amount, 'deductions'),
            })),
            payment: chosen(paymentWays, values.payment),
            rights: chosenAmong(rightKinds, values.rights),
            field: chosen(technologyFields, values.field),
            objective: chosen(objectives, values.objective),
            conditions: chosenAmong(allConditions, values.conditions),
          },
          call,
        ),
      )}
    />
  );
}

/** The number as the registry gave it. */
export function RegisteredForm({ shared, run, today }: CaseFormProps): ReactElement {
  const t = contentWords.useText();
  const fields = {
    registrationNumber: {
      kind: 'text',
      label: t('papersForm.number'),
      hint: t('papersForm.numberHint'),
      required: true,
    },
    registeredOn: {
      kind: 'date',
      label: t('papersForm.registeredOn'),
      required: true,
      max: today,
    },
    file: {
      kind: 'files',
      label: t('papersForm.certificate'),
      required: true,
      path: 'fileId',
    },
  } as const;
  return (
    <CommandForm
      {...shared}
      intro={t('papersForm.recordIntro')}
      fields={fields}
      submit={run<typeof fields>((step, { file, ...values }, call) =>
        dockingsApi.recordRegistration({ ...step, ...values, fileId: file[0]?.id ?? '' }, call),
      )}
    />
  );
}
