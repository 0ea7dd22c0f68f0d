import type { ReactElement, ReactNode } from 'react';
import { words } from '../i18n/words.ts';
import { Bead, type BeadKind } from './Bead.tsx';

type VerdictProps = {
  kind: BeadKind;
  /** Instead of the usual word, e.g. 有空档. */
  children?: ReactNode;
};

/** Bead and word. A fragment, so that lists can put both into their columns. */
export function Verdict({ kind, children }: VerdictProps): ReactElement {
  const t = words.useText();
  return (
    <>
      <Bead kind={kind} />
      <span className={`verdict ${kind}`}>{children ?? t(`verdict.${kind}`)}</span>
    </>
  );
}
