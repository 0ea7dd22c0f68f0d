/**
 * A key by which Chinese names sort as people look them up: pinyin with tones as digits, so that
 * 张 (zhang1) stands before 章 only by its characters, and Latin names mix in by letter.
 * The dictionary is large, so it is loaded on first use.
 */
export async function pinyinSortKey(text: string): Promise<string> {
  const { pinyin } = await import('pinyin-pro');
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const syllables = pinyin(plain, {
    toneType: 'num',
    type: 'array',
    nonZh: 'consecutive',
    v: true,
  });
  return syllables
    .map((syllable) => syllable.trim())
    .filter((syllable) => syllable !== '')
    .join(' ');
}
