/** The number of a column from its letters: A is 0, AA is 26. -1 when there are none. */
export function columnIndex(reference: string): number {
  let index = 0;
  for (const character of reference) {
    const letter = character.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    index = index * 26 + letter;
    // Beyond anything a sheet has; the number must not grow without end.
    if (index > 1_000_000) break;
  }
  return index - 1;
}

/** The letters of a column from its number: 0 is A, 26 is AA. */
export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}
