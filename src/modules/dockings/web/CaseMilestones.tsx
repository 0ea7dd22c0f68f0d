import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { useLanguage } from '../../../ui/i18n/language.ts';
import { Bead, type BeadKind } from '../../../ui/reading/Bead.tsx';
import { moneyText } from './case-words.ts';
import { contentWords } from './content-words.ts';
import type { DockingDetail } from './queries.ts';

const beadOf: Record<DockingDetail['milestones'][number]['status'], BeadKind> = {
  planned: 'none',
  delivered: 'near',
  returned: 'no',
  accepted: 'yes',
};

/** The parts of the work, each with its day, its amount and how it stands; nothing where none are planned. */
export function CaseMilestones({ docking }: { docking: DockingDetail }): ReactElement | null {
  const t = contentWords.useText();
  const formats = useFormats();
  const language = useLanguage();
  const { milestones, contract } = docking;
  if (milestones.length === 0 || contract === null) return null;
  const money = (fen: number): string => moneyText(fen, language);
  const left = contract.amountFen - milestones.reduce((sum, { amountFen }) => sum + amountFen, 0);
  return (
    <div className="milestones">
      <h3>{t('milestones.title')}</h3>
      <ol>
        {milestones.map(({ id, title, dueOn, amountFen, status, paidFen }) => (
          <li key={id}>
            <Bead kind={beadOf[status]} />
            <div>
              <b>{title}</b>
              <span className="meta">{t(`milestones.status.${status}`)}</span>
              <p className="meta">
                <span>{t('milestones.due', { day: formats.day(dueOn) })}</span>
                <span>{money(amountFen)}</span>
                <span>
                  {paidFen > 0
                    ? t('milestones.paid', { paid: money(paidFen) })
                    : t('milestones.unpaid')}
                </span>
              </p>
            </div>
          </li>
        ))}
      </ol>
      {left > 0 ? <p className="meta">{t('milestones.left', { amount: money(left) })}</p> : null}
    </div>
  );
}
