// The counter of the millisecond that ids were last made for, see `newId`.
let lastMillisecond = -1;
let counter = 0;
const COUNTER_BITS = 26;

/**
 * UUID version 7 (RFC 9562): 48 bits of Unix milliseconds, a counter, then random bits. Ids made by
 * one process sort in the order in which they were made, also within one millisecond (method 1 of
 * section 6.2: 26 bits that start at random below the half), so that a history sorts by id and
 * indexes grow at one end.
 */
export function newId(now: number = Date.now()): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(16));
  if (now === lastMillisecond) counter = (counter + 1) % 2 ** COUNTER_BITS;
  else counter = new DataView(bytes.buffer).getUint32(6) % 2 ** (COUNTER_BITS - 1);
  lastMillisecond = now;
  let rest = now;
  for (let i = 5; i >= 0; i -= 1) {
    bytes[i] = rest % 256;
    rest = Math.floor(rest / 256);
  }
  const high = counter >>> 14;
  bytes[6] = 0x70 | (high >>> 8);
  bytes[7] = high & 0xff;
  bytes[8] = 0x80 | ((counter >>> 8) & 0x3f);
  bytes[9] = counter & 0xff;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isId = (text: string): boolean => UUID.test(text);
