/** Row after row. */
export type Matrix = { rows: number; columns: number; values: Float32Array };

/** Square; row i has the entries `starts[i]` to `starts[i + 1]`. */
export type SparseMatrix = {
  size: number;
  starts: Int32Array;
  columns: Int32Array;
  values: Float32Array;
};

export function zeros(rows: number, columns: number): Matrix {
  return { rows, columns, values: new Float32Array(rows * columns) };
}

/** `target += factor * source` for `length` numbers from an offset each. */
export function addScaled(
  target: Float32Array,
  to: number,
  source: Float32Array,
  from: number,
  factor: number,
  length: number,
): void {
  for (let d = 0; d < length; d++) target[to + d]! += factor * source[from + d]!;
}

/** `sparse · dense`, eight columns at a time: their sums stay in registers along a row. */
export function multiplySparse(sparse: SparseMatrix, dense: Matrix): Matrix {
  const product = zeros(sparse.size, dense.columns);
  const width = dense.columns;
  const whole = width - (width % 8);
  for (let row = 0; row < sparse.size; row++) {
    for (let d = 0; d < whole; d += 8) eightColumns(sparse, row, dense, d, product.values);
    for (let d = whole; d < width; d++) {
      let sum = 0;
      for (let at = sparse.starts[row]!; at < sparse.starts[row + 1]!; at++) {
        sum += sparse.values[at]! * dense.values[sparse.columns[at]! * width + d]!;
      }
      product.values[row * width + d] = sum;
    }
  }
  return product;
}

function eightColumns(
  { starts, columns, values }: SparseMatrix,
  row: number,
  dense: Matrix,
  first: number,
  product: Float32Array,
): void {
  const width = dense.columns;
  const x = dense.values;
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let s4 = 0;
  let s5 = 0;
  let s6 = 0;
  let s7 = 0;
  const end = starts[row + 1]!;
  for (let at = starts[row]!; at < end; at++) {
    const value = values[at]!;
    const from = columns[at]! * width + first;
    s0 += value * x[from]!;
    s1 += value * x[from + 1]!;
    s2 += value * x[from + 2]!;
    s3 += value * x[from + 3]!;
    s4 += value * x[from + 4]!;
    s5 += value * x[from + 5]!;
    s6 += value * x[from + 6]!;
    s7 += value * x[from + 7]!;
  }
  const to = row * width + first;
  product[to] = s0;
  product[to + 1] = s1;
  product[to + 2] = s2;
  product[to + 3] = s3;
  product[to + 4] = s4;
  product[to + 5] = s5;
  product[to + 6] = s6;
  product[to + 7] = s7;
}

/** The sparse matrix turned over. */
export function transposedSparse({ size, starts, columns, values }: SparseMatrix): SparseMatrix {
  const turned = {
    size,
    starts: new Int32Array(size + 1),
    columns: new Int32Array(columns.length),
    values: new Float32Array(values.length),
  };
  for (const column of columns) turned.starts[column + 1]!++;
  for (let i = 0; i < size; i++) turned.starts[i + 1]! += turned.starts[i]!;
  const next = turned.starts.slice(0, size);
  for (let row = 0; row < size; row++) {
    for (let at = starts[row]!; at < starts[row + 1]!; at++) {
      const to = next[columns[at]!]!++;
      turned.columns[to] = row;
      turned.values[to] = values[at]!;
    }
  }
  return turned;
}

/** `aᵀ · a`, in double precision. */
export function gramMatrix(a: Matrix): Float64Array {
  const width = a.columns;
  const gram = new Float64Array(width * width);
  for (let row = 0; row < a.rows; row++) {
    const at = row * width;
    for (let i = 0; i < width; i++) {
      const value = a.values[at + i]!;
      if (value === 0) continue;
      for (let j = i; j < width; j++) gram[i * width + j]! += value * a.values[at + j]!;
    }
  }
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) gram[i * width + j] = gram[j * width + i]!;
  }
  return gram;
}

/** `left · rightᵀ` with a factor, four rows by four at a time: each number read serves four products. */
export function multiplyTurned(left: Matrix, right: Matrix, factor: number): Matrix {
  const product = zeros(left.rows, right.rows);
  const width = left.columns;
  const a = left.values;
  const b = right.values;
  const n = right.rows;
  for (let i = 0; i < left.rows; i += 4) {
    for (let j = 0; j < n; j += 4) {
      // At the edge the same row is taken again and its products are not kept.
      const a0 = i * width;
      const a1 = Math.min(i + 1, left.rows - 1) * width;
      const a2 = Math.min(i + 2, left.rows - 1) * width;
      const a3 = Math.min(i + 3, left.rows - 1) * width;
      const b0 = j * width;
      const b1 = Math.min(j + 1, n - 1) * width;
      const b2 = Math.min(j + 2, n - 1) * width;
      const b3 = Math.min(j + 3, n - 1) * width;
      const sums = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
      tile(a, [a0, a1, a2, a3], b, [b0, b1, b2, b3], width, sums);
      for (let y = 0; y < 4 && i + y < left.rows; y++) {
        for (let x = 0; x < 4 && j + x < n; x++) {
          product.values[(i + y) * n + j + x] = factor * sums[y * 4 + x]!;
        }
      }
    }
  }
  return product;
}

type Four = [number, number, number, number];

function tile(
  a: Float32Array,
  [a0, a1, a2, a3]: Four,
  b: Float32Array,
  [b0, b1, b2, b3]: Four,
  width: number,
  sums: number[],
): void {
  let [s00, s01, s02, s03, s10, s11, s12, s13] = [0, 0, 0, 0, 0, 0, 0, 0];
  let [s20, s21, s22, s23, s30, s31, s32, s33] = [0, 0, 0, 0, 0, 0, 0, 0];
  for (let d = 0; d < width; d++) {
    const y0 = a[a0 + d]!;
    const y1 = a[a1 + d]!;
    const y2 = a[a2 + d]!;
    const y3 = a[a3 + d]!;
    const x0 = b[b0 + d]!;
    const x1 = b[b1 + d]!;
    const x2 = b[b2 + d]!;
    const x3 = b[b3 + d]!;
    s00 += y0 * x0;
    s01 += y0 * x1;
    s02 += y0 * x2;
    s03 += y0 * x3;
    s10 += y1 * x0;
    s11 += y1 * x1;
    s12 += y1 * x2;
    s13 += y1 * x3;
    s20 += y2 * x0;
    s21 += y2 * x1;
    s22 += y2 * x2;
    s23 += y2 * x3;
    s30 += y3 * x0;
    s31 += y3 * x1;
    s32 += y3 * x2;
    s33 += y3 * x3;
  }
  sums.splice(
    0,
    16,
    s00,
    s01,
    s02,
    s03,
    s10,
    s11,
    s12,
    s13,
    s20,
    s21,
    s22,
    s23,
    s30,
    s31,
    s32,
    s33,
  );
}

/** The matrix turned over. */
export function transposed({ rows, columns, values }: Matrix): Matrix {
  const turned = zeros(columns, rows);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) turned.values[j * rows + i] = values[i * columns + j]!;
  }
  return turned;
}

/** Rows of length 1; a row of zeros stays. */
export function scaleRowsToUnit({ rows, columns, values }: Matrix): void {
  for (let row = 0; row < rows; row++) {
    const line = values.subarray(row * columns, (row + 1) * columns);
    let square = 0;
    for (const value of line) square += value * value;
    if (square === 0) continue;
    const scale = 1 / Math.sqrt(square);
    for (let d = 0; d < columns; d++) line[d]! *= scale;
  }
}
