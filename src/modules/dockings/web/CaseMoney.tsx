import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { useLanguage } from '../../../ui/i18n/language.ts';
import { fileAddress } from './case-timeline.tsx';
import { CaseMilestones } from './CaseMilestones.tsx';
import { CasePapers } from './CasePapers.tsx';
import { moneyText } from './case-words.ts';
import { contentWords } from './content-words.ts';
import type { DockingDetail } from './queries.ts';
import { dockingWords } from './words.ts';

/** The contract and what was paid under it, each with its evidence; nothing before there is one. */
export function CaseMoney({
  docking,
  onCommand,
}: {
  docking: DockingDetail;
  onCommand: (name: 'prepareRegistration' | 'recordRegistration') => void;
}): ReactElement | null {
  const t = dockingWords.useText();
  const content = contentWords.useText();
  const formats = useFormats();
  const language = useLanguage();
  const { contract, payments } = docking;
  if (contract === null) return null;
  const money = (fen: number): string => moneyText(fen, language);
  const paid = payments.reduce((sum, payment) => sum + payment.amountFen, 0);
  const file = ({ id, name, size }: typeof contract.file): ReactElement => (
    <span className="file">
      <a href={fileAddress(docking.id, id)} download={name}>
        {name}
      </a>
      <span className="meta">{formats.bytes(size)}</span>
    </span>
  );
  return (
    <section className="case-money">
      <h2 className="story-title">{t('facts.title')}</h2>
      <p>
        {t('facts.contract', {
          type: t(`contractType.${contract.type}`),
          amount: money(contract.amountFen),
          technology: money(contract.technologyAmountFen),
          day: formats.day(contract.signedOn),
        })}
      </p>
      {contract.deductions.length > 0 ? (
        <p className="meta">
          {content('papers.deducted', {
            list: contract.deductions
              .map(({ what, amountFen }) =>
                content('papers.deduction', { what, amount: money(amountFen) }),
              )
              .join(language === 'en' ? ', ' : '、'),
          })}
        </p>
      ) : null}
      {contract.periodFrom && contract.periodUntil ? (
        <p className="meta">
          {content('papers.period', {
            from: formats.day(contract.periodFrom),
            until: formats.day(contract.periodUntil),
          })}
        </p>
      ) : null}
      {file(contract.file)}
      <CaseMilestones docking={docking} />
      <p className="paid">
        {t('facts.paid', { paid: money(paid), total: money(contract.amountFen) })}
      </p>
      <div className="paid-bar" aria-hidden="true">
        <i style={{ width: `${(100 * paid) / contract.amountFen}%` }} />
      </div>
      {payments.length > 0 ? (
        <ul className="payments">
          {payments.map((payment) => (
            <li key={payment.id}>
              <span>
                {t('facts.payment', {
                  day: formats.day(payment.paidOn),
                  amount: money(payment.amountFen),
                })}
              </span>
              {file(payment.file)}
            </li>
          ))}
        </ul>
      ) : null}
      <CasePapers docking={docking} onCommand={onCommand} />
    </section>
  );
}
