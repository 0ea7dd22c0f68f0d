/** Scaled so that the greatest becomes ±127. */
export function signedBytes(vector: Float32Array): Int8Array {
  let greatest = 0;
  for (const value of vector) greatest = Math.max(greatest, Math.abs(value));
  return Int8Array.from(vector, (value) =>
    greatest === 0 ? 0 : Math.round((value / greatest) * 127),
  );
}

/** One over the length of a vector of bytes; 0 when all are 0. */
export function perLengthOf(bytes: Int8Array): number {
  let square = 0;
  for (const value of bytes) square += value * value;
  return square === 0 ? 0 : 1 / Math.sqrt(square);
}
