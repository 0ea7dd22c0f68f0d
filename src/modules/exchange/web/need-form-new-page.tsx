import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import { requestJson } from '../../../ui/client.ts';
import { useGo } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { keepText, keptText } from '../../matching/web/index.ts';
import { exchangeClient } from './exchange-client.ts';
import {
  findKeptNeed,
  forgetNeedTexts,
  noParts,
  suggestTitle,
  type NeedTexts,
} from './need-draft.ts';
import { NeedForm } from './need-form-fields.tsx';
import { keepNeed, type NeedDetail } from './work-queries.ts';
import { workWords } from './work-words.ts';
import './work.css';
import './need-form.css';

export default function NewNeedPage(): ReactElement {
  const t = workWords.useText();
  const { session, loading } = useSession();
  const [organisation] = session.organisations;
  // Where an organisation is, so that nobody has to say it again.
  const home = useQuery({
    queryKey: ['organisations', 'one', organisation?.id],
    queryFn: () =>
      requestJson<{ regionCode: string }>(`/api/organisations/${organisation?.id ?? ''}`),
    enabled: organisation !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <div className="wrap work-page">
      <PageTitle>{t('form.newTitle')}</PageTitle>
      {loading ? (
        <LoadingState />
      ) : organisation === undefined ? (
        <EmptyState
          title={t('form.noOrganisation')}
          actions={
            <Link className="button primary" to="/welcome">
              {t('form.toWelcome')}
            </Link>
          }
        >
          {t('form.noOrganisationText')}
        </EmptyState>
      ) : home.isPending ? (
        <LoadingState lines={8} />
      ) : (
        <NewNeed organisations={session.organisations} regionCode={home.data?.regionCode ?? ''} />
      )}
    </div>
  );
}

type Origin = 'ask' | 'kept' | undefined;

function NewNeed({
  organisations,
  regionCode,
}: {
  organisations: readonly { id: string; name: string }[];
  regionCode: string;
}): ReactElement {
  const t = workWords.useText();
  const go = useGo();
  const queries = useQueryClient();
  const empty: NeedTexts = {
    title: '',
    description: '',
    regionCode,
    industryCode: '',
    budgetFen: '',
    months: '',
    coopModes: [],
    organisationId: organisations[0]?.id ?? '',
    ...noParts,
  };
  const [start, setStart] = useState(() => startFrom(empty));
  // Once drafted it exists: when handing it in fails, the next try must not draft it again.
  const drafted = useRef<NeedDetail>(undefined);
  return (
    <>
      {organisations.length === 1 ? (
        <p className="need-whose">
          {t('form.organisationOne', { name: organisations[0]?.name ?? '' })}
        </p>
      ) : null}
      <NeedForm
        key={start.key}
        initial={start.texts}
        origin={start.origin}
        onStartOver={() => {
          forgetNeedTexts();
          keepText('');
          setStart({ key: start.key + 1, texts: empty, origin: undefined });
        }}
        organisations={organisations}
        save={async (said, organisationId, intent, { idempotencyKey }) => {
          const context = { idempotencyKey };
          const before = drafted.current;
          const need = before
            ? await exchangeClient.reviseNeed(
                { ...said, id: before.id, version: before.version },
                { context },
              )
            : await exchangeClient.draftNeed({ ...said, organisationId }, { context });
          drafted.current = need;
          keepNeed(queries, need);
          if (intent === 'draft') return need;
          return exchangeClient.submitNeed({ id: need.id, version: need.version });
        }}
        onDone={(need) => {
          forgetNeedTexts();
          keepText('');
          keepNeed(queries, need);
          go(`/needs/${need.id}`);
        }}
      />
    </>
  );
}

/** What was being written goes before what was asked, unless the question is the newer text. */
function startFrom(empty: NeedTexts): { key: number; texts: NeedTexts; origin: Origin } {
  const kept = findKeptNeed();
  const asked = keptText().trim();
  const isNew = asked !== '' && !kept?.texts.description?.includes(asked);
  if (isNew && !kept?.texts.description) {
    return {
      key: 0,
      texts: { ...empty, title: suggestTitle(asked), description: asked },
      origin: 'ask',
    };
  }
  if (kept) return { key: 0, texts: { ...empty, ...kept.texts }, origin: 'kept' };
  return { key: 0, texts: empty, origin: undefined };
}
