import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Facts } from '../../../ui/listing/Facts.tsx';
import { usePathParam } from '../../../ui/navigation.ts';
import { MarkedText } from '../../../ui/reading/MarkedText.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { AskedBefore, findKeptReading, OfferNeeds } from '../../matching/web/index.ts';
import { placeName } from '../../reference-data/web/index.ts';
import { AchievementActions, type AchievementDetail } from './achievement-actions.tsx';
import { AchievementStatus } from './achievement-status.tsx';
import { AchievementProof } from './achievement-proof.tsx';
import { AttachmentList } from './attachment-list.tsx';
import { ClosedPartOf } from './closed-part.tsx';
import { ConfirmedOn, ConfirmNote } from './confirm-note.tsx';
import { DisclosureLog } from './disclosure-log.tsx';
import { exchangeClient } from './exchange-client.ts';
import { exchangeWords } from './exchange-words.ts';
import { achievementQuery } from './listing-queries.ts';
import { AchievementHistory } from './listing-history.tsx';
import { MergedInto } from './merged-into.tsx';
import { useModeName } from './mode-names.ts';
import { wanOf } from './money-facts.ts';
import { partsWords } from './parts-words.ts';
import { SimilarNotice } from './similar-notice.tsx';
import { useSimilar } from './use-similar.ts';
import './listing-page.css';

/** One achievement, for those who may want it and for those whose it is. */
export default function AchievementPage(): ReactElement {
  const id = usePathParam('achievementId');
  const { data, error, refetch } = useQuery(achievementQuery(id));
  if (error) {
    return (
      <div className="wrap section">
        <ErrorState error={error} onRetry={() => void refetch()} />
      </div>
    );
  }
  if (!data) {
    return (
      <div className="wrap section">
        <LoadingState lines={8} />
      </div>
    );
  }
  return <Achievement achievement={data} />;
}

function Achievement({ achievement }: { achievement: AchievementDetail }): ReactElement {
  const t = exchangeWords.useText();
  const part = partsWords.useText();
  const queries = useQueryClient();
  const formats = useFormats();
  const modeName = useModeName();
  const reading = findKeptReading('achievement', achievement.id);
  const marked = (field: string, text: string): ReactElement => (
    <MarkedText text={text} marks={reading?.marks.filter((mark) => mark.field === field) ?? []} />
  );
  const { publishedAt, updatedAt } = achievement;
  return (
    <div className="wrap listing-page">
      <header>
        <p className="meta crumbs">
          <Link to="/achievements">{t('achievements.title')}</Link>
        </p>
        <PageTitle>
          <span lang="zh-CN">{marked('title', achievement.title)}</span>
        </PageTitle>
        <p className="meta">
          {achievement.status === 'published' ? null : (
            <AchievementStatus status={achievement.status} />
          )}
          {achievement.isExample ? <span className="tag">{t('example')}</span> : null}
          <span>
            {publishedAt
              ? t('achievements.listedOn', { day: formats.date(publishedAt) })
              : t('achievements.changedOn', { day: formats.date(updatedAt) })}
          </span>
          <ConfirmedOn confirmation={achievement.confirmation} />
        </p>
      </header>
      <div className="body">
        <ConfirmNote
          confirmation={achievement.history.length > 0 ? achievement.confirmation : null}
          confirm={() => exchangeClient.confirmAchievement({ id: achievement.id })}
          onDone={(changed) => {
            queries.setQueryData(achievementQuery(achievement.id).queryKey, changed);
            void queries.invalidateQueries({ queryKey: ['achievements'] });
          }}
        />
        {achievement.status === 'merged' ? (
          <p className="lead">
            <MergedInto kind="achievement" into={achievement.mergedInto} />
          </p>
        ) : achievement.actions.some(({ allowed }) => allowed) ? (
          <AchievementSimilar achievement={achievement} />
        ) : null}
        {reading ? <AskedBefore reading={reading} /> : null}
        <h2>{t('achievements.abstract')}</h2>
        <p className="abstract" lang="zh-CN">
          {marked('abstract', achievement.abstract)}
        </p>
        {achievement.keywords.length > 0 ? (
          <p className="meta" lang="zh-CN">
            {t('achievements.keywords')}　{marked('keywords', achievement.keywords.join('，'))}
          </p>
        ) : null}
        <AchievementProof achievement={achievement} />
        {achievement.attachments.length > 0 ? <h2>{part('files.title')}</h2> : null}
        <AttachmentList
          kind="achievement"
          id={achievement.id}
          attachments={achievement.attachments}
        />
        <ClosedPartOf
          kind="achievement"
          id={achievement.id}
          mine={achievement.mine}
          closed={achievement.closed}
        />
        {achievement.history.length > 0 ? (
          <>
            {achievement.closed.tier === 'public' ? null : (
              <DisclosureLog kind="achievement" id={achievement.id} mine={achievement.mine} />
            )}
            <p>
              <Link to={`/achievements/${achievement.id}/versions`}>{part('versions.link')}</Link>
            </p>
            <AchievementHistory achievement={achievement} />
          </>
        ) : null}
      </div>
      <aside>
        <Facts
          facts={[
            {
              label: t('achievements.holder'),
              value: (
                <Link to={`/organisations/${achievement.organisationId}`}>
                  {achievement.organisationName}
                </Link>
              ),
            },
            {
              label: t('achievements.expert'),
              value:
                achievement.expertId && achievement.expertName ? (
                  <Link to={`/experts/${achievement.expertId}`}>{achievement.expertName}</Link>
                ) : null,
            },
            { label: t('region'), value: placeName(achievement.regionName) },
            { label: t('industry'), value: achievement.industryName },
            {
              label: t('achievements.level'),
              value:
                achievement.trl === null
                  ? null
                  : t('achievements.trlOf9', { trl: achievement.trl }),
            },
            {
              label: t('achievements.price'),
              value:
                formats.wanRange(wanOf(achievement.priceMinFen), wanOf(achievement.priceMaxFen)) ??
                t('achievements.noPrice'),
            },
            {
              label: t('cooperation'),
              value: formats.list(achievement.coopModes.map(modeName)),
            },
          ]}
        />
        {achievement.status === 'merged' ? null : achievement.mine ||
          achievement.actions.some(({ allowed }) => allowed) ? (
          <AchievementActions achievement={achievement} />
        ) : (
          <div className="next-step">
            <h2>{t('achievements.want')}</h2>
            <p>{t('achievements.wantText')}</p>
            <Link className="button primary" to="/needs/new">
              {t('needs.publish')}
            </Link>
          </div>
        )}
      </aside>
      {achievement.status === 'published' ? (
        <OfferNeeds
          offer={{ kind: 'achievement', id: achievement.id }}
          holder={achievement.organisationName}
          mine={achievement.mine}
        />
      ) : null}
    </div>
  );
}

/** Before it is listed: what may be the same. */
function AchievementSimilar({ achievement }: { achievement: AchievementDetail }): ReactElement {
  const { id, title, abstract } = achievement;
  const similar = useSimilar('achievement', { id, title, text: abstract });
  return <SimilarNotice similar={similar} on="page" version={achievement.version} />;
}
