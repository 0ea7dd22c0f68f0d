import { usccCheckCharacter } from '../../src/kernel/codes/uscc.ts';
import { organisationCodeCheckCharacter } from '../../src/kernel/codes/organisation-code.ts';
import { ensureRole, systemActor } from '../../src/modules/identity/index.ts';
import type { GrantableRole } from '../../src/modules/identity/domain/identity.policy.ts';
import type { Api, TestApp } from './app.ts';

/** Somebody with an account, signed in. */
export type Person = {
  userId: string;
  name: string;
  email: string;
  cookie: string;
  api: Api;
};

const REGION = '500118';
let count = 0;

/** An account that holds nothing yet. */
export async function givenAccount(test: TestApp, name = '陈望川'): Promise<Person> {
  count += 1;
  const email = `person${count}@example.com`;
  const { headers, response } = await test.app.auth.api.signUpEmail({
    body: { email, name, password: 'a long password' },
    returnHeaders: true,
  });
  const cookie = headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ');
  return { userId: response.user.id, name, email, cookie, api: test.api(cookie) };
}

/** An account with a role for the district, as an administrator would give it. */
export async function givenRole(
  test: TestApp,
  role: GrantableRole,
  name?: string,
  regionCode: string | null = REGION,
): Promise<Person> {
  const person = await givenAccount(test, name ?? role);
  await test.platform.db.transaction().execute((tx) =>
    ensureRole(tx, {
      userId: person.userId,
      role,
      regionCode,
      at: new Date(test.clock.now().getTime() - 86_400_000),
      by: systemActor.name,
    }),
  );
  return person;
}

/** A code that passes its check digits and belongs to nobody we know of. */
export function inventedUscc(seed: number): string {
  const serial = `MA${String(60_000 + seed).padStart(6, '0')}`;
  const seventeen = `91${REGION}${serial}${organisationCodeCheckCharacter(serial)}`;
  return `${seventeen}${usccCheckCharacter(seventeen)}`;
}

export type Enterprise = Person & { organisationId: string; organisationName: string };

/** Somebody of an enterprise that registered here by itself. */
export async function givenEnterprise(
  test: TestApp,
  options: { name?: string; person?: string } = {},
): Promise<Enterprise> {
  const person = await givenAccount(test, options.person ?? '林秋实');
  const organisationName = options.name ?? `第${count}机械厂`;
  const organisation = await person.api.directory.registerOrganisation({
    name: organisationName,
    kind: 'enterprise',
    uscc: inventedUscc(count),
    regionCode: REGION,
    introduction: '',
  });
  return { ...person, organisationId: organisation.id, organisationName };
}

export type Expert = Person & { expertId: string };

/** Somebody who entered an expert profile. */
export async function givenExpert(
  test: TestApp,
  options: { name?: string; research?: string; bio?: string } = {},
): Promise<Expert> {
  const person = await givenAccount(test, options.name ?? '郁承钧');
  const expert = await person.api.directory.registerExpert({
    name: person.name,
    title: '教授',
    organisationName: '渝西理工大学',
    research: options.research ?? '数控机床精度、热误差与几何误差补偿',
    bio: options.bio ?? '从事机床热误差建模与补偿二十年。',
    regionCode: '500109',
  });
  return { ...person, expertId: expert.id };
}

export const heatNeed = {
  title: '早上第一件和下午的件尺寸差三四丝',
  description:
    '加工中心开机一上午，孔深和面高就慢慢跑，机床热误差明显，冷机热机差30多微米。车间没有恒温条件，希望全天稳定在1丝以内。',
};

/** A need that an enterprise handed in and an operator published. */
export async function givenPublishedNeed(
  owner: Enterprise,
  operator: Person,
  words: Partial<typeof heatNeed> & { industryCode?: string; budgetFen?: number } = {},
) {
  const draft = await owner.api.exchange.draftNeed({
    organisationId: owner.organisationId,
    regionCode: REGION,
    ...heatNeed,
    ...words,
  });
  const submitted = await owner.api.exchange.submitNeed({ id: draft.id, version: draft.version });
  return operator.api.exchange.publishNeed({ id: draft.id, version: submitted.version });
}

/** An achievement that its holder listed. */
export async function givenPublishedAchievement(
  holder: Enterprise,
  words: { title?: string; abstract?: string } = {},
) {
  const draft = await holder.api.exchange.draftAchievement({
    organisationId: holder.organisationId,
    title: words.title ?? '机床主轴热误差建模与实时补偿',
    abstract:
      words.abstract ??
      '建立加工中心主轴热误差预测模型，通过数控系统坐标偏置在线补偿，连续切削8小时Z向漂移由38μm降至7μm，无需恒温车间。',
    keywords: ['热误差', '在线补偿'],
    regionCode: '500109',
    trl: 8,
    coopModes: ['技术服务', '技术许可'],
  });
  return holder.api.exchange.publishAchievement({ id: draft.id, version: draft.version });
}
