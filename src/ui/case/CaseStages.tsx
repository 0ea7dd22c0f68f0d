import type { CSSProperties, ReactElement } from 'react';
import { words } from '../i18n/words.ts';
import { Bead, type BeadKind } from '../reading/Bead.tsx';

export type Stage = {
  id: string;
  name: string;
  state: 'done' | 'current' | 'ahead' | 'failed';
  /** A date or “第 6 个工作日”. */
  note?: string;
};

const beadOf: Record<Stage['state'], BeadKind> = {
  done: 'yes',
  current: 'near',
  ahead: 'none',
  failed: 'no',
};

/** Where a case is, on one line of beads. On phones only the present stage keeps its name. */
export function CaseStages({ stages }: { stages: readonly Stage[] }): ReactElement {
  const t = words.useText();
  return (
    <ol
      className="stages"
      aria-label={t('stages.label')}
      style={{ '--steps': stages.length } as CSSProperties}
    >
      {stages.map((stage, at) => {
        const here = stage.state === 'current' || stage.state === 'failed';
        const late = at > stages.length * 0.6 ? ' late' : '';
        return (
          <li
            key={stage.id}
            className={`${stage.state}${late}`}
            aria-current={here ? 'step' : undefined}
          >
            <Bead kind={beadOf[stage.state]} />
            <span className="name">
              {stage.name}
              {here ? (
                <span className="count">
                  {t('stages.position', { at: at + 1, total: stages.length })}
                </span>
              ) : null}
            </span>
            {stage.note ? <small className="date">{stage.note}</small> : null}
          </li>
        );
      })}
    </ol>
  );
}
