import { useId, type ReactElement } from 'react';
import { findCodeText } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import type { ReasonLine, ReasonNote } from './reason.ts';
import { ReasonSide } from './ReasonSide.tsx';
import { Verdict } from './Verdict.tsx';

type DuoReadingProps = {
  reasons: readonly ReasonLine[];
  /** What speaks against it. The heading stands even when there is nothing. */
  against: readonly ReasonLine[];
  label?: string;
  noteText?: (note: ReasonNote) => string | undefined;
};

/** The full reading side by side: label, wanted, verdict on the seam, offered; then the drawbacks. */
export function DuoReading({
  reasons,
  against,
  label,
  noteText = (note) => findCodeText(note.code, note.params),
}: DuoReadingProps): ReactElement {
  const t = words.useText();
  const headId = useId();
  return (
    <>
      <div className="duo" role="table" aria-label={label ?? t('reasons.label')}>
        <div role="row" className="top-row">
          <div className="label head" role="columnheader">
            <span className="visually-hidden">{t('reasons.subject')}</span>
          </div>
          <div className="wanted head" role="columnheader">
            {t('reasons.wanted')}
          </div>
          <div className="seam head" role="columnheader">
            <span className="visually-hidden">{t('reasons.judged')}</span>
          </div>
          <div className="offered head" role="columnheader">
            {t('reasons.offered')}
          </div>
        </div>
        {reasons.map((reason, at) => {
          const note = reason.note && noteText(reason.note);
          return (
            <div
              role="row"
              key={`${at}-${reason.kind}`}
              className={at === reasons.length - 1 ? 'last' : undefined}
            >
              <div className="label" role="rowheader">
                {t(`reasons.kinds.${reason.kind}`)}
              </div>
              <div className="wanted" role="cell" data-side={t('reasons.wanted')}>
                {reason.wanted === null ? (
                  <span className="ink-2">{t('reasons.notAsked')}</span>
                ) : (
                  <ReasonSide reason={reason} side="wanted" />
                )}
              </div>
              <div className="seam" role="cell">
                <Verdict kind={reason.verdict} />
              </div>
              <div className="offered" role="cell" data-side={t('reasons.offered')}>
                {reason.offered === null ? (
                  <span className="ink-2">{note ?? t('reasons.nothingSaid')}</span>
                ) : (
                  <>
                    <ReasonSide reason={reason} side="offered" />
                    {note ? <span className="note">{note}</span> : null}
                  </>
                )}
              </div>
            </div>
          );
        })}
      </div>
      <div className="drawbacks">
        <b id={headId}>{t('reasons.against')}</b>
        <ul aria-labelledby={headId}>
          {against.length === 0 ? (
            <li className="clear">{t('reasons.nothingAgainst')}</li>
          ) : (
            against.map((reason, at) => (
              <li key={`${at}-${reason.kind}`}>{againstSentence(reason, t, noteText)}</li>
            ))
          )}
        </ul>
      </div>
    </>
  );
}

function againstSentence(
  reason: ReasonLine,
  t: ReturnType<typeof words.useText>,
  noteText: (note: ReasonNote) => string | undefined,
): string {
  const note = reason.note && noteText(reason.note);
  if (note) return note;
  const subject = t('reasons.about', { subject: t(`reasons.kinds.${reason.kind}`) });
  const { wanted, offered } = reason;
  if (wanted !== null && offered !== null) {
    return `${subject}${t('reasons.wantsAndOffers', { wanted, offered })}`;
  }
  return `${subject}${wanted === null ? (offered ?? '') : t('reasons.notSaid', { wanted })}`;
}
