import fs from 'node:fs';
import path from 'node:path';
import type { GrantableRole } from '../../modules/identity/domain/identity.policy.ts';
import type { FacilityRow } from '../../modules/directory/index.ts';
import type {
  CarrierType,
  OrganisationKind,
} from '../../modules/directory/domain/directory.policy.ts';
import { beijingInstant, beijingDate, shiftDate } from '../../kernel/calendar.ts';
import { fenFromWan } from '../../kernel/money.ts';
import { newId } from '../../kernel/ids.ts';
import type { Library } from '../import-listings.ts';

const folder = path.resolve(import.meta.dirname, '../../../database/demo');

const json = (name: string): unknown =>
  JSON.parse(fs.readFileSync(path.join(folder, name), 'utf8'));
const lines = (name: string): unknown[] =>
  fs
    .readFileSync(path.join(folder, name), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);

type OrganisationFile = {
  organisations: {
    key: string;
    name: string;
    kind: OrganisationKind;
    regionCode: string;
    uscc: string | null;
    introduction: string;
    carrierType?: CarrierType;
    aliases?: string[];
  }[];
};
type AchievementLine = {
  id: string;
  organisation: string;
  expert?: string;
  title: string;
  abstract: string;
  keywords: string[];
  industryCode: string | null;
  trl: number | null;
  regionCode: string;
  coopModes: string[];
  priceMinWan: number | null;
  priceMaxWan: number | null;
  publishedDay: number;
};
type NeedLine = {
  id: string;
  organisation: string;
  title: string;
  description: string;
  industryCode: string | null;
  regionCode: string;
  budgetWan: number | null;
  months: number | null;
  coopModes: string[];
  publishedDay: number;
};
type FacilityLine = Required<Omit<FacilityRow, 'id' | 'organisationId'>> & {
  key: string;
  organisation: string;
};
type ExpertLine = {
  id: string;
  organisation: string | null;
  organisationName: string;
  name: string;
  title: string;
  research: string;
  bio: string;
  regionCode: string;
};

export type ExampleAccountFile = {
  password: string;
  accounts: {
    key: string;
    email: string;
    name: string;
    roles: { role: GrantableRole; regionCode: string | null }[];
    organisations: string[];
    expert?: string;
  }[];
};

export type Step = {
  day: number;
  time: string;
  by: string;
  command: string;
  input: Record<string, unknown>;
};
export type StoryFile = {
  stories: {
    key: string;
    need: string;
    offerKind: 'achievement' | 'expert';
    offer: string;
    steps: Step[];
  }[];
  intake: (Omit<NeedLine, 'id' | 'publishedDay'> & { key: string; by: string; steps: Step[] })[];
};

/** A moment given as days from today and a time in China. */
export const momentOf = (today: string, day: number, time: string): Date =>
  beijingInstant(shiftDate(today, day), time);

/** The example district's files, with ids in place of keys. `idOf` gives the id of a file's key. */
export function readExamples(now: Date) {
  const today = beijingDate(now);
  const ids = new Map<string, string>();
  const idOf = (key: string): string => {
    const known = ids.get(key);
    if (known) return known;
    const id = newId(now.getTime());
    ids.set(key, id);
    return id;
  };
  const library: Library = {
    organisations: (json('organisations.json') as OrganisationFile).organisations.map((row) => ({
      id: idOf(row.key),
      kind: row.kind,
      name: row.name,
      uscc: row.uscc ?? null,
      regionCode: row.regionCode,
      introduction: row.introduction ?? '',
      carrierType: row.carrierType ?? null,
      aliases: row.aliases ?? [],
    })),
    facilities: (lines('facilities.jsonl') as FacilityLine[]).map(
      ({ key, organisation, ...row }) => ({
        ...row,
        id: idOf(key),
        organisationId: idOf(organisation),
      }),
    ),
    experts: (lines('experts.jsonl') as ExpertLine[]).map((row) => ({
      id: idOf(row.id),
      userId: null,
      organisationId: row.organisation ? idOf(row.organisation) : null,
      organisationName: row.organisationName,
      name: row.name,
      title: row.title,
      research: row.research,
      bio: row.bio,
      regionCode: row.regionCode,
    })),
    achievements: (lines('achievements.jsonl') as AchievementLine[]).map((row) => ({
      id: idOf(row.id),
      organisationId: idOf(row.organisation),
      expertId: row.expert ? idOf(row.expert) : null,
      title: row.title,
      abstract: row.abstract,
      keywords: row.keywords,
      regionCode: row.regionCode,
      industryCode: row.industryCode ?? null,
      trl: row.trl ?? null,
      priceMinFen: row.priceMinWan === null ? null : fenFromWan(row.priceMinWan),
      priceMaxFen: row.priceMaxWan === null ? null : fenFromWan(row.priceMaxWan),
      coopModes: row.coopModes,
      publishedAt: momentOf(today, row.publishedDay, '09:00'),
    })),
    needs: (lines('needs.jsonl') as NeedLine[]).map((row) => ({
      id: idOf(row.id),
      organisationId: idOf(row.organisation),
      title: row.title,
      description: row.description,
      regionCode: row.regionCode,
      industryCode: row.industryCode ?? null,
      budgetFen: row.budgetWan === null ? null : fenFromWan(row.budgetWan),
      months: row.months ?? null,
      coopModes: row.coopModes,
      publishedAt: momentOf(today, row.publishedDay, '09:00'),
    })),
  };
  return {
    today,
    idOf,
    library,
    accounts: json('accounts.json') as ExampleAccountFile,
    stories: json('stories.json') as StoryFile,
  };
}
export type Examples = ReturnType<typeof readExamples>;
