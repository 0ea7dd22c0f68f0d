import {
  gramMatrix,
  type Matrix,
  multiplySparse,
  multiplyTurned,
  type SparseMatrix,
  transposedSparse,
  zeros,
} from './matrices.ts';

/** Directions followed besides those wanted, and rounds: Halko, Martinsson and Tropp 2011. */
const SPARE = 16;
const ROUNDS = 4;
/** Directions weaker than this share of the strongest (squared) are noise of the arithmetic. */
const NOISE = 1e-10;

/**
 * The left singular vectors of the `dimensions` largest singular values, each by the square root of
 * its value (both sides of the matrix share it): one row for each row of `matrix`.
 */
export function truncatedSvd(
  matrix: SparseMatrix,
  dimensions: number,
  random: () => number,
): Matrix {
  const width = Math.min(matrix.size, dimensions + SPARE);
  let basis = zeros(matrix.size, width);
  for (let at = 0; at < basis.values.length; at++) basis.values[at] = normal(random);
  const turned = transposedSparse(matrix);
  for (let round = 1; round <= ROUNDS; round++) {
    basis = orthonormal(multiplySparse(matrix, basis));
    if (round < ROUNDS) basis = orthonormal(multiplySparse(turned, basis));
  }
  const { values, vectors } = eigen(gramMatrix(multiplySparse(turned, basis)), width);
  // The square of a singular value is here a value of the Gram matrix.
  return combine(basis, vectors, dimensions, (d) => Math.max(0, values[d]!) ** 0.25);
}

/** Normally distributed; Box and Muller 1958. */
function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** Columns of length 1 at right angles that span the same space; what is left over is zero. */
function orthonormal(matrix: Matrix): Matrix {
  const { values, vectors } = eigen(gramMatrix(matrix), matrix.columns);
  return combine(matrix, vectors, matrix.columns, (d) =>
    values[d]! > NOISE * values[0]! ? 1 / Math.sqrt(values[d]!) : 0,
  );
}

/** The columns of `matrix` put together as each of the first `count` columns of `vectors` says, with a factor. */
function combine(
  matrix: Matrix,
  vectors: Float64Array,
  count: number,
  factor: (column: number) => number,
): Matrix {
  const width = matrix.columns;
  const turned = zeros(count, width);
  for (let d = 0; d < Math.min(count, width); d++) {
    const scale = factor(d);
    for (let k = 0; k < width; k++) turned.values[d * width + k] = vectors[k * width + d]! * scale;
  }
  return multiplyTurned(matrix, turned, 1);
}

/** Largest first; the vectors are columns. */
type Eigen = { values: Float64Array; vectors: Float64Array };

/** Of a symmetric matrix of `size` × `size`, by cyclic rotations; Jacobi 1846. */
export function eigen(symmetric: Float64Array, size: number): Eigen {
  const a = symmetric.slice();
  const v = new Float64Array(size * size);
  for (let i = 0; i < size; i++) v[i * size + i] = 1;
  for (let sweep = 0; sweep < 30; sweep++) {
    let off = 0;
    let diagonal = 0;
    for (let p = 0; p < size; p++) {
      diagonal += a[p * size + p]! ** 2;
      for (let q = p + 1; q < size; q++) off += a[p * size + q]! ** 2;
    }
    if (off <= 1e-24 * diagonal) break;
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) rotate(a, v, size, p, q);
  }
  const order = Array.from({ length: size }, (_, i) => i).sort(
    (i, j) => a[j * size + j]! - a[i * size + i]!,
  );
  const vectors = new Float64Array(size * size);
  for (const [to, from] of order.entries()) {
    for (let k = 0; k < size; k++) vectors[k * size + to] = v[k * size + from]!;
  }
  return { values: Float64Array.from(order, (i) => a[i * size + i]!), vectors };
}

/** Turns the plane of two axes so that nothing is left between them. */
function rotate(a: Float64Array, v: Float64Array, size: number, p: number, q: number): void {
  const between = a[p * size + q]!;
  if (between === 0) return;
  const theta = (a[q * size + q]! - a[p * size + p]!) / (2 * between);
  const t = (theta < 0 ? -1 : 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const c = 1 / Math.sqrt(t * t + 1);
  const s = t * c;
  for (let k = 0; k < size; k++) {
    const kp = a[k * size + p]!;
    const kq = a[k * size + q]!;
    a[k * size + p] = c * kp - s * kq;
    a[k * size + q] = s * kp + c * kq;
  }
  for (let k = 0; k < size; k++) {
    const pk = a[p * size + k]!;
    const qk = a[q * size + k]!;
    a[p * size + k] = c * pk - s * qk;
    a[q * size + k] = s * pk + c * qk;
    const vp = v[k * size + p]!;
    const vq = v[k * size + q]!;
    v[k * size + p] = c * vp - s * vq;
    v[k * size + q] = s * vp + c * vq;
  }
}
