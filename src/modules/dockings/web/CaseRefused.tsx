import type { ReactElement } from 'react';
import { useLanguage } from '../../../ui/i18n/language.ts';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { doerOf, refusedCommands } from './case-actions.ts';
import type { DockingDetail } from './queries.ts';
import { dockingWords } from './words.ts';

/** What may not be done now and why, readable and never greyed. On phones it stands last. */
export function CaseRefused({ docking }: { docking: DockingDetail }): ReactElement | null {
  const t = dockingWords.useText();
  const language = useLanguage();
  const refused = refusedCommands(docking);
  if (refused.length === 0) return null;
  return (
    <section className="card padded case-refused">
      <h2>{t('refused.title')}</h2>
      <ul className="refused">
        {refused.map(({ name, notMine, reasons }) => {
          const doer = doerOf[name];
          return (
            <li key={name}>
              <Bead kind="none" />
              <div>
                <b>{t(`action.${name}`)}</b>
                {notMine && doer ? <span className="meta doer">{t(`by.${doer}`)}</span> : null}
                <p>{reasons.join(language === 'en' ? ' ' : '')}</p>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
