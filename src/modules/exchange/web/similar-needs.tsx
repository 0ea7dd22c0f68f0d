import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { FactLine } from '../../../ui/listing/FactLine.tsx';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { useEndReason } from '../../dockings/web/index.ts';
import { matchingClient, type SimilarNeed } from '../../matching/web/index.ts';
import { placeName } from '../../reference-data/web/index.ts';
import { workWords } from './work-words.ts';

const similarQuery = (id: string) =>
  queryOptions({
    queryKey: ['match', 'similar', id, currentLanguage()],
    queryFn: ({ signal }) => matchingClient.listSimilarNeeds({ id }, { signal }),
  });

/** Ended needs that say much the same, and how each ended: what to expect, and whom to ask. */
export function SimilarNeeds({ needId }: { needId: string }): ReactElement {
  const t = workWords.useText();
  const { data, error, refetch } = useQuery(similarQuery(needId));
  return (
    <section className="similar-needs">
      <h2>{t('similar.title')}</h2>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={4} />
      ) : data.items.length === 0 ? (
        <p className="meta">{t('similar.none')}</p>
      ) : (
        data.items.map((need) => <PastNeed key={need.id} need={need} />)
      )}
    </section>
  );
}

function PastNeed({ need }: { need: SimilarNeed }): ReactElement {
  const t = workWords.useText();
  const formats = useFormats();
  const reasonText = useReasonText();
  const answered = need.closeReason === 'answered';
  return (
    <article>
      <h3 className="song">
        <Link to={`/needs/${need.id}`}>{need.title}</Link>
      </h3>
      <FactLine facts={[need.organisationName, placeName(need.regionName)]} />
      {need.shared.length > 0 ? (
        <p className="meta">{t('similar.shared', { words: formats.list(need.shared) })}</p>
      ) : null}
      <ul className="outcomes">
        <li>
          <Bead kind={answered ? 'yes' : 'none'} />
          <span>
            {t('similar.ended', {
              day: formats.day(need.closedAt),
              reason: reasonText(need.closeReason),
            })}
          </span>
        </li>
        {need.outcomes.map((outcome) => (
          <li key={`${outcome.endedAt}-${outcome.detail?.dockingId ?? outcome.offerKind}`}>
            <Bead kind={outcome.status === 'completed' ? 'yes' : 'no'} />
            <Outcome outcome={outcome} />
          </li>
        ))}
      </ul>
    </article>
  );
}

function Outcome({ outcome }: { outcome: SimilarNeed['outcomes'][number] }): ReactElement {
  const t = workWords.useText();
  const formats = useFormats();
  const endReason = useEndReason();
  const { status, detail } = outcome;
  const day = formats.day(outcome.endedAt);
  const kind = t(`similar.kind.${outcome.offerKind}`);
  if (!detail) return <span>{t('similar.completedKind', { day, kind })}</span>;
  const { offerTitle, responderName, reasonCode } = detail;
  return (
    <span>
      {status === 'completed'
        ? t('similar.completed', { day, who: responderName, title: offerTitle })
        : t(`similar.${status}`, {
            day,
            who: responderName,
            title: offerTitle,
            reason: endReason(reasonCode ?? 'other'),
          })}{' '}
      <Link to={`/cases/${detail.dockingId}`}>{t('similar.case')}</Link>
    </span>
  );
}

function useReasonText(): (code: string) => string {
  const t = workWords.useText();
  return (code) => (t as (key: string) => string)(`closeReason.${code}`);
}
