import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import type { Answer } from '../contract.ts';
import { isCueName, matchingWords } from './matching-words.ts';
import './asked-reading.css';

/** How the question was read, where that was not plainly as one problem; else nothing. */
export function AskedReading({ asked }: { asked: Answer['asked'] }): ReactElement | null {
  const t = matchingWords.useText();
  const { wanted, needs, countedLess } = asked.reading;
  if (wanted === 'technology' && needs.length === 0 && countedLess.length === 0) return null;
  return (
    <div className="asked-reading">
      {wanted === 'technology' ? null : <p role="note">{t(`asked.wanted.${wanted}`)}</p>}
      {needs.length > 0 ? (
        <>
          <p>{t('asked.several', { count: needs.length })}</p>
          <ol lang="zh-CN">
            {needs.map(({ start, text }) => (
              <li key={start}>{text}</li>
            ))}
          </ol>
        </>
      ) : null}
      {countedLess.length > 0 ? <CountedLess asked={asked} /> : null}
    </div>
  );
}

function CountedLess({ asked }: { asked: Answer['asked'] }): ReactElement {
  const t = matchingWords.useText();
  const formats = useFormats();
  const { countedLess } = asked.reading;
  return (
    <details>
      <summary>{t('asked.less', { count: countedLess.length })}</summary>
      <p className="meta">{t('asked.lessIntro')}</p>
      <ul>
        {countedLess.map(({ field, start, end, role, cues }) => (
          <li key={`${field}-${start}`}>
            <OwnWords lang="zh-CN">{asked[field].slice(start, end)}</OwnWords>
            <span className="meta">
              {role === 'empty'
                ? t('asked.emptyLabel')
                : t('asked.lessLabel', { role: t(`asked.roles.${role}`) })}
              {cues.length > 0
                ? ` · ${t('asked.cues', {
                    cues: formats.list(cues.filter(isCueName).map((cue) => t(`asked.cue.${cue}`))),
                  })}`
                : ''}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}
