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
  /** Over the two sides, when the reader is not the one who asks. */
  heads?: { wanted: string; offered: string };
  noteText?: (note: ReasonNote) => string | undefined;
};

/** The full reading side by side: label, wanted, verdict on the seam, offered; then the drawbacks. */
export function DuoReading({
  reasons,
  against,
  label,
  heads,
  noteText = (note) => findCodeText(note.code, note.params),
}: DuoReadingProps): ReactElement {
  const t = words.useText();
  const wantedHead = heads?.wanted ?? t('reasons.wanted');
  const offeredHead = heads?.offered ?? t('reasons.offered');
  const headId = useId();
  return (
    <>
      <table className="duo" aria-label={label ?? t('reasons.label')}>
        <thead>
          <tr>
            <th className="label head">
              <span className="visually-hidden">{t('reasons.subject')}</span>
            </th>
            <th className="wanted head">{wantedHead}</th>
            <th className="seam head">
              <span className="visually-hidden">{t('reasons.judged')}</span>
            </th>
            <th className="offered head">{offeredHead}</th>
          </tr>
        </thead>
        <tbody>
          {reasons.map((reason, at) => {
            const note = reason.note && noteText(reason.note);
            return (
              <tr key={`${at}-${reason.kind}`}>
                <th className="label" scope="row">
                  {t(`reasons.kinds.${reason.kind}`)}
                </th>
                <td className="wanted" data-side={wantedHead}>
                  {reason.wanted === null ? (
                    <span className="ink-2">{t('reasons.notAsked')}</span>
                  ) : (
                    <ReasonSide reason={reason} side="wanted" />
                  )}
                </td>
                <td className="seam">
                  <Verdict kind={reason.verdict} />
                </td>
                <td className="offered" data-side={offeredHead}>
                  {reason.offered === null ? (
                    <span className="ink-2">{note ?? t('reasons.nothingSaid')}</span>
                  ) : (
                    <>
                      <ReasonSide reason={reason} side="offered" />
                      {note ? <span className="note">{note}</span> : null}
                    </>
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
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
