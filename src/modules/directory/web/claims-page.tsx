import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { DueClock } from '../../../ui/case/DueClock.tsx';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Rich } from '../../../ui/i18n/Rich.tsx';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { claimReasons, type ClaimReason } from '../domain/claim.workflow.ts';
import { claimsQuery, peopleClient, type Claim } from './directory-queries.ts';
import { entryWords } from './entry-words.ts';
import './entry-page.css';

/** Ownership claims of the operator's region: those that wait, then those decided lately. */
export default function ClaimsPage(): ReactElement {
  const t = entryWords.useText();
  const { data, error, refetch } = useQuery(claimsQuery());
  const [asked, setAsked] = useState<{ what: 'approve' | 'refuse'; claim: Claim }>();
  return (
    <div className="wrap claims-page">
      <header className="work-title">
        <PageTitle>{data ? <Sentence waiting={data.waiting} /> : t('claimsPage.title')}</PageTitle>
      </header>
      {!data && error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={6} /> : null}
      {data ? (
        <>
          {data.waiting.length === 0 ? (
            <EmptyState title={t('claimsPage.calm')}>{t('claimsPage.calmText')}</EmptyState>
          ) : (
            <section>
              <h2>{t('claimsPage.waiting')}</h2>
              {data.waiting.map((claim) => (
                <ClaimRow
                  key={claim.id}
                  claim={claim}
                  onAsk={(what) => setAsked({ what, claim })}
                />
              ))}
            </section>
          )}
          {data.decided.length > 0 ? (
            <section>
              <h2>{t('claimsPage.decided')}</h2>
              {data.decided.map((claim) => (
                <ClaimRow key={claim.id} claim={claim} />
              ))}
            </section>
          ) : null}
        </>
      ) : null}
      {asked ? <Decide {...asked} onClose={() => setAsked(undefined)} /> : null}
    </div>
  );
}

function Sentence({ waiting }: { waiting: readonly Claim[] }): ReactElement {
  const formats = useFormats();
  const first = waiting[0]?.due;
  const key = !first
    ? 'claimsPage.calm'
    : first.standing === 'overdue'
      ? 'claimsPage.sentenceOver'
      : 'claimsPage.sentence';
  return (
    <Rich
      book={entryWords}
      k={key}
      values={{ count: waiting.length, due: first ? formats.due(first.at) : '' }}
      parts={{
        who: <span className="who" />,
        date: <span className="date" />,
        over: <span className="over" />,
      }}
    />
  );
}

function ClaimRow({
  claim,
  onAsk,
}: {
  claim: Claim;
  onAsk?: (what: 'approve' | 'refuse') => void;
}): ReactElement {
  const t = entryWords.useText();
  const formats = useFormats();
  const reason = claim.reasonCode ? t(`claimsPage.reasons.${claim.reasonCode}`) : null;
  return (
    <ListingRow
      to={`/${claim.subjectType}s/${claim.subjectId}`}
      title={t('claimsPage.asks', { name: claim.claimantName, title: claim.subjectName })}
      about={[
        t(`claimsPage.kinds.${claim.subjectType}`),
        claim.claimantEmail,
        formats.date(claim.createdAt),
        reason,
      ]}
      outcome={
        claim.due ? (
          <DueClock ticks={claim.due.ticks} dueAt={claim.due.at} variant="stacked" />
        ) : (
          t(`claimsPage.state.${claim.status}`)
        )
      }
    >
      <div className="excerpt">
        <OwnWords>{claim.words}</OwnWords>
        <p>
          <a href={`/api/claims/${claim.id}/file`} download={claim.file.name}>
            {t('claimsPage.evidence', {
              name: claim.file.name,
              size: formats.bytes(claim.file.size),
            })}
          </a>
        </p>
        {claim.answer ? <p className="meta">{claim.answer}</p> : null}
        {onAsk ? (
          <div className="acts">
            <Button kind="primary" small onClick={() => onAsk('approve')}>
              {t('claimsPage.approve')}
            </Button>
            <Button small onClick={() => onAsk('refuse')}>
              {t('claimsPage.refuse')}
            </Button>
          </div>
        ) : null}
      </div>
    </ListingRow>
  );
}

function Decide({
  what,
  claim,
  onClose,
}: {
  what: 'approve' | 'refuse';
  claim: Claim;
  onClose: () => void;
}): ReactElement {
  const t = entryWords.useText();
  const queries = useQueryClient();
  const { id, version, claimantName: name, subjectName: title } = claim;
  const done = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: ['claims'] });
  };
  if (what === 'approve') {
    return (
      <CommandForm
        title={t('claimsPage.approveTitle', { name })}
        intro={t('claimsPage.approveIntro', { title })}
        fields={{
          words: {
            kind: 'textarea',
            label: t('claimsPage.approveWords'),
            maxLength: 500,
            song: true,
          },
        }}
        submitLabel={t('claimsPage.approve')}
        submit={({ words }, { idempotencyKey }) =>
          peopleClient.approveClaim(
            { id, version, words: words || undefined },
            { context: { idempotencyKey } },
          )
        }
        onDone={done}
        onClose={onClose}
      />
    );
  }
  return (
    <CommandForm
      title={t('claimsPage.refuseTitle', { name })}
      intro={t('claimsPage.refuseIntro')}
      fields={{
        reasonCode: {
          kind: 'select',
          label: t('retire.reason'),
          required: true,
          options: claimReasons.map((value) => ({
            value,
            label: t(`claimsPage.reasons.${value}`),
          })),
        },
        words: {
          kind: 'textarea',
          label: t('claimsPage.refuseWords'),
          hint: t('claimsPage.refuseHint'),
          required: true,
          maxLength: 500,
          song: true,
        },
      }}
      submitLabel={t('claimsPage.refuse')}
      submit={({ reasonCode, words }, { idempotencyKey }) =>
        peopleClient.refuseClaim(
          { id, version, reasonCode: reasonCode as ClaimReason, words },
          { context: { idempotencyKey } },
        )
      }
      onDone={done}
      onClose={onClose}
    />
  );
}
