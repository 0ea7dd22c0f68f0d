import type { ReactElement } from 'react';

/** ● 相符 ◐ 相近 (amber half) 部分 ○ 未说明 ✕ 不符 */
export type BeadKind = 'yes' | 'near' | 'part' | 'none' | 'no';

type BeadProps = {
  kind: BeadKind;
  /** Only where no word stands beside the bead. */
  label?: string;
};

/** The shape alone; a word always belongs to it. */
export function Bead({ kind, label }: BeadProps): ReactElement {
  return (
    <>
      <i className={`bead ${kind}`} aria-hidden="true" />
      {label ? <span className="visually-hidden">{label}</span> : null}
    </>
  );
}
