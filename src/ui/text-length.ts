/** Characters as people count them: a rare Han character outside the basic plane is one. */
export const characterCount = (text: string): number => Array.from(text).length;
