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
import { OrganisationRatings, ResponseRate } from '../../dockings/web/index.ts';
import { OrganisationMatches } from '../../matching/web/index.ts';
import { placeName } from '../../reference-data/web/index.ts';
import { memberedKinds } from '../domain/directory.policy.ts';
import { CarrierActivities, CarrierMembers, InCarriers } from './CarrierParts.tsx';
import { ClaimEntry } from './ClaimEntry.tsx';
import { directoryWords } from './directory-words.ts';
import { organisationQuery, type OrganisationDetail } from './directory-queries.ts';
import { EntryActions } from './EntryActions.tsx';
import { EntryStanding } from './EntryStanding.tsx';
import { entryWords } from './entry-words.ts';
import { facilityWords } from './facility-words.ts';
import './entry-page.css';

/** One organisation: what it is, what it has listed, who works there, what others may use. */
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
  const houses = memberedKinds.includes(organisation.kind);
  return (
    <div className="wrap entry-page">
      <header>
        <p className="meta crumbs">
          <Link to="/organisations">{t('organisations.title')}</Link>
        </p>
        <PageTitle>{organisation.name}</PageTitle>
        <p className="meta">
          <span>
            {organisation.carrierType
              ? t(`carrierTypes.${organisation.carrierType}`)
              : t(`kinds.${organisation.kind}`)}
          </span>
          {organisation.isExample ? <span className="tag">{t('example')}</span> : null}
          <span>{t('organisations.since', { day: formats.date(organisation.createdAt) })}</span>
        </p>
        <EntryStanding
          path="/organisations"
          status={organisation.status}
          mergedInto={organisation.mergedInto}
        />
      </header>
      <div className="body">
        <section>
          <h2>{t('organisations.introduction')}</h2>
          <p className="text" lang="zh-CN">
            {organisation.introduction || t('organisations.noIntroduction')}
          </p>
        </section>
        {houses ? <CarrierActivities organisation={organisation} /> : null}
        {houses ? <CarrierMembers organisation={organisation} /> : null}
        <Facilities organisation={organisation} />
        {organisation.experts.length > 0 ? (
          <section>
            <h2>{t('organisations.experts')}</h2>
            {organisation.experts.map((expert) => (
              <ListingRow
                key={expert.id}
                to={`/experts/${expert.id}`}
                title={expert.name}
                about={[expert.title]}
              />
            ))}
          </section>
        ) : null}
        <InCarriers carriers={organisation.carriers} />
        {organisation.children.length > 0 ? (
          <section>
            <h2>{t('organisations.below')}</h2>
            {organisation.children.map((child) => (
              <ListingRow
                key={child.id}
                to={`/organisations/${child.id}`}
                title={child.name}
                about={[]}
              />
            ))}
          </section>
        ) : null}
        {organisation.status === 'active' ? <OrganisationMatches id={organisation.id} /> : null}
        <ResponseRate organisationId={organisation.id} />
        <OrganisationRatings id={organisation.id} />
      </div>
      <Aside organisation={organisation} />
    </div>
  );
}

/** What others may use of it, and for its people the way to enter something. */
function Facilities({ organisation }: { organisation: OrganisationDetail }): ReactElement | null {
  const t = facilityWords.useText();
  const { facilities, manages, status, id } = organisation;
  const keeps = manages && status === 'active';
  if (facilities.length === 0 && !keeps) return null;
  return (
    <section>
      <header className="list-head">
        <h2>{t('title')}</h2>
        {keeps ? (
          <Link className="button small end" to={`/facilities/new?organisation=${id}`}>
            {t('enter')}
          </Link>
        ) : null}
      </header>
      {facilities.length === 0 ? <p className="meta">{t('empty')}</p> : null}
      {facilities.map((facility) => (
        <ListingRow
          key={facility.id}
          to={`/facilities/${facility.id}`}
          title={facility.name}
          about={[facility.model]}
        />
      ))}
    </section>
  );
}

function Aside({ organisation }: { organisation: OrganisationDetail }): ReactElement {
  const t = directoryWords.useText();
  const entry = entryWords.useText();
  const formats = useFormats();
  const { id, name, status, manages, mine, parent } = organisation;
  return (
    <aside>
      <Facts
        facts={[
          { label: t('organisations.kind'), value: t(`kinds.${organisation.kind}`) },
          { label: t('region'), value: placeName(organisation.regionName) },
          { label: t('organisations.uscc'), value: organisation.uscc },
          {
            label: t('organisations.above'),
            value: parent ? <Link to={`/organisations/${parent.id}`}>{parent.name}</Link> : null,
          },
          { label: t('organisations.aliases'), value: formats.list(organisation.aliases) },
          { label: t('organisations.formerNames'), value: formats.list(organisation.formerNames) },
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
      {manages ? (
        <EntryActions
          subject="organisation"
          id={id}
          name={name}
          version={organisation.version}
          actions={organisation.actions}
        >
          {status === 'merged' ? null : (
            <Link className="button" to={`/organisations/${id}/people`}>
              {entry('people.link')}
            </Link>
          )}
        </EntryActions>
      ) : null}
      {status === 'active' && !mine && !manages ? (
        <ClaimEntry
          subjectType="organisation"
          id={id}
          name={name}
          hasPeople={organisation.hasPeople}
          myClaim={organisation.myClaim}
        />
      ) : null}
    </aside>
  );
}
