import { expect, it } from 'vitest';
import { funnelRates } from './funnel.ts';

it('gives each stage as a share of the one before, and none where there is nothing to share', () => {
  const counts = { shown: 200, opened: 50, contacted: 5, met: 0, contracted: 0, paid: 0 };
  expect(funnelRates(counts).map(({ rate }) => rate)).toEqual([null, 0.25, 0.1, 0, null, null]);
});
