import { useQuery } from '@tanstack/react-query';
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
import { directoryWords } from './directory-words.ts';
import { expertQuery } from './directory-queries.ts';
import './entry-page.css';

/** One expert: what they work on, where they are, how to get to them. */
export default function ExpertPage(): ReactElement {
  const t = directoryWords.useText();
  const formats = useFormats();
  const id = usePathParam('expertId');
  const { data: expert, error, refetch } = useQuery(expertQuery(id));
  if (!expert) {
    return (
      <div className="wrap section">
        {error ? (
          <ErrorState error={error} onRetry={() => void refetch()} />
        ) : (
          <LoadingState lines={8} />
        )}
      </div>
    );
  }
  const reading = findKeptReading('expert', expert.id);
  const marked = (field: string, text: string): ReactElement => (
    <MarkedText text={text} marks={reading?.marks.filter((mark) => mark.field === field) ?? []} />
  );
  return (
    <div className="wrap entry-page">
      <header>
        <p className="meta crumbs">
          <Link to="/experts">{t('experts.title')}</Link>
        </p>
        <PageTitle>{expert.name}</PageTitle>
        <p className="meta">
          <span>{expert.title}</span>
          {expert.isExample ? <span className="tag">{t('example')}</span> : null}
          <span>{t('experts.updatedOn', { day: formats.date(expert.updatedAt) })}</span>
        </p>
      </header>
      <div className="body">
        {reading ? <AskedBefore reading={reading} /> : null}
        <h2>{t('experts.research')}</h2>
        <p className="text" lang="zh-CN">
          {marked('research', expert.research)}
        </p>
        {expert.bio ? (
          <>
            <h2>{t('experts.bio')}</h2>
            <p className="text" lang="zh-CN">
              {marked('bio', expert.bio)}
            </p>
          </>
        ) : null}
      </div>
      <aside>
        <Facts
          facts={[
            {
              label: t('experts.organisation'),
              value: expert.organisationId ? (
                <Link to={`/organisations/${expert.organisationId}`}>
                  {expert.organisationName}
                </Link>
              ) : (
                expert.organisationName
              ),
            },
            { label: t('experts.position'), value: expert.title },
            { label: t('region'), value: placeName(expert.regionName) },
          ]}
        />
        {expert.mine ? (
          <p className="meta">{t('experts.mine')}</p>
        ) : (
          <div className="next-step">
            <h2>{t('experts.want')}</h2>
            <p>{t('experts.wantText')}</p>
            <Link className="button primary" to="/needs/new">
              {t('experts.publish')}
            </Link>
          </div>
        )}
      </aside>
      <OfferNeeds
        offer={{ kind: 'expert', id: expert.id }}
        holder={expert.name}
        mine={expert.mine}
      />
    </div>
  );
}
