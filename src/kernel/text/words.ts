/** A word with its UTF-16 offsets in the text. */
export type Word = { text: string; start: number; end: number };

const segmenter = new Intl.Segmenter('zh-Hans-CN', { granularity: 'word' });

/** Words of a Chinese or mixed text, without spaces and punctuation. Built into every runtime we use. */
export function segmentWords(text: string): Word[] {
  const words: Word[] = [];
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (isWordLike) words.push({ text: segment, start: index, end: index + segment.length });
  }
  return words;
}
