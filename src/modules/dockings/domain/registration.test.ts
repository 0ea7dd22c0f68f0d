import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  conditions,
  conditionsOf,
  contractTypes,
  isComplete,
  registrationItems,
  technologyAmount,
  type ContractFacts,
  type RegistrationForm,
} from './registration.ts';

const today = '2026-11-23';
const contract: ContractFacts = {
  type: 'development',
  amountFen: 48_000_000,
  technologyAmountFen: 41_000_000,
  deductions: [{ what: '测温传感器和采集卡', amountFen: 7_000_000 }],
  signedOn: '2026-11-20',
  periodFrom: '2026-11-20',
  periodUntil: '2027-11-19',
};
const form: RegistrationForm = {
  projectName: '加工中心主轴热误差补偿',
  buyer: { name: '凌峰精密机械', country: 'CHN', regionCode: '500118', nature: 'enterprise' },
  seller: { name: '渝西理工大学', country: 'CHN', regionCode: '500109', nature: 'institution' },
  rights: ['patent'],
  field: 'manufacturing',
  objective: 'industry',
  payment: 'parts',
  conditions: [...conditions],
};
const standings = (change: {
  contract?: Partial<ContractFacts>;
  form?: Partial<RegistrationForm>;
}) =>
  Object.fromEntries(
    registrationItems({ ...contract, ...change.contract }, { ...form, ...change.form }, today).map(
      ({ code, standing }) => [code, standing],
    ),
  );

describe('the papers for the registration of a contract', () => {
  it('are complete when every field of the form is met', () => {
    expect(isComplete(registrationItems(contract, form, today))).toBe(true);
  });

  it('tell what is not known yet from what is wrong', () => {
    expect(standings({ form: { field: null, projectName: '' } })).toMatchObject({
      field: 'unknown',
      project_name: 'unknown',
    });
    expect(standings({ form: { seller: form.buyer } })).toMatchObject({ two_parties: 'unmet' });
    expect(standings({ contract: { periodUntil: null } })).toMatchObject({ period: 'unknown' });
    expect(standings({ contract: { periodUntil: '2026-11-22' } })).toMatchObject({
      period: 'unmet',
    });
    expect(standings({ form: { rights: ['none', 'patent'] } })).toMatchObject({ rights: 'unmet' });
    const abroad = { ...form.seller, country: 'DEU', regionCode: '' };
    expect(standings({ form: { seller: abroad } })).toMatchObject({ seller: 'met' });
    expect(standings({ form: { seller: { ...abroad, country: 'CHN' } } })).toMatchObject({
      seller: 'unknown',
    });
  });

  it('explain the technology amount by what was taken off', () => {
    expect(standings({ contract: { deductions: [] } })).toMatchObject({
      technology_amount: 'unknown',
    });
    expect(
      standings({ contract: { deductions: [{ what: '传感器', amountFen: 6_000_000 }] } }),
    ).toMatchObject({ technology_amount: 'unmet' });
    const whole = { technologyAmountFen: contract.amountFen, deductions: [] };
    expect(standings({ contract: whole })).toMatchObject({ technology_amount: 'met' });
  });

  it('ask of each type what makes it one', () => {
    expect(standings({ form: { conditions: [] } })).toMatchObject({ acceptance_agreed: 'unknown' });
    const service = standings({ contract: { type: 'service' } });
    expect(service).not.toHaveProperty('acceptance_agreed');
    expect(service).toHaveProperty('seal_matches', 'met');
    for (const type of contractTypes) expect(new Set(conditionsOf(type)).size).toBeGreaterThan(3);
  });

  it('are never complete with a field that is not met', () => {
    const blank = fc.record({
      projectName: fc.constantFrom('', '热误差补偿'),
      field: fc.constantFrom(null, 'manufacturing' as const),
      payment: fc.constantFrom(null, 'once' as const),
      conditions: fc.subarray([...conditions]),
    });
    fc.assert(
      fc.property(blank, fc.constantFrom(...contractTypes), (change, type) => {
        const items = registrationItems({ ...contract, type }, { ...form, ...change }, today);
        const isFull =
          change.projectName !== '' &&
          change.field !== null &&
          change.payment !== null &&
          conditionsOf(type).every((code) => change.conditions.includes(code));
        expect(isComplete(items)).toBe(isFull);
      }),
    );
  });
});

it('takes from the amount of the contract what is no technology', () => {
  expect(technologyAmount(48_000_000, contract.deductions)).toBe(41_000_000);
});
