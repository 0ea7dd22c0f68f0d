import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import type { StandingMatch } from '../contract.ts';
import { standingWords } from './standing-words.ts';
import './standing.css';

/** Pairs that stand, each with both sides; the way leads to the page that gives the reasons. */
export function StandingRows({ matches }: { matches: readonly StandingMatch[] }): ReactElement {
  return (
    <div className="standing-rows">
      {matches.map((match) => (
        <StandingRow key={`${match.side}-${match.needId}-${match.offerId}`} match={match} />
      ))}
    </div>
  );
}

function StandingRow({ match }: { match: StandingMatch }): ReactElement {
  const t = standingWords.useText();
  const formats = useFormats();
  const offers = match.offerKind === 'achievement' ? 'achievements' : 'experts';
  const need = (
    <span className="side">
      <Link className="song" to={`/needs/${match.needId}`}>
        {match.needTitle}
      </Link>
      <span className="meta">{match.needOrganisationName}</span>
    </span>
  );
  const offer = (
    <span className="side">
      <Link to={`/${offers}/${match.offerId}`}>{match.offerTitle}</Link>
      <span className="meta">
        {t(`list.kinds.${match.offerKind}`)} · {match.offerOrganisationName}
      </span>
    </span>
  );
  return (
    <article className="standing-row">
      {match.side === 'need' ? offer : need}
      <span className="of" aria-hidden="true">
        ↔
      </span>
      {match.side === 'need' ? need : offer}
      <span className="meta since">{t('list.since', { day: formats.day(match.firstSeenAt) })}</span>
    </article>
  );
}
