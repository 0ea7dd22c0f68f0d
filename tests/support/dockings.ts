import type { Api, TestApp } from './app.ts';
import {
  givenEnterprise,
  givenExpert,
  givenPublishedAchievement,
  givenPublishedNeed,
  givenRole,
  type Enterprise,
  type Expert,
  type Person,
} from './people.ts';

/** Those who meet in the cases of the tests, and how far they bring one. */
export type CaseWorld = {
  asker: Enterprise;
  holder: Enterprise;
  stranger: Enterprise;
  expert: Expert;
  broker: Person;
  otherBroker: Person;
  operator: Person;
  /** A need and an achievement of their own, so that no story meets another. */
  givenPair: () => Promise<Pair>;
  propose: (by: Person, pair?: Pair) => Promise<Case>;
  /** A case whose two sides have been spoken to by its broker. */
  givenContact: () => Promise<Case>;
  /** A case brought as far as the contract by its broker. */
  givenContract: () => Promise<Case>;
  /** A case in which the work has begun, to be done by the last of March. */
  givenDelivery: () => Promise<Case>;
};
export type Pair = { needId: string; offerKind: 'achievement'; offerId: string };
export type Case = Awaited<ReturnType<Api['dockings']['getDocking']>>;

export const cases = (person: Person) => person.api.dockings;

export const reason = (code: string, status = 422) => ({ status, data: { reasons: [{ code }] } });

export async function upload(by: Person, name = '合同.pdf'): Promise<string> {
  const content = new Blob(['%PDF-1.7 ', name], { type: 'application/pdf' });
  const { id } = await by.api.files.uploadFile({ file: new File([content], name) });
  return id;
}

/** 48 万元, of which 41 are technology; signed on the day at which the tests stand. */
export const signed = {
  type: 'service' as const,
  amountFen: 48_000_000,
  technologyAmountFen: 41_000_000,
  signedOn: '2026-11-23',
};

export async function givenCaseWorld(test: TestApp): Promise<CaseWorld> {
  const asker = await givenEnterprise(test, { name: '凌峰精密机械', person: '陈望川' });
  const holder = await givenEnterprise(test, { name: '渝西热控技术', person: '卓竹筠' });
  const stranger = await givenEnterprise(test, { name: '翠屏纸品' });
  const expert = await givenExpert(test);
  const broker = await givenRole(test, 'broker', '罗予安');
  const otherBroker = await givenRole(test, 'broker', '何见深');
  const operator = await givenRole(test, 'operator', '许知勤');

  async function givenPair(): Promise<Pair> {
    const need = await givenPublishedNeed(asker, operator);
    const offer = await givenPublishedAchievement(holder);
    return { needId: need.id, offerKind: 'achievement' as const, offerId: offer.id };
  }
  const propose = async (by: Person, pair?: Pair) =>
    cases(by).proposeDocking(pair ?? (await givenPair()));
  async function givenContact() {
    const { id } = await propose(broker);
    await cases(holder).acceptDocking({ id, version: 1 });
    return cases(broker).recordContact({
      id,
      version: 2,
      channel: 'phone',
      words: '双方都愿意谈。',
    });
  }
  async function givenContract() {
    const { id } = await givenContact();
    await cases(broker).recordMeeting({
      id,
      version: 3,
      heldOn: '2026-11-23',
      place: '凌峰精密二车间',
      people: 5,
      words: '现场测得冷热机差 34 μm。',
    });
    await cases(asker).startNegotiation({ id, version: 4 });
    const fileId = await upload(broker);
    return cases(broker).recordContract({ id, version: 5, ...signed, fileId });
  }
  async function givenDelivery() {
    const { id, version } = await givenContract();
    return cases(holder).startDelivery({ id, version, deliverBy: '2027-03-31' });
  }
  return {
    asker,
    holder,
    stranger,
    expert,
    broker,
    otherBroker,
    operator,
    givenPair,
    propose,
    givenContact,
    givenContract,
    givenDelivery,
  };
}
