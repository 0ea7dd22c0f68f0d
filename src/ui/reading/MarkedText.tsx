import type { ReactElement } from 'react';
import { characterCount } from '../text-length.ts';
import { cutAtMarks, type TextMark } from './marks.ts';

type MarkedTextProps = { text: string; marks: readonly TextMark[] };

/** Longer marks may wrap, or they would run out of narrow columns. */
const shortMark = 8;

/** The text with its marks; the number of a pair hangs on its words (U+2060 forbids the break). */
export function MarkedText({ text, marks }: MarkedTextProps): ReactElement {
  return (
    <>
      {cutAtMarks(text, marks).map(({ text: piece, mark }, at) =>
        mark?.style === 'less' ? (
          <span key={`${at}-${piece}`} className="counts-less">
            {piece}
          </span>
        ) : mark ? (
          <mark
            // Pieces have no identity but their place.
            key={`${at}-${piece}`}
            className={`${mark.style}${characterCount(piece) <= shortMark ? ' short' : ''}`}
          >
            {piece}
            {mark.pair === undefined ? null : (
              <>
                {'\u2060'}
                <sup>{mark.pair}</sup>
              </>
            )}
          </mark>
        ) : (
          piece
        ),
      )}
    </>
  );
}
