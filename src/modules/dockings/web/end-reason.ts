import { endReasons } from '../domain/docking.workflow.ts';
import { dockingWords } from './words.ts';

/** Why something was declined or ended, in the reader's words; a code without words as it is. */
export function useEndReason(): (code: string) => string {
  const t = dockingWords.useText();
  return (code) => {
    const known = endReasons.find((reason) => reason === code);
    return known ? t(`reason.${known}`) : code;
  };
}
