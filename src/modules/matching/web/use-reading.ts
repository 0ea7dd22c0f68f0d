import { useFormats } from '../../../ui/i18n/format.ts';
import type { ReasonLine } from '../../../ui/reading/reason.ts';
import { useModeName } from '../../exchange/web/index.ts';
import { useCodeNames } from '../../reference-data/web/index.ts';
import { matchingWords } from './matching-words.ts';
import { codesIn, presentReasons, type ReadPair } from './present-reasons.ts';

/** Reads the reasons of some matches into the reader's language. */
export function useReading(
  matches: readonly ReadPair[],
): (match: ReadPair, side: 'reasons' | 'against') => ReasonLine[] {
  const t = matchingWords.useText();
  const formats = useFormats();
  const modeName = useModeName();
  const names = useCodeNames(codesIn(matches));
  return (match, side) => presentReasons(match, match[side], { t, formats, names, modeName });
}
