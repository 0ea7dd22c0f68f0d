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
import { InCarriers } from './CarrierParts.tsx';
import { ClaimEntry } from './ClaimEntry.tsx';
import { directoryWords } from './directory-words.ts';
import { expertQuery } from './directory-queries.ts';
import { EntryActions } from './EntryActions.tsx';
import { EntryStanding } from './EntryStanding.tsx';
import { useAvailability } from './availability.ts';
import './entry-page.css';

/** One expert: what they work on, where they are, how to get to them. */
export default function ExpertPage(): ReactElement {
  const t = directoryWords.useText();
  const formats = useFormats();
  const availability = useAvailability();
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
        <EntryStanding path="/experts" status={expert.status} mergedInto={expert.mergedInto} />
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
        <InCarriers carriers={expert.carriers} />
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
            { label: t('experts.availability'), value: availability(expert) },
            {
              label: t('experts.fields'),
              value: formats.list(expert.fields.map((field) => field.name)),
            },
            {
              label: t('experts.languages'),
              value: formats.list(expert.languages.map((code) => t(`languages.${code}`))),
            },
            {
              label: 'ORCID',
              value: expert.orcid ? (
                <a href={`https://orcid.org/${expert.orcid}`} rel="noopener">
                  {expert.orcid}
                </a>
              ) : null,
            },
          ]}
        />
        {expert.manages ? (
          <EntryActions
            subject="expert"
            id={expert.id}
            name={expert.name}
            version={expert.version}
            actions={expert.actions}
          />
        ) : null}
        {expert.mine || expert.status !== 'active' ? null : (
          <div className="next-step">
            <h2>{t('experts.want')}</h2>
            <p>{t('experts.wantText')}</p>
            <Link className="button primary" to="/needs/new">
              {t('experts.publish')}
            </Link>
          </div>
        )}
        {expert.status === 'active' && !expert.owned ? (
          <ClaimEntry
            subjectType="expert"
            id={expert.id}
            name={expert.name}
            hasPeople={false}
            myClaim={expert.myClaim}
          />
        ) : null}
      </aside>
      <OfferNeeds
        offer={{ kind: 'expert', id: expert.id }}
        holder={expert.name}
        mine={expert.mine}
      />
    </div>
  );
}
