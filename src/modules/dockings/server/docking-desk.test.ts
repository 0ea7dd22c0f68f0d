import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { startTestApp, type TestApp } from '../../../../tests/support/app.ts';
import {
  cases,
  reason,
  givenCaseWorld,
  type CaseWorld,
} from '../../../../tests/support/dockings.ts';
import { type Person } from '../../../../tests/support/people.ts';
import { toldSoFar, type Told } from '../../../../tests/support/notices.ts';

const MONDAY = '2026-11-23T02:00:00Z';
let test: TestApp;
let asker: CaseWorld['asker'];
let holder: CaseWorld['holder'];
let stranger: CaseWorld['stranger'];
let broker: CaseWorld['broker'];
let otherBroker: CaseWorld['otherBroker'];
let operator: CaseWorld['operator'];
let givenPair: CaseWorld['givenPair'];
let propose: CaseWorld['propose'];

beforeAll(async () => {
  test = await startTestApp({ at: MONDAY });
  ({ asker, holder, stranger, broker, otherBroker, operator, givenPair, propose } =
    await givenCaseWorld(test));
});
afterEach(() => test.clock.set(MONDAY));
afterAll(() => test.close());

describe('time', () => {
  const friday = '2026-11-27T10:00:01Z';

  it('hands an overdue case to the operators once, and leaves the form of the late one usable', async () => {
    const { id, number } = await propose(broker);
    test.clock.set(friday);
    expect(await test.app.keepClocks()).toBeGreaterThan(0);
    expect(await test.app.keepClocks()).toBe(0);

    const late = await cases(operator).getDocking({ id });
    expect(late).toMatchObject({ escalated: true, myTurn: false, due: { standing: 'overdue' } });
    expect(late.history[0]).toMatchObject({ action: 'overdue', actorSide: 'system' });
    for (const scope of ['overdue', 'mine-to-do'] as const) {
      const { items } = await cases(operator).listDockings({ scope, pageSize: 100 });
      expect(items.map((item) => item.number)).toContain(number);
    }

    const accepted = await cases(holder).acceptDocking({ id, version: 1 });
    expect(accepted).toMatchObject({ escalated: false, due: { standing: 'left' } });
  });

  it('lets the others remind once a working day, and the one whose turn it is not at all', async () => {
    const { id } = await propose(asker);
    await cases(asker).remind({ id });
    await expect(cases(asker).remind({ id })).rejects.toMatchObject(
      reason('docking.reminded_today'),
    );
    await expect(cases(holder).remind({ id })).rejects.toMatchObject(reason('docking.your_turn'));
    test.clock.set('2026-11-24T02:00:00Z');
    await expect(cases(asker).remind({ id })).resolves.toMatchObject({ id });
  });

  it('lets the sides write to each other until thirty days after the end', async () => {
    const { id } = await propose(asker);
    await cases(asker).endDocking({ id, version: 1, reasonCode: 'budget', words: '今年不做了。' });
    const written = await cases(holder).postMessage({ id, words: '明年再联系。' });
    expect(written.history[0]).toMatchObject({ action: 'message', words: '明年再联系。' });
    test.clock.set('2026-12-23T02:00:00Z');
    await expect(cases(holder).postMessage({ id, words: '在吗？' })).rejects.toMatchObject(
      reason('docking.ended_long_ago'),
    );
  });
});

describe('what each finds in the list', () => {
  it('shows a free case to brokers to take, to operators as theirs to place, and to no stranger', async () => {
    const { id } = await propose(asker);
    await cases(holder).acceptDocking({ id, version: 1 });
    const has = async (person: Person, scope: 'open' | 'mine-to-do' | 'free') => {
      const { items, total, counts } = await cases(person).listDockings({ scope, pageSize: 100 });
      const key = scope === 'mine-to-do' ? 'mineToDo' : scope;
      expect(counts[key]).toBe(total);
      return items.some((item) => item.id === id);
    };
    expect(await has(otherBroker, 'free')).toBe(true);
    expect(await has(otherBroker, 'open')).toBe(false);
    expect(await has(operator, 'mine-to-do')).toBe(true);
    expect(await has(stranger, 'open')).toBe(false);
    expect(await has(asker, 'open')).toBe(true);

    await cases(otherBroker).takeDocking({ id, version: 2 });
    expect(await has(otherBroker, 'mine-to-do')).toBe(true);
    expect(await has(operator, 'mine-to-do')).toBe(false);
    await expect(cases(broker).getDocking({ id })).rejects.toMatchObject({ status: 403 });
    await expect(cases(broker).takeDocking({ id, version: 3 })).rejects.toMatchObject(
      reason('docking.has_broker', 403),
    );
  });

  it('puts the most urgent first', async () => {
    const { items } = await cases(operator).listDockings({ scope: 'open', pageSize: 100 });
    const due = items.map((item) => item.due?.at ?? '9');
    expect(due).toEqual([...due].sort());
  });

  it('says for each action whether it is allowed and, if not, why', async () => {
    const { id } = await propose(asker);
    const { actions } = await cases(holder).getDocking({ id });
    const offer = (action: string) => actions.find((each) => each.action === action);
    expect(offer('accept')).toEqual({ action: 'accept', allowed: true, reasons: [] });
    expect(offer('recordContract')?.reasons.map(({ message }) => message)).toEqual([
      '您的角色不能做这件事。',
      '进入洽谈、双方签字以后，才能登记合同。',
    ]);
  });
});

describe('notices', () => {
  const toldAbout = async (number: string): Promise<Told[]> =>
    (await toldSoFar(test)).filter(({ subject }) => subject.includes(number));

  it('go to the one whose turn it is, with a link, and never carry the words of the sides', async () => {
    const pair = await givenPair();
    const { id, number } = await cases(asker).proposeDocking({ ...pair, message: '只给您看的话' });
    const [mail, ...more] = await toldAbout(number);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ to: holder.email, mail: 'at_once', path: `/cases/${id}` });
    expect(mail!.text).toContain('现在轮到您答复是否接受，请在 11月26日周四 18:00 前办理。');
    expect(mail!.text).not.toContain('只给您看的话');
  });

  it('tell the other side of a no, and the operators of what is overdue', async () => {
    const { id, number } = await propose(asker);
    await cases(holder).declineDocking({
      id,
      version: 1,
      reasonCode: 'not_my_field',
      words: '不是我们的方向。',
    });
    const toAsker = (await toldAbout(number)).filter(({ to }) => to === asker.email);
    expect(toAsker.map(({ subject }) => subject)).toEqual([`${number} 对接被谢绝`]);

    const late = await propose(asker);
    test.clock.set('2026-11-27T10:00:01Z');
    await test.app.keepClocks();
    const told = (await toldAbout(late.number)).filter(({ subject }) => subject.includes('过期'));
    expect(told.map(({ to }) => to).toSorted()).toEqual([holder.email, operator.email].toSorted());
  });
});
