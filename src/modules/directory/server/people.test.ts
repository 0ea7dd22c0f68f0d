import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import { toldSoFar } from '../../../../tests/support/notices.ts';
import {
  givenAccount,
  givenEnterprise,
  givenRole,
  type Person,
} from '../../../../tests/support/people.ts';
import { newId } from '../../../kernel/ids.ts';
import { defineCommand } from '../../../platform/commands/run-command.ts';
import { systemActor } from '../../identity/index.ts';
import { importExperts } from '../index.ts';
import { checkDirectoryDue } from './check-due.job.ts';

const MONDAY = '2026-11-23T02:00:00Z';
let test: TestApp;
let operator: Person;
beforeAll(async () => {
  test = await startTestApp();
  operator = await givenRole(test, 'operator', '许知勤');
});
afterAll(() => test.close());

/** The link in the last invitation to this address: it stands in the mail and nowhere else. */
async function invitationTo(email: string): Promise<string> {
  const { rows } = await sql<{ data: { to: string; text: string } }>`
    select data from jobs.job where name = 'mail.send' order by created_on desc`.execute(
    test.platform.db,
  );
  const mail = rows.find(({ data }) => data.to === email);
  return /\/join\/([\w-]+)/.exec(mail?.data.text ?? '')?.[1] ?? '';
}

const organisationsOf = async (person: Person) =>
  (await person.api.identity.getMe()).organisations.map(({ name }) => name);

describe('a second member', () => {
  it('is invited by e-mail, joins by the link under that address, and may leave again', async () => {
    const owner = await givenEnterprise(test, { name: '星驰电动车厂' });
    const colleague = await givenAccount(test, '谭越野');
    const stranger = await givenAccount(test);
    await owner.api.people.invitePerson({
      id: owner.organisationId,
      email: colleague.email.toUpperCase(),
    });
    const token = await invitationTo(colleague.email);
    expect(await test.api().people.getInvitation({ token })).toMatchObject({
      organisationName: '星驰电动车厂',
      email: colleague.email,
      state: 'open',
    });
    await expect(stranger.api.people.acceptInvitation({ token })).rejects.toMatchObject({
      status: 422,
      message: expect.stringContaining(colleague.email),
    });
    await colleague.api.people.acceptInvitation({ token });
    expect(await organisationsOf(colleague)).toEqual(['星驰电动车厂']);
    await expect(colleague.api.people.acceptInvitation({ token })).rejects.toMatchObject({
      status: 422,
    });
    // Now the first may go; the last may not.
    await owner.api.people.leaveOrganisation({ id: owner.organisationId });
    expect(await organisationsOf(owner)).toEqual([]);
    await expect(
      colleague.api.people.leaveOrganisation({ id: owner.organisationId }),
    ).rejects.toMatchObject({ status: 422, message: expect.stringContaining('最后一位') });
    // And come back.
    await colleague.api.people.invitePerson({ id: owner.organisationId, email: owner.email });
    await owner.api.people.acceptInvitation({ token: await invitationTo(owner.email) });
    expect(await organisationsOf(owner)).toEqual(['星驰电动车厂']);
  });

  it('cannot join by an invitation that was taken back, replaced or has expired', async () => {
    const owner = await givenEnterprise(test);
    const colleague = await givenAccount(test);
    const id = owner.organisationId;
    const invite = async () => {
      const people = await owner.api.people.invitePerson({ id, email: colleague.email });
      return { people, token: await invitationTo(colleague.email) };
    };
    const first = await invite();
    const second = await invite();
    expect(second.people.invitations).toHaveLength(1);
    const stateOf = async (token: string) =>
      (await test.api().people.getInvitation({ token })).state;
    expect([await stateOf(first.token), await stateOf(second.token)]).toEqual(['used', 'open']);
    await owner.api.people.revokeInvitation({
      id,
      invitationId: second.people.invitations[0]!.id,
    });
    await expect(
      colleague.api.people.acceptInvitation({ token: second.token }),
    ).rejects.toMatchObject({ status: 422 });
    const third = await invite();
    test.clock.set('2026-12-08T02:00:00Z');
    await expect(
      colleague.api.people.acceptInvitation({ token: third.token }),
    ).rejects.toMatchObject({ status: 422, message: expect.stringContaining('过期') });
    test.clock.set(MONDAY);
  });

  it('who is taken out is told why, and acts for it no more', async () => {
    const owner = await givenEnterprise(test, { name: '巴味坊食品厂' });
    const colleague = await givenAccount(test, '周翠微');
    await owner.api.people.invitePerson({ id: owner.organisationId, email: colleague.email });
    await colleague.api.people.acceptInvitation({ token: await invitationTo(colleague.email) });
    await owner.api.people.removePerson({
      id: owner.organisationId,
      userId: colleague.userId,
      words: '她去了别的公司。',
    });
    expect(await organisationsOf(colleague)).toEqual([]);
    const told = (await toldSoFar(test)).filter(({ to }) => to === colleague.email);
    expect(told).toMatchObject([{ subject: '您不再是“巴味坊食品厂”的成员' }]);
    expect(told[0]!.text).toContain('她去了别的公司');
    const { items } = await owner.api.directory.getOrganisationHistory({
      id: owner.organisationId,
    });
    expect(items).toContainEqual(
      expect.objectContaining({ action: 'remove', words: '周翠微：她去了别的公司。' }),
    );
  });
});

