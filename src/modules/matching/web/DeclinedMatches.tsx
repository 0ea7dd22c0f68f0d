import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { useEndReason } from '../../dockings/web/index.ts';
import type { DeclinedMatch } from '../contract.ts';
import { matchingClient } from './matching-client.ts';
import { declinedQuery, forgetMatches, type DeclinedOf } from './standing-queries.ts';
import { standingWords } from './standing-words.ts';
import './standing.css';

/** How many pairs are hidden because they were declined, which, and the way back for one's own. */
export function DeclinedMatches({ of }: { of: DeclinedOf }): ReactElement | null {
  const t = standingWords.useText();
  const queries = useQueryClient();
  const { data, error } = useQuery(declinedQuery(of));
  const [said, setSaid] = useState('');
  const [pending, setPending] = useState<string>();
  if (error) return <p className="meta">{t('declined.failed')}</p>;
  if (!data) return null;
  const { items } = data;
  const restore = async (match: DeclinedMatch, title: string): Promise<void> => {
    const { needId, offerKind, offerId } = match;
    setPending(keyOf(match));
    try {
      await matchingClient.restoreMatch({ needId, offerKind, offerId });
      setSaid(t('declined.restored', { title }));
      await forgetMatches(queries);
    } catch {
      setSaid(t('declined.restoreFailed'));
    } finally {
      setPending(undefined);
    }
  };
  return (
    <>
      <output className={said ? 'meta declined-said' : 'visually-hidden'}>{said}</output>
      {items.length === 0 ? null : (
        <details className="declined-matches">
          <summary>{summaryOf(items, t)}</summary>
          <ul>
            {items.map((match) => (
              <DeclinedRow
                key={`${keyOf(match)}-${match.side}`}
                match={match}
                ofNeed={'needId' in of}
                pending={pending === keyOf(match)}
                onRestore={(title) => void restore(match, title)}
              />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

type DeclinedRowProps = {
  match: DeclinedMatch;
  ofNeed: boolean;
  pending: boolean;
  onRestore: (title: string) => void;
};

function DeclinedRow({ match, ofNeed, pending, onRestore }: DeclinedRowProps): ReactElement {
  const t = standingWords.useText();
  const formats = useFormats();
  const reasonText = useDeclineReason();
  const title = ofNeed ? match.offerTitle : match.needTitle;
  const offers = match.offerKind === 'achievement' ? 'achievements' : 'experts';
  const by = match.mine ? 'byMe' : match.side === 'asker' ? 'byAsker' : 'byResponder';
  return (
    <li>
      <div>
        <Link to={ofNeed ? `/${offers}/${match.offerId}` : `/needs/${match.needId}`}>{title}</Link>
        <span className="meta">
          {[
            formats.day(match.declinedAt),
            t(`declined.${by}`),
            match.reasonCode ? reasonText(match.reasonCode) : '',
          ]
            .filter(Boolean)
            .join(' · ')}
          {match.dockingId ? (
            <>
              {' · '}
              <Link to={`/cases/${match.dockingId}`}>{t('declined.case')}</Link>
            </>
          ) : null}
        </span>
      </div>
      {match.mine ? (
        <Button
          small
          pending={pending}
          aria-label={t('declined.restoreNamed', { title })}
          onClick={() => onRestore(title)}
        >
          {t('declined.restore')}
        </Button>
      ) : null}
    </li>
  );
}

/** Reasons of dockings, and those that are given for a candidate only. */
function useDeclineReason(): (code: string) => string {
  const t = standingWords.useText();
  const endReason = useEndReason();
  return (code) =>
    code === 'not_my_problem' || code === 'already_known' || code === 'region'
      ? t(`declined.reasons.${code}`)
      : endReason(code);
}

const keyOf = ({ needId, offerId }: DeclinedMatch): string => `${needId}-${offerId}`;

function summaryOf(
  items: readonly DeclinedMatch[],
  t: ReturnType<typeof standingWords.useText>,
): string {
  const count = items.length;
  const mine = items.filter((match) => match.mine).length;
  if (mine === count) return t('declined.mine', { count });
  return mine > 0 ? t('declined.some', { count, mine }) : t('declined.others', { count });
}
