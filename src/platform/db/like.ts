/** A pattern for LIKE that finds the text anywhere; signs that mean something to LIKE are taken as they are. */
export const likePattern = (text: string): string =>
  `%${text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
