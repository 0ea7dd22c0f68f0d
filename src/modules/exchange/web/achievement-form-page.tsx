import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useGo, usePathParam } from '../../../ui/navigation.ts';
import { useSession } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { AchievementFields } from './achievement-fields.tsx';
import { findMovedTexts, forgetMovedTexts } from './achievement-moved.ts';
import { exchangeClient } from './exchange-client.ts';
import { exchangeWords } from './exchange-words.ts';
import { achievementQuery } from './listing-queries.ts';
import { MergedInto } from './merged-into.tsx';
import { similarWords } from './similar-words.ts';
import './listing-page.css';

/** A new achievement; it starts as a draft that only its organisation sees. */
export function NewAchievementPage(): ReactElement {
  const t = exchangeWords.useText();
  const go = useGo();
  const queries = useQueryClient();
  const { session } = useSession();
  if (session.organisations.length === 0) {
    return (
      <div className="wrap form-page">
        <PageTitle>{t('achievements.new')}</PageTitle>
        <EmptyState
          title={t('form.noOrganisation')}
          actions={
            <Link className="button primary" to="/welcome">
              {t('form.toOrganisation')}
            </Link>
          }
        >
          {t('form.noOrganisationText')}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="wrap form-page">
      <PageTitle>{t('achievements.new')}</PageTitle>
      <p className="lead">{t('form.newLead')}</p>
      <AchievementFields
        organisations={session.organisations}
        submitLabel={t('form.saveDraft')}
        submit={(said, organisationId, context) =>
          exchangeClient.draftAchievement({ ...said, organisationId }, { context })
        }
        onDone={({ id }) => {
          void queries.invalidateQueries({ queryKey: ['achievements'] });
          go(`/achievements/${id}`);
        }}
      />
    </div>
  );
}

/** Changes an achievement, whatever its state. */
export function EditAchievementPage(): ReactElement {
  const t = exchangeWords.useText();
  const go = useGo();
  const queries = useQueryClient();
  const id = usePathParam('achievementId');
  const similarWord = similarWords.useText();
  const [{ key, moved }, setStart] = useState(() => ({ key: id, moved: findMovedTexts(id) }));
  const { data, error, refetch } = useQuery(achievementQuery(id));
  return (
    <div className="wrap form-page">
      <p className="meta crumbs">
        <Link to={`/achievements/${id}`}>{t('form.back')}</Link>
      </p>
      <PageTitle>{t('form.editTitle')}</PageTitle>
      {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : null}
      {!data && !error ? <LoadingState lines={8} /> : null}
      {data && !data.mine ? <EmptyState title={t('form.notYours')} /> : null}
      {data?.mine && data.status === 'merged' ? (
        <EmptyState title={t('achievements.state.merged')}>
          <MergedInto kind="achievement" into={data.mergedInto} />
        </EmptyState>
      ) : null}
      {data?.mine && data.status !== 'merged' ? (
        <>
          <p className="lead">{t('form.editLead')}</p>
          {moved ? (
            <p className="meta">
              {similarWord('moved')}{' '}
              <Button
                kind="plain"
                small
                onClick={() => {
                  forgetMovedTexts(id);
                  setStart({ key: `${id} saved`, moved: undefined });
                }}
              >
                {similarWord('back')}
              </Button>
            </p>
          ) : null}
          <AchievementFields
            key={key}
            achievement={data}
            moved={moved}
            organisations={[]}
            submitLabel={t('form.save')}
            submit={(said, _organisation, context) =>
              exchangeClient.reviseAchievement({ ...said, id, version: data.version }, { context })
            }
            onDone={(changed) => {
              forgetMovedTexts(id);
              queries.setQueryData(achievementQuery(id).queryKey, changed);
              void queries.invalidateQueries({ queryKey: ['achievements'] });
              go(`/achievements/${id}`);
            }}
          />
        </>
      ) : null}
    </div>
  );
}
