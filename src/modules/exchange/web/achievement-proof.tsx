import type { ReactElement } from 'react';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import type { AchievementDetail } from './achievement-actions.tsx';
import { partsWords } from './parts-words.ts';

/** What proves the level of maturity, and the patents. */
export function AchievementProof({
  achievement,
}: {
  achievement: AchievementDetail;
}): ReactElement | null {
  const t = partsWords.useText();
  const { trl, trlProof, patents, attachments } = achievement;
  const proven = trlProof !== null || attachments.some(({ purpose }) => purpose === 'maturity');
  return (
    <>
      {trl === null ? null : (
        <>
          <h2>{t('proof.label')}</h2>
          {trlProof ? <OwnWords>{trlProof}</OwnWords> : null}
          {proven ? null : <p className="meta">{t('proof.none')}</p>}
        </>
      )}
      {patents.length > 0 ? (
        <>
          <h2>{t('patents.title')}</h2>
          <ul className="patents">
            {patents.map(({ number, kind, status }) => (
              <li key={number}>
                {kind === 'foreign' ? number : `${status === 'pending' ? 'CN' : 'ZL'} ${number}`}
                <span className="meta">
                  {'　'}
                  {t(`patents.kind.${kind}`)}　{t(`patents.state.${status}`)}
                </span>
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}
