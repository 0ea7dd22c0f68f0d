import type { ReactElement } from 'react';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import type { Claim } from './directory-queries.ts';
import { entryWords } from './entry-words.ts';

/** Claims that wait, as lines of the operator's work; each is decided on its page. */
export function ClaimLines({ claims }: { claims: readonly Claim[] }): ReactElement {
  const t = entryWords.useText();
  return (
    <>
      {claims.map((claim) => (
        <ListingRow
          key={claim.id}
          to="/claims"
          title={t('claimsPage.asks', { name: claim.claimantName, title: claim.subjectName })}
          about={[t(`claimsPage.kinds.${claim.subjectType}`), claim.claimantEmail]}
          outcome={
            claim.due ? (
              <DueClock ticks={claim.due.ticks} dueAt={claim.due.at} variant="stacked" />
            ) : undefined
          }
        />
      ))}
    </>
  );
}
