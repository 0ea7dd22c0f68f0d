import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { useGo, usePathParam } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { exchangeClient } from './exchange-client.ts';
import { wanOf } from './money-facts.ts';
import { findKeptNeed, forgetNeedTexts, noParts, type NeedTexts } from './need-draft.ts';
import { NeedForm } from './need-form-fields.tsx';
import { ReturnedWords } from './need-work.tsx';
import { keepNeed, needQuery, type NeedDetail } from './work-queries.ts';
import { workWords } from './work-words.ts';
import './work.css';
import './need-form.css';

export default function EditNeedPage(): ReactElement {
  const t = workWords.useText();
  const id = usePathParam('needId');
  const { data, error, refetch } = useQuery(needQuery(id));
  const editable = data?.status === 'draft' || data?.status === 'returned';
  return (
    <div className="wrap work-page">
      <PageTitle>{t('form.editTitle')}</PageTitle>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={8} />
      ) : !data.mine || !editable ? (
        <EmptyState
          title={t('form.notEditable')}
          actions={
            <Link className="button" to={`/needs/${data.id}`}>
              {t('form.toBack')}
            </Link>
          }
        >
          {t(data.mine ? 'form.notEditableText' : 'form.notYours')}
        </EmptyState>
      ) : (
        <EditNeed need={data} />
      )}
    </div>
  );
}

function EditNeed({ need }: { need: NeedDetail }): ReactElement {
  const t = workWords.useText();
  const go = useGo();
  const queries = useQueryClient();
  const { session } = useSession();
  const asSaved: NeedTexts = {
    title: need.title,
    description: need.description,
    regionCode: need.regionCode,
    industryCode: need.industryCode ?? '',
    budgetFen: String(wanOf(need.budgetFen) ?? ''),
    months: String(need.months ?? ''),
    coopModes: need.coopModes,
    organisationId: need.organisationId,
    ...noParts,
    ...need.closed.details,
    tier: need.closed.tier,
    attachments: need.attachments,
  };
  // As things stood when the page was opened; what is saved meanwhile must not change the fields.
  const [{ key, kept, initial }, setStart] = useState(() => {
    const found = findKeptNeed(need.id);
    const whose = { organisationId: need.organisationId };
    return { key: 0, kept: found, initial: { ...asSaved, ...found?.texts, ...whose } };
  });
  return (
    <>
      <ReturnedWords need={need} />
      <NeedForm
        key={key}
        initial={initial}
        needId={need.id}
        version={need.version}
        origin={kept ? (kept.moved ? 'moved' : 'kept') : undefined}
        onStartOver={() => {
          forgetNeedTexts(need.id);
          setStart({ key: key + 1, kept: undefined, initial: asSaved });
        }}
        organisations={session.organisations}
        save={async (said, _organisationId, intent, { idempotencyKey }) => {
          const version =
            queries.getQueryData(needQuery(need.id).queryKey)?.version ?? need.version;
          try {
            const revised = await exchangeClient.reviseNeed(
              { ...said, id: need.id, version },
              { context: { idempotencyKey } },
            );
            keepNeed(queries, revised);
            if (intent === 'draft') return revised;
            return await exchangeClient.submitNeed({ id: need.id, version: revised.version });
          } catch (error) {
            if (error instanceof ApiFailure && error.status === 409) {
              await queries.refetchQueries(needQuery(need.id));
              const message = t('command.stale');
              throw new ApiFailure({ code: error.code, status: 409, message });
            }
            throw error;
          }
        }}
        onDone={(saved) => {
          forgetNeedTexts(need.id);
          keepNeed(queries, saved);
          go(`/needs/${saved.id}`);
        }}
      />
    </>
  );
}
