import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import type { StandingMatch } from '../contract.ts';
import { organisationMatchesQuery } from './standing-queries.ts';
import { standingWords } from './standing-words.ts';
import { StandingRows } from './StandingRows.tsx';

/** Both ways for one organisation: what answers its needs, and which needs its listings answer. */
export default function OrganisationMatchesList({ id }: { id: string }): ReactElement | null {
  const t = standingWords.useText();
  const { data, error, refetch } = useQuery(organisationMatchesQuery(id));
  // A worker of another district: this part of a public page is not theirs.
  if (error instanceof ApiFailure && error.status === 403) return null;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data) return <LoadingState lines={6} />;
  return (
    <>
      <Side
        title={t('organisation.asked')}
        none={t('organisation.askedNone')}
        matches={data.asked}
        total={data.askedTotal}
      />
      <Side
        title={t('organisation.offered')}
        none={t('organisation.offeredNone')}
        matches={data.offered}
        total={data.offeredTotal}
      />
    </>
  );
}

type SideProps = { title: string; none: string; matches: StandingMatch[]; total: number };

function Side({ title, none, matches, total }: SideProps): ReactElement {
  const t = standingWords.useText();
  return (
    <section className="organisation-matches">
      <h2>{title}</h2>
      {matches.length === 0 ? <p className="meta">{none}</p> : <StandingRows matches={matches} />}
      {total > matches.length ? (
        <p className="meta">{t('organisation.more', { count: total - matches.length })}</p>
      ) : null}
    </section>
  );
}
