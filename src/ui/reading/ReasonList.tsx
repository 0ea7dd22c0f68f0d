import type { ReactElement, ReactNode } from 'react';
import { findCodeText } from '../i18n/messages.ts';
import { words } from '../i18n/words.ts';
import type { ReasonLine, ReasonNote } from './reason.ts';
import { ReasonSide } from './ReasonSide.tsx';
import { Verdict } from './Verdict.tsx';

type ReasonListProps = {
  reasons: readonly ReasonLine[];
  /** At most so many lines; the home page shows 3. */
  limit?: number;
  label?: string;
  /** Words for a note; by default any registered module's words for its code. */
  noteText?: (note: ReasonNote) => string | undefined;
};

/** Brief reasons: bead, word, sentence. */
export function ReasonList({
  reasons,
  limit,
  label,
  noteText = (note) => findCodeText(note.code, note.params),
}: ReasonListProps): ReactElement {
  const t = words.useText();
  return (
    <ul className="why" aria-label={label ?? t('reasons.label')}>
      {reasons.slice(0, limit).map((reason, at) => {
        const note = reason.note && noteText(reason.note);
        return (
          <li key={`${at}-${reason.kind}`}>
            <Verdict kind={reason.verdict} />
            <span>
              <ReasonSentence reason={reason} note={note} />
            </span>
          </li>
        );
      })}
    </ul>
  );
}

function ReasonSentence({
  reason,
  note,
}: {
  reason: ReasonLine;
  note: string | undefined;
}): ReactElement | null {
  const t = words.useText();
  const { wanted, offered } = reason;
  const facts = reason.kind !== 'phrase';
  const subject =
    facts && reason.kind !== 'metric'
      ? t('reasons.about', { subject: t(`reasons.kinds.${reason.kind}`) })
      : '';
  if (wanted === null && offered === null) return note ? <>{note}</> : null;
  // A note says it better than a bare “not mentioned”.
  if (note && (wanted === null || offered === null)) return <>{note}</>;
  const key =
    wanted === null
      ? 'reasons.onlyOffered'
      : offered === null
        ? 'reasons.notSaid'
        : facts
          ? 'reasons.wantsAndOffers'
          : 'reasons.meets';
  return (
    <>
      {subject}
      {weave(t(key, { wanted: '\uE000', offered: '\uE001' }), {
        '\uE000': <ReasonSide key="wanted" reason={reason} side="wanted" />,
        '\uE001': <ReasonSide key="offered" reason={reason} side="offered" />,
      })}
      {note ? <span className="ink-2">　{note}</span> : null}
    </>
  );
}

/** Puts elements at their placeholders (private-use characters), so that word order stays with the language. */
const weave = (sentence: string, elements: Record<string, ReactElement>): ReactNode[] =>
  sentence.split(/([\uE000\uE001])/).map((part) => elements[part] ?? part);
