import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import type { ReasonLine } from '../../../ui/reading/reason.ts';
import { ReasonList } from '../../../ui/reading/ReasonList.tsx';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { ProposeDocking } from '../../dockings/web/index.ts';
import type { NeedMatch, OfferAnswer } from '../contract.ts';
import { DeclinedMatches } from './DeclinedMatches.tsx';
import { DeclineMatch } from './DeclineMatch.tsx';
import { NeedFactLine, NeedMatchCard } from './NeedMatchCard.tsx';
import { offerNeedsQuery, type OfferKey } from './standing-queries.ts';
import { standingWords } from './standing-words.ts';
import { useReading } from './use-reading.ts';
import './link-button.css';
import './match-cards.css';
import './standing.css';

export type OfferNeedsProps = {
  offer: OfferKey;
  /** Whose offer: asked for in a proposal. */
  holder: string;
  /** It is the reader's own: such a reader puts matches aside. */
  mine: boolean;
};

/** The open needs that an offer can answer, with the reasons that the other side sees. */
export default function OfferNeedsList({
  offer,
  holder,
  mine,
}: OfferNeedsProps): ReactElement | null {
  const t = standingWords.useText();
  const { data, error, refetch } = useQuery(offerNeedsQuery(offer));
  // An operator of another district: the page itself is public, this part of it is not theirs.
  if (error instanceof ApiFailure && error.status === 403) return null;
  return (
    <section className="offer-needs" aria-label={t('needs.waiting')}>
      {data ? (
        <Needs answer={data} holder={holder} mine={mine} />
      ) : error ? (
        <>
          <h2>{t('needs.waiting')}</h2>
          <ErrorState error={error} onRetry={() => void refetch()} />
        </>
      ) : (
        <>
          <h2>{t('needs.waiting')}</h2>
          <p className="meta">{t('needs.waitingText')}</p>
          <LoadingState lines={7} />
        </>
      )}
      <DeclinedMatches of={offer} />
    </section>
  );
}

/** The one note that speaks to the asker. */
const fromOfferSide = (reason: ReasonLine): ReasonLine =>
  reason.note?.code === 'cooperation.other-modes-only'
    ? { ...reason, note: { code: 'offerSide.other-modes-only' } }
    : reason;

type NeedsProps = { answer: OfferAnswer; holder: string; mine: boolean };

function Needs({ answer, holder, mine }: NeedsProps): ReactElement {
  const t = standingWords.useText();
  const formats = useFormats();
  const [form, setForm] = useState<'full' | 'brief'>('brief');
  const { matches, nearMisses, offered, read } = answer;
  // The place in a reason is that of the offer.
  const pairOf = (need: NeedMatch) => ({ ...need, regionName: offered.regionName });
  const readPair = useReading([...matches, ...nearMisses].map(pairOf));
  const readingOf = (need: NeedMatch, part: 'reasons' | 'against') =>
    readPair(pairOf(need), part).map(fromOfferSide);
  const { session } = useSession();
  const proposes = session.roles.includes('broker') || session.roles.includes('operator');
  const [proposing, setProposing] = useState<NeedMatch>();
  const [declining, setDeclining] = useState<NeedMatch>();
  const actionsOf = (need: NeedMatch): ReactElement => (
    <>
      {proposes ? (
        <Button
          kind="primary"
          aria-label={t('needs.proposeNamed', { title: need.title })}
          onClick={() => setProposing(need)}
        >
          {t('needs.propose')}
        </Button>
      ) : (
        <Link className="button" to={`/needs/${need.id}`}>
          {t('needs.open')}
        </Link>
      )}
      {mine ? (
        <Button
          kind="plain"
          aria-label={t('decline.named', { title: need.title })}
          onClick={() => setDeclining(need)}
        >
          {t('decline.action')}
        </Button>
      ) : null}
    </>
  );
  return (
    <>
      <header className="list-head">
        <h2>
          {matches.length === 0 ? t('needs.waiting') : t('needs.title', { count: matches.length })}
        </h2>
        {matches.length > 0 ? (
          <span className="end">
            <button
              type="button"
              className="link-button"
              onClick={() => setForm(form === 'full' ? 'brief' : 'full')}
            >
              {t(form === 'full' ? 'needs.brief' : 'needs.full')}
            </button>
          </span>
        ) : null}
      </header>
      <p className="meta read">
        {t('needs.read', {
          needs: formats.number(read.needs),
          date: formats.date(read.asOf),
          time: formats.time(read.asOf),
        })}
      </p>
      {matches.length === 0 ? (
        <EmptyState title={t('needs.none')}>{t('needs.noneText')}</EmptyState>
      ) : null}
      {matches.map((need) => (
        <NeedMatchCard
          key={need.id}
          need={need}
          reasons={readingOf(need, 'reasons')}
          against={readingOf(need, 'against')}
          brief={form === 'brief'}
          actions={actionsOf(need)}
        />
      ))}
      {nearMisses.length > 0 ? (
        <section className="near-misses">
          <h3 className="near-title">{t('needs.near')}</h3>
          <p className="meta">{t('needs.nearText')}</p>
          {nearMisses.map((need) => (
            <article key={need.id}>
              <div>
                <h3 className="song">
                  <Link to={`/needs/${need.id}`}>{need.title}</Link>
                </h3>
                <NeedFactLine need={need} />
              </div>
              <ReasonList
                label={t('needs.why', { title: need.title })}
                reasons={readingOf(need, 'against').map((reason) =>
                  reason.note ? { ...reason, wanted: null, offered: null } : reason,
                )}
              />
            </article>
          ))}
        </section>
      ) : null}
      {proposing ? (
        <ProposeDocking
          key={proposing.id}
          pair={{ needId: proposing.id, offerKind: offered.kind, offerId: offered.id }}
          name={holder}
          asAsker={false}
          open
          onClose={() => setProposing(undefined)}
        />
      ) : null}
      {declining ? (
        <DeclineMatch
          key={declining.id}
          pair={{ needId: declining.id, offerKind: offered.kind, offerId: offered.id }}
          title={declining.title}
          onClose={() => setDeclining(undefined)}
        />
      ) : null}
    </>
  );
}
