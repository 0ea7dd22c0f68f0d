import type { IsoDate } from '../../../kernel/calendar.ts';

/**
 * What the venue asks of a technology contract, after 《技术合同认定登记管理办法》 (工业和信息化部,
 * 2026-01-23) with its rules, and the Civil Code, articles 843 to 887. The platform prepares the
 * papers and says what they lack; whether a contract is registered the venue decides.
 */
export const contractTypes = [
  'development',
  'transfer',
  'licence',
  'consulting',
  'service',
] as const;
export type ContractType = (typeof contractTypes)[number];

/** Kinds of party as the form of the venue names them. Its numbers for them are the venue's. */
export const partyNatures = [
  'enterprise',
  'institution',
  'society',
  'government',
  'person',
  'other',
] as const;
export const rightKinds = [
  'secret',
  'patent',
  'software',
  'circuit',
  'plant',
  'medicine',
  'design',
  'none',
] as const;
/** The eleven fields of the national statistics of technology contracts. */
export const technologyFields = [
  'electronics',
  'aerospace',
  'manufacturing',
  'biomedicine',
  'materials',
  'energy',
  'environment',
  'nuclear',
  'agriculture',
  'transport',
  'city',
] as const;
/** Socio-economic objectives, GB/T 24450. */
export const objectives = [
  'environment',
  'energy',
  'health',
  'education',
  'infrastructure',
  'society',
  'earth',
  'space',
  'agriculture',
  'industry',
  'research',
  'civil_other',
  'defence',
] as const;
export const paymentWays = ['once', 'parts', 'share', 'entry_and_share', 'other'] as const;

/** What makes a contract of its type one (rules of recognition), and what the venue refuses without. */
const ofEveryType = ['subject_clear', 'price_clear', 'no_monopoly', 'seal_matches'] as const;
const ofType = {
  development: ['target_clear', 'not_yet_known', 'innovative', 'quantified', 'acceptance_agreed'],
  transfer: ['already_held', 'complete_practical', 'rights_clear'],
  licence: ['already_held', 'complete_practical', 'rights_clear'],
  consulting: [],
  service: [],
} as const satisfies Record<ContractType, readonly string[]>;
export const conditions = [...ofEveryType, ...ofType.development, ...ofType.transfer] as const;
export type Condition = (typeof conditions)[number];
export const conditionsOf = (type: ContractType): readonly Condition[] => [
  ...ofEveryType,
  ...ofType[type],
];

export type Party = {
  name: string;
  /** ISO 3166 alpha-3, as the form has three places for it. */
  country: string;
  /** GB/T 2260; of parties in China. */
  regionCode: string;
  nature: (typeof partyNatures)[number] | null;
};
export type RegistrationForm = {
  projectName: string;
  buyer: Party;
  seller: Party;
  rights: (typeof rightKinds)[number][];
  field: (typeof technologyFields)[number] | null;
  objective: (typeof objectives)[number] | null;
  payment: (typeof paymentWays)[number] | null;
  /** Those that whoever prepares the papers has found to hold. */
  conditions: Condition[];
};

export type Deduction = { what: string; amountFen: number };
export type ContractFacts = {
  type: ContractType;
  amountFen: number;
  technologyAmountFen: number;
  deductions: readonly Deduction[];
  signedOn: IsoDate;
  periodFrom: IsoDate | null;
  periodUntil: IsoDate | null;
};

/** Yes, no, or not known yet; what is not known is not taken for a no. */
export type Standing = 'met' | 'unmet' | 'unknown';
export type RegistrationItem = { code: string; standing: Standing };

/** 技术交易额 = 成交额 − 非技术性费用 (equipment, instruments, parts, material), in fen. */
export const technologyAmount = (amountFen: number, deductions: readonly Deduction[]): number =>
  deductions.reduce((left, { amountFen: less }) => left - less, amountFen);

/** Every field of the form with how it stands, in the order of the form. */
export function registrationItems(
  contract: ContractFacts,
  form: RegistrationForm,
  today: IsoDate,
): RegistrationItem[] {
  const given = (code: string, value: unknown): RegistrationItem => ({
    code,
    standing: value === null || value === '' ? 'unknown' : 'met',
  });
  return [
    given('project_name', form.projectName),
    { code: 'type', standing: 'met' },
    ...(['buyer', 'seller'] as const).map((code) => ({
      code,
      standing: partyStanding(form[code]),
    })),
    { code: 'two_parties', standing: partiesStanding(form) },
    { code: 'signed_on', standing: 'met' },
    { code: 'period', standing: periodStanding(contract, today) },
    { code: 'amount', standing: 'met' },
    { code: 'technology_amount', standing: amountStanding(contract) },
    given('payment', form.payment),
    { code: 'rights', standing: rightsStanding(form) },
    given('field', form.field),
    given('objective', form.objective),
    { code: 'contract_file', standing: 'met' },
    ...conditionsOf(contract.type).map((code) => ({
      code,
      standing: form.conditions.includes(code) ? ('met' as const) : ('unknown' as const),
    })),
  ];
}

export const isComplete = (items: readonly RegistrationItem[]): boolean =>
  items.every(({ standing }) => standing === 'met');

function partyStanding({ name, country, regionCode, nature }: Party): Standing {
  if (name === '' || country === '' || nature === null) return 'unknown';
  if (country !== 'CHN') return 'met';
  return regionCode === '' ? 'unknown' : 'met';
}

function partiesStanding({ buyer, seller }: RegistrationForm): Standing {
  if (buyer.name === '' || seller.name === '') return 'unknown';
  return buyer.name === seller.name ? 'unmet' : 'met';
}

// A contract is registered while it holds.
function periodStanding({ periodFrom, periodUntil }: ContractFacts, today: IsoDate): Standing {
  if (periodFrom === null || periodUntil === null) return 'unknown';
  return periodUntil < periodFrom || periodUntil < today ? 'unmet' : 'met';
}

function amountStanding({ amountFen, technologyAmountFen, deductions }: ContractFacts): Standing {
  if (technologyAmountFen === technologyAmount(amountFen, deductions))
    return technologyAmountFen > 0 ? 'met' : 'unmet';
  // Less than the whole, but nobody said what was taken off.
  return deductions.length === 0 ? 'unknown' : 'unmet';
}

function rightsStanding({ rights }: RegistrationForm): Standing {
  if (rights.length === 0) return 'unknown';
  return rights.includes('none') && rights.length > 1 ? 'unmet' : 'met';
}

/** From this technology amount on, in fen, the draft of the rules has experts look at it (500 万元). */
export const EXPERT_REVIEW_FEN = 500_000_000;
