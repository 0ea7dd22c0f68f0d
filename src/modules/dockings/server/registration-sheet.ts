import { beijingDate } from '../../../kernel/calendar.ts';
import { formatMoney } from '../../../kernel/money.ts';
import type { Paper } from '../../../platform/documents/documents.ts';
import type { Translate } from '../../../platform/i18n/languages.ts';
import { regionLabel } from '../../reference-data/index.ts';
import { conditionsOf, type Party, type RegistrationForm } from '../domain/registration.ts';
import type { Contract } from './contracts.ts';
import type { Docking } from './tables.ts';

type Sheet = {
  docking: Docking;
  contract: Contract;
  form: RegistrationForm;
  contractFile: string;
  translate: Translate;
  now: Date;
};

/** All fields of the form, printed and for machines. The registration number is left to the venue. */
export function registrationSheet(sheet: Sheet): { paper: Paper; data: Record<string, unknown> } {
  const { docking, contract, form, contractFile, translate, now } = sheet;
  const word = (name: string, values?: Record<string, string>) =>
    translate(`docking.registration.sheet.${name}`, values);
  const option = (group: string, code: string | null) =>
    code === null ? '' : translate(`docking.registration.${group}.${code}`);
  const { periodFrom, periodUntil, deductions } = contract;
  const party = ({ name, country, regionCode, nature }: Party) =>
    word('party', {
      name,
      country,
      region: regionCode === '' ? '' : `${regionCode} ${regionLabel(regionCode, 'zh-CN')}`,
      nature: option('nature', nature),
    });
  const rows: [string, string][] = [
    [word('number'), contract.registrationNumber ?? word('numberBy')],
    [word('projectName'), form.projectName],
    [word('contractType'), option('type', contract.type)],
    [word('signedOn'), contract.signedOn],
    [word('period'), word('periodText', { from: periodFrom ?? '', until: periodUntil ?? '' })],
    [word('buyer'), party(form.buyer)],
    [word('seller'), party(form.seller)],
    [word('amount'), formatMoney(contract.amountFen, 'en')],
    [word('technologyAmount'), formatMoney(contract.technologyAmountFen, 'en')],
    [
      word('deducted'),
      deductions.length === 0
        ? word('nothingDeducted')
        : deductions
            .map(({ what, amountFen }) => `${what} ${formatMoney(amountFen, 'en')}`)
            .join('\n'),
    ],
    [word('payment'), option('payment', form.payment)],
    [word('rights'), form.rights.map((code) => option('right', code)).join('、')],
    [word('field'), option('field', form.field)],
    [word('objective'), option('objective', form.objective)],
    [word('contractFile'), contractFile],
    [
      word('conditions'),
      conditionsOf(contract.type)
        .map((code) => option('item', code))
        .join('\n'),
    ],
    [word('case'), docking.number],
    [word('made'), beijingDate(now)],
  ];
  return {
    paper: {
      title: word('title'),
      footer: `${docking.number}　${word('title')}`,
      content: [
        { text: word('title'), style: 'title' },
        { text: word('about'), style: 'meta', margin: [0, 6, 0, 14] },
        {
          table: {
            widths: [130, '*'],
            headerRows: 0,
            body: rows.map(([name, value]) => [name, value]),
          },
          layout: 'lightHorizontalLines',
        },
        { text: word('rule'), style: 'meta', margin: [0, 14, 0, 0] },
      ],
    },
    data: {
      format: 'rongtong.technology-contract-registration.1',
      case: docking.number,
      madeAt: now.toISOString(),
      ...form,
      type: contract.type,
      signedOn: contract.signedOn,
      periodFrom,
      periodUntil,
      amountFen: contract.amountFen,
      technologyAmountFen: contract.technologyAmountFen,
      deductions,
      contractFile,
      registrationNumber: contract.registrationNumber,
      // The words of the form beside the codes, in its order.
      fields: rows.map(([name, value]) => ({ name, value })),
    },
  };
}
