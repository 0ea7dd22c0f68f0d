import { describe, expect, it } from 'vitest';
import { allowedCommands, refusedCommands } from './case-actions.ts';
import type { DockingDetail } from './queries.ts';

const may = (action: string) => ({ action, allowed: true, reasons: [] });
const mayNot = (action: string, ...codes: string[]) => ({
  action,
  allowed: false,
  reasons: codes.map((code) => ({ code, message: `[${code}]` })),
});

const docking = (facts: Partial<DockingDetail>): DockingDetail =>
  ({
    status: 'proposed',
    myTurn: true,
    brokerName: '罗予安',
    contract: null,
    meetings: [],
    payments: [],
    actions: [],
    ...facts,
  }) as unknown as DockingDetail;

describe('what one may do in a case', () => {
  it('begins with the step that takes it on, when it is my turn', () => {
    const actions = [may('end'), may('postMessage'), may('decline'), may('accept')];
    expect(allowedCommands(docking({ actions }))).toEqual(['accept', 'decline', 'postMessage']);
  });

  it('begins with a reminder, when it is not', () => {
    const actions = [may('complete'), may('end'), may('postMessage'), may('remind')];
    expect(allowedCommands(docking({ status: 'delivering', myTurn: false, actions }))).toEqual([
      'remind',
      'complete',
      'postMessage',
      'end',
    ]);
  });

  it('begins with taking it, as long as nobody has', () => {
    const actions = [may('remind'), may('take')];
    expect(allowedCommands(docking({ myTurn: false, brokerName: null, actions }))[0]).toBe('take');
  });

  it('asks for no payment once all is paid', () => {
    const contract = { amountFen: 100 } as DockingDetail['contract'];
    const paid = (amountFen: number) => [{ amountFen }] as DockingDetail['payments'];
    const actions = [may('recordPayment'), may('postMessage')];
    const facts = { status: 'completed' as const, contract, actions };
    expect(allowedCommands(docking({ ...facts, payments: paid(99) }))).toContain('recordPayment');
    expect(allowedCommands(docking({ ...facts, payments: paid(100) }))).toEqual(['postMessage']);
  });
});

describe('what one may not do yet', () => {
  it('says why in the words of the server, and who does it when it is not me', () => {
    const actions = [mayNot('recordContract', 'policy.role', 'docking.not_yet.recordContract')];
    expect(refusedCommands(docking({ actions }))).toEqual([
      {
        name: 'recordContract',
        notMine: true,
        reasons: ['[docking.not_yet.recordContract]'],
      },
    ]);
  });

  it('leaves out what is behind the case, and what would only say that it is my turn', () => {
    const actions = [
      mayNot('accept', 'docking.step_done'),
      mayNot('end', 'workflow.ended'),
      mayNot('remind', 'docking.your_turn'),
    ];
    expect(refusedCommands(docking({ actions }))).toEqual([]);
  });
});