describe('an ownership claim', () => {
  const enter = (name: string) =>
    operator.api.directory.enterOrganisation({ name, kind: 'institute', regionCode: '500118' });
  const claim = async (
    person: Person,
    subjectId: string,
    subjectType: 'organisation' | 'expert' = 'organisation',
  ) => {
    const file = await person.api.files.uploadFile({ file: new File(['工作证'], '工作证.txt') });
    return person.api.people.submitClaim({
      subjectType,
      subjectId,
      words: '我是这家院所的科研处长。',
      fileId: file.id,
    });
  };

  it('is decided by an operator on its evidence, and the claimant is told', async () => {
    const { id } = await enter('永川检测研究所');
    const person = await givenAccount(test, '梁致远');
    const claimed = await claim(person, id);
    await expect(claim(person, id)).rejects.toMatchObject({ status: 409 });
    expect((await person.api.directory.getOrganisation({ id })).myClaim).toMatchObject({
      id: claimed.id,
      dueAt: '2026-11-25T10:00:00.000Z',
    });
    const waiting = (await operator.api.people.listClaims()).waiting.find(
      (each) => each.id === claimed.id,
    )!;
    expect(waiting).toMatchObject({ claimantName: '梁致远', file: { name: '工作证.txt' } });
    const file = await operator.api.people.downloadClaimFile({ id: claimed.id });
    expect(await (file as unknown as Blob).text()).toBe('工作证');
    await operator.api.people.approveClaim({
      id: claimed.id,
      version: claimed.version,
      words: '欢迎。',
    });
    const me = await person.api.identity.getMe();
    expect(me.organisations).toEqual([{ id, name: '永川检测研究所' }]);
    expect(me.roles).toContain('enterprise');
    const told = await toldSoFar(test);
    expect(told.filter(({ to }) => to === operator.email).map(({ subject }) => subject)).toContain(
      '有人认领“永川检测研究所”，等您核实',
    );
    expect(told.filter(({ to }) => to === person.email).map(({ subject }) => subject)).toEqual([
      '“永川检测研究所”的认领通过了',
    ]);
  });

  it('is refused with a reason, can be taken back, and lets others wait no longer than it may', async () => {
    const { id } = await enter('永川材料研究所');
    const person = await givenAccount(test);
    const other = await givenAccount(test);
    const refused = await claim(person, id);
    const answer = await operator.api.people.refuseClaim({
      id: refused.id,
      version: refused.version,
      reasonCode: 'evidence_unclear',
      words: '看不出您在这里工作，请补一份介绍信。',
    });
    expect(answer).toMatchObject({ status: 'refused', reasonCode: 'evidence_unclear' });
    expect(await organisationsOf(person)).toEqual([]);
    const taken = await claim(other, id);
    await other.api.people.withdrawClaim({ id: taken.id, version: taken.version });
    await expect(
      operator.api.people.approveClaim({ id: taken.id, version: taken.version }),
    ).rejects.toMatchObject({ status: 422 });
    const late = await claim(person, id);
    test.clock.set('2026-11-25T10:01:00Z');
    expect(await checkDirectoryDue(test.platform)).toBe(1);
    expect(await checkDirectoryDue(test.platform)).toBe(0);
    const told = await toldSoFar(test);
    expect(told.filter(({ to }) => to === operator.email).at(-1)).toMatchObject({
      kind: 'claim',
      subject: '认领“永川材料研究所”过期了',
    });
    const [first] = (await operator.api.people.listClaims()).waiting;
    expect(first).toMatchObject({ id: late.id, due: { standing: 'overdue' } });
    test.clock.set(MONDAY);
  });

  it('of an imported profile gives it to the account, once and to one account', async () => {
    const expertId = await test.platform.runCommand(
      { actor: systemActor, requestId: 'test' },
      importProfile,
      undefined,
    );
    const person = await givenAccount(test, '戴清和');
    const rival = await givenAccount(test);
    const mine = await claim(person, expertId, 'expert');
    const theirs = await claim(rival, expertId, 'expert');
    await operator.api.people.approveClaim({ id: mine.id, version: mine.version });
    const me = await person.api.identity.getMe();
    expect(me.expertIds).toEqual([expertId]);
    expect(me.roles).toContain('expert');
    await expect(
      operator.api.people.approveClaim({ id: theirs.id, version: theirs.version }),
    ).rejects.toMatchObject({ status: 422 });
    await expect(claim(person, expertId, 'expert')).rejects.toMatchObject({ status: 422 });
    await expect(
      person.api.directory.registerExpert({
        name: '戴清和',
        title: '高级工程师',
        organisationName: '某所',
        research: '切削',
        regionCode: '500118',
      }),
    ).rejects.toMatchObject({ status: 409 });
  });
});

const importProfile = defineCommand({
  name: 'library.import',
  async run(context, _none: undefined) {
    const id = newId(context.now.getTime());
    await importExperts(
      context,
      [
        {
          id,
          userId: null,
          organisationId: null,
          organisationName: '江川工业大学',
          name: '戴清和',
          title: '高级工程师',
          research: '刀具磨损监测',
          bio: '',
          regionCode: '500118',
        },
      ],
      false,
    );
    return id;
  },
});
