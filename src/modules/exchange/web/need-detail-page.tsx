import { useQuery, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, type ReactElement } from 'react';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { messagesReady } from '../../../ui/i18n/messages.ts';
import { usePathParam } from '../../../ui/navigation.ts';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { useSession } from '../../../ui/session.ts';
import { signInAddress } from '../../../ui/shell/addresses.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { PageState } from '../../../ui/states/PageState.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { CameFromVisit } from './came-from-visit.tsx';
import { ClosedPartOf } from './closed-part.tsx';
import { ConfirmNote } from './confirm-note.tsx';
import { DisclosureLog } from './disclosure-log.tsx';
import { exchangeClient } from './exchange-client.ts';
import { MergedInto } from './merged-into.tsx';
import { NeedFacts } from './need-facts.tsx';
import { NeedOwnerLinks } from './need-owner-links.tsx';
import { NeedSentence } from './need-sentence.tsx';
import { NeedActions, NeedDue, NeedHistory, ReturnedWords } from './need-work.tsx';
import { SimilarNotice } from './similar-notice.tsx';
import { NeedTeams } from '../../teams/web/index.ts';
import { useSimilar } from './use-similar.ts';
import { keepNeed, needQuery, type NeedDetail } from './work-queries.ts';
import { workWords } from './work-words.ts';
import './work.css';

/** For those who work on the need; the public's page does without its forms and readings. */
const NeedCandidates = lazy(async () => {
  const { NeedCandidates: Candidates } = await import('./need-candidates.tsx');
  await messagesReady(currentLanguage());
  return { default: Candidates };
});

export default function NeedDetailPage(): ReactElement {
  const t = workWords.useText();
  const id = usePathParam('needId');
  const { data, error, refetch } = useQuery(needQuery(id));
  if (error instanceof ApiFailure && error.status === 404) return <NotOpen id={id} />;
  return (
    <div className="wrap">
      <p className="crumb">
        <Link to="/needs" exact>
          {t('crumb')}
        </Link>
      </p>
      {data ? (
        <Need key={data.id} need={data} />
      ) : error ? (
        <>
          <PageTitle>{t('crumb')}</PageTitle>
          <ErrorState error={error} onRetry={() => void refetch()} />
        </>
      ) : (
        <LoadingState lines={8} />
      )}
    </div>
  );
}

/** Not there, or not for this reader; who that may be is not told. */
function NotOpen({ id }: { id: string }): ReactElement {
  const t = workWords.useText();
  const { session } = useSession();
  return (
    <PageState
      title={t('gone.title')}
      actions={
        <>
          {session.signedIn ? null : (
            <Link className="button primary" to={signInAddress(`/needs/${id}`)}>
              {t('answer.signIn')}
            </Link>
          )}
          <Link className="button" to="/needs">
            {t('gone.toNeeds')}
          </Link>
        </>
      }
    >
      {t('gone.text')}
    </PageState>
  );
}

function Need({ need }: { need: NeedDetail }): ReactElement {
  const { session } = useSession();
  const queries = useQueryClient();
  // History is empty for everybody who has no part in it.
  const insider = need.history.length > 0;
  const broker = session.roles.includes('broker') && isOpen(need);
  const matched = (insider || broker) && need.status !== 'closed';
  const works = insider || broker;
  return (
    <div className={matched ? 'need-layout matched' : 'need-layout'}>
      <div className="need-story">
        <article className="framed">
          <PageTitle ownWords>{need.title}</PageTitle>
          <OwnWords>{need.description}</OwnWords>
        </article>
        <NeedFacts need={need} />
        <AttachmentList kind="need" id={need.id} attachments={need.attachments} />
        <ClosedPartOf kind="need" id={need.id} mine={need.mine} closed={need.closed} />
        <div className="need-state">
          <p className="need-now">
            {need.closeReason === 'merged' ? (
              <MergedInto kind="need" into={need.mergedInto} />
            ) : (
              <NeedSentence need={need} insider={works} />
            )}
          </p>
          {works ? <NeedDue need={need} /> : null}
        </div>
        <ConfirmNote
          confirmation={insider ? need.confirmation : null}
          confirm={() => exchangeClient.confirmNeed({ id: need.id })}
          onDone={(changed) => keepNeed(queries, changed)}
        />
        <CameFromVisit need={need} />
        <ReturnedWords need={need} />
        {insider && need.status !== 'closed' ? <NeedSimilar need={need} /> : null}
        {matched ? (
          <div className="need-actions">
            <NeedActions need={need} stick={insider} />
          </div>
        ) : null}
        {session.signedIn && isOpen(need) ? <NeedTeams needId={need.id} /> : null}
        {insider && need.closed.tier !== 'public' ? (
          <DisclosureLog kind="need" id={need.id} mine={need.mine} />
        ) : null}
        {insider ? <NeedOwnerLinks need={need} /> : null}
        {matched && insider ? <NeedHistory need={need} /> : null}
      </div>
      <div className="need-side">
        {matched ? (
          <Suspense fallback={<LoadingState lines={7} />}>
            <NeedCandidates need={need} />
          </Suspense>
        ) : insider ? (
          <NeedHistory need={need} />
        ) : (
          <Invitation need={need} />
        )}
      </div>
    </div>
  );
}

/** Before it is handed in or published: what may be the same. */
function NeedSimilar({ need }: { need: NeedDetail }): ReactElement {
  const { id, title, description } = need;
  const similar = useSimilar('need', { id, title, text: description });
  return <SimilarNotice similar={similar} on="page" version={need.version} />;
}

const isOpen = (need: NeedDetail): boolean =>
  need.status === 'published' || need.status === 'in_docking';

/** For those who only read it: how to answer, and how to ask. */
function Invitation({ need }: { need: NeedDetail }): ReactElement {
  const t = workWords.useText();
  const { session } = useSession();
  return (
    <>
      {isOpen(need) ? (
        <section className="card padded">
          <h2>{t('answer.title')}</h2>
          <p className="ink-2">{t('answer.text')}</p>
          <p className="need-invite">
            {session.signedIn ? (
              <Link className="button primary" to="/achievements/new">
                {t('answer.action')}
              </Link>
            ) : (
              <Link className="button primary" to={signInAddress(`/needs/${need.id}`)}>
                {t('answer.signIn')}
              </Link>
            )}
          </p>
        </section>
      ) : null}
      <section className="card padded">
        <h2>{t('answer.own')}</h2>
        <p className="need-invite">
          <Link className="button" to="/">
            {t('answer.ask')}
          </Link>
        </p>
      </section>
    </>
  );
}
