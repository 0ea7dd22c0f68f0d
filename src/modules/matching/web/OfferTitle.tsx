import type { ReactElement } from 'react';
import { Link } from '../../../ui/shell/Link.tsx';
import { MarkedText } from '../../../ui/reading/MarkedText.tsx';
import type { Match } from '../contract.ts';
import { openCandidate } from './open-candidate.ts';

/** The candidate's name, which opens it. Opening is counted; the reading goes along. */
export function OfferTitle({
  match,
  asked,
  askId,
  numbered = true,
}: {
  match: Match;
  asked: string;
  askId: string | null;
  /** The other side of the pairs stands on the page, so that their numbers lead somewhere. */
  numbered?: boolean;
}): ReactElement {
  return (
    <Link
      to={`/${match.kind === 'achievement' ? 'achievements' : 'experts'}/${match.id}`}
      onClick={() => openCandidate(match, asked, askId)}
    >
      <MarkedText
        text={match.title}
        marks={match.marks.offered
          .filter(({ field }) => field === 'title')
          .map((mark) => (numbered ? mark : { ...mark, pair: undefined }))}
      />
    </Link>
  );
}
