import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Facts } from '../../../ui/listing/Facts.tsx';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { usePathParam } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { OrganisationMatches } from '../../matching/web/index.ts';
import { placeName } from '../../reference-data/web/index.ts';
import { directoryWords } from './directory-words.ts';
import { organisationQuery } from './directory-queries.ts';
import './entry-page.css';

/** One organisation: what it is, what it has listed, who works there. */
export default function OrganisationPage(): ReactElement {
  const t = directoryWords.useText();
  const formats = useFormats();
  const id = usePathParam('organisationId');
  const { data: organisation, error, refetch } = useQuery(organisationQuery(id));
  if (!organisation) {
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
  return (
    <div className="wrap entry-page">
      <header>
        <p className="meta crumbs">
          <Link to="/organisations">{t('organisations.title')}</Link>
        </p>
        <PageTitle>{organisation.name}</PageTitle>
        <p className="meta">
          <span>{t(`kinds.${organisation.kind}`)}</span>
          {organisation.isExample ? <span className="tag">{t('example')}</span> : null}
          <span>{t('organisations.since', { day: formats.date(organisation.createdAt) })}</span>
        </p>
      </header>
      <div className="body">
        <h2>{t('organisations.introduction')}</h2>
        <p className="text" lang="zh-CN">
          {organisation.introduction || t('organisations.noIntroduction')}
        </p>
        {organisation.experts.length > 0 ? (
          <>
            <h2>{t('organisations.experts')}</h2>
            {organisation.experts.map((expert) => (
              <ListingRow
                key={expert.id}
                to={`/experts/${expert.id}`}
                title={expert.name}
                about={[expert.title]}
              />
            ))}
          </>
        ) : null}
        <OrganisationMatches id={organisation.id} />
      </div>
      <aside>
        <Facts
          facts={[
            { label: t('organisations.kind'), value: t(`kinds.${organisation.kind}`) },
            { label: t('region'), value: placeName(organisation.regionName) },
            { label: t('organisations.uscc'), value: organisation.uscc },
            {
              label: t('organisations.needs'),
              value: t('organisations.items', { count: organisation.needs }),
            },
            {
              label: t('organisations.achievements'),
              value: t('organisations.items', { count: organisation.achievements }),
            },
          ]}
        />
      </aside>
    </div>
  );
}
