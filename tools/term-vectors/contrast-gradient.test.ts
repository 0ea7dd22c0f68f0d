import { expect, it } from 'vitest';
import { seededRandom } from '../../src/kernel/random.ts';
import { batchGradient } from './contrast-gradient.ts';

it('the gradient is how the loss of both ways changes', () => {
  const random = seededRandom(3);
  const rows = {
    rows: 6,
    columns: 4,
    values: Float32Array.from({ length: 24 }, () => random() - 0.5),
  };
  const weights = Float32Array.from([1, 0.5, 0.8, 1, 0.2, 0.9]);
  const spans = [[0, 1], [2], [3, 4]];
  const rests = [
    [1, 2],
    [3, 5],
    [0, 4, 5],
  ];
  const { gradient } = batchGradient(rows, weights, [...spans, ...rests]);
  const lossOfBothWays = (): number =>
    (batchGradient(rows, weights, [...spans, ...rests]).loss +
      batchGradient(rows, weights, [...rests, ...spans]).loss) /
    2;
  const step = 1 / 1024;
  for (let at = 0; at < rows.values.length; at++) {
    const value = rows.values[at]!;
    rows.values[at] = value + step;
    const above = lossOfBothWays();
    rows.values[at] = value - step;
    const below = lossOfBothWays();
    rows.values[at] = value;
    const slope = (above - below) / (2 * step);
    expect(Math.abs(gradient.values[at]! - slope)).toBeLessThan(0.01 + 0.01 * Math.abs(slope));
  }
});
