import { addScaled, type Matrix, multiplyTurned, transposed, zeros } from './matrices.ts';

/** How sharply the nearest is told from the others. */
const TEMPERATURE = 0.06;

/**
 * Loss of a batch and its gradient by `rows`, the vectors of its terms. `weights`: one a row;
 * `texts`: the rows of each text, first n spans, then their n rests. The vector of a text is the
 * weighted sum of its rows, scaled to length 1; the loss is the mean cross entropy of finding the rest
 * for a span. The gradient is that of both ways, half each.
 */
export function batchGradient(
  rows: Matrix,
  weights: Float32Array,
  texts: readonly (readonly number[])[],
): { loss: number; gradient: Matrix } {
  const width = rows.columns;
  const n = texts.length / 2;
  const { spans, rests, lengths } = textVectors(rows, weights, texts);
  const likeness = multiplyTurned(spans, rests, 1 / TEMPERATURE);
  const { loss, errors } = crossEntropy(likeness);
  const bySpans = multiplyTurned(errors, transposed(rests), 1);
  const byRests = multiplyTurned(transposed(errors), transposed(spans), 1);

  const gradient = zeros(rows.rows, width);
  for (const [text, places] of texts.entries()) {
    const [unit, slope] = text < n ? [spans, bySpans] : [rests, byRests];
    const at = (text < n ? text : text - n) * width;
    // Scaling to length 1 lets through only what is at a right angle to the vector.
    let along = 0;
    for (let d = 0; d < width; d++) along += slope.values[at + d]! * unit.values[at + d]!;
    for (let d = 0; d < width; d++) {
      slope.values[at + d] =
        (slope.values[at + d]! - along * unit.values[at + d]!) / lengths[text]!;
    }
    for (const place of places) {
      addScaled(gradient.values, place * width, slope.values, at, weights[place]!, width);
    }
  }
  return { loss, gradient };
}

function textVectors(
  rows: Matrix,
  weights: Float32Array,
  texts: readonly (readonly number[])[],
): { spans: Matrix; rests: Matrix; lengths: Float64Array } {
  const width = rows.columns;
  const n = texts.length / 2;
  const spans = zeros(n, width);
  const rests = zeros(n, width);
  const lengths = new Float64Array(texts.length);
  for (const [text, places] of texts.entries()) {
    const { values } = text < n ? spans : rests;
    const at = (text < n ? text : text - n) * width;
    for (const place of places) {
      addScaled(values, at, rows.values, place * width, weights[place]!, width);
    }
    let square = 0;
    for (let d = at; d < at + width; d++) square += values[d]! * values[d]!;
    lengths[text] = Math.sqrt(square) + 1e-6;
    for (let d = at; d < at + width; d++) values[d]! /= lengths[text]!;
  }
  return { spans, rests, lengths };
}

/** The right one of each row and of each column is on the diagonal. */
function crossEntropy({ rows: n, values }: Matrix): { loss: number; errors: Matrix } {
  const errors = zeros(n, n);
  const scale = 1 / (2 * n * TEMPERATURE);
  let loss = 0;
  const shares = new Float64Array(n);
  /** Adds the shares of a row or column to the errors; gives the logarithm of their sum. */
  const add = (first: number, stride: number): number => {
    let largest = -Infinity;
    for (let k = 0, at = first; k < n; k++, at += stride) largest = Math.max(largest, values[at]!);
    let sum = 0;
    for (let k = 0, at = first; k < n; k++, at += stride) {
      shares[k] = Math.exp(values[at]! - largest);
      sum += shares[k]!;
    }
    for (let k = 0, at = first; k < n; k++, at += stride) {
      errors.values[at]! += (scale * shares[k]!) / sum;
    }
    return largest + Math.log(sum);
  };
  for (let i = 0; i < n; i++) {
    const right = i * n + i;
    loss += (add(i * n, 1) - values[right]!) / n;
    add(i, n);
    errors.values[right]! -= 2 * scale;
  }
  return { loss, errors };
}
