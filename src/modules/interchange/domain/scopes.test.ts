import { describe, expect, it } from 'vitest';
import { withheldActions, type ScopedRoute } from './scopes.ts';

const routes: ScopedRoute[] = [
  { permission: 'need.read', method: 'GET', group: 'exchange' },
  { permission: 'need.publish', method: 'POST', group: 'exchange' },
  { permission: 'docking.read', method: 'GET', group: 'dockings' },
  { permission: 'role.grant', method: 'POST', group: null },
  { permission: 'account.me', method: 'GET', group: null },
];
const withheld = (...held: string[]) => [...withheldActions(routes, held)];

describe('a key', () => {
  it('may do what its scopes name, and say who it is', () => {
    expect(withheld()).toEqual(['need.read', 'need.publish', 'docking.read', 'role.grant']);
    expect(withheld('exchange:read')).toEqual(['need.publish', 'docking.read', 'role.grant']);
    expect(withheld('exchange:write')).toEqual(['docking.read', 'role.grant']);
  });

  it('never gives roles, whatever its scopes say', () => {
    expect(withheld('identity:write', 'exchange:write', 'dockings:write')).toEqual(['role.grant']);
  });
});
