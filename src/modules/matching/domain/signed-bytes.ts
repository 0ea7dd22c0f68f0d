/** Scaled so that the greatest becomes ±127. */
export function signedBytes(vector: Float32Array): Int8Array {
  let greatest = 0;
  for (const value of vector) greatest = Math.max(greatest, Math.abs(value));
  return Int8Array.from(vector, (value) =>
    greatest === 0 ? 0 : Math.round((value / greatest) * 127),
  );
}

/** Length of a vector of bytes. */
export function lengthOf(whole: Int8Array): number {
  let square = 0;
  for (const value of whole) square += value * value;
  return Math.sqrt(square);
}
