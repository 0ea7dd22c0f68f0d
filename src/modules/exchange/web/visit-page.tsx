import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { usePathParam } from '../../../ui/navigation.ts';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { exchangeClient } from './exchange-client.ts';
import { suggestTitle } from './need-draft.ts';
import { partsWords } from './parts-words.ts';
import { visitQuery, type VisitDetail } from './visit-queries.ts';
import './visits.css';

/** One visit record, and the needs that came of it. */
export default function VisitPage(): ReactElement {
  const t = partsWords.useText();
  const id = usePathParam('visitId');
  const { data, error, refetch } = useQuery(visitQuery(id));
  const gone = error instanceof ApiFailure && error.status === 404;
  return (
    <div className="wrap visits-page">
      <p className="crumb">
        <Link to="/visits">{t('visits.back')}</Link>
      </p>
      {data ? (
        <Visit visit={data} />
      ) : (
        <>
          <PageTitle>{t('visits.title')}</PageTitle>
          {gone ? (
            <EmptyState title={t('visits.gone')} />
          ) : error ? (
            <ErrorState error={error} onRetry={() => void refetch()} />
          ) : (
            <LoadingState lines={6} />
          )}
        </>
      )}
    </div>
  );
}

const sections = ['situation', 'problem', 'wanted', 'promised'] as const;

function Visit({ visit }: { visit: VisitDetail }): ReactElement {
  const t = partsWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const [drafting, setDrafting] = useState(false);
  return (
    <>
      <header>
        <div>
          <PageTitle>{visit.organisationName}</PageTitle>
          <p className="meta">
            {[
              formats.date(visit.visitedOn),
              `${t('visits.visitors')}：${visit.visitors}`,
              `${t('visits.met')}：${visit.met}`,
            ].join('　')}
          </p>
        </div>
        <div className="visit-acts">
          {visit.mayDraft ? (
            <Button kind="primary" onClick={() => setDrafting(true)}>
              {t('visits.draft')}
            </Button>
          ) : null}
          {visit.mayRevise ? (
            <Link className="button" to={`/visits/${visit.id}/edit`}>
              {t('visits.edit')}
            </Link>
          ) : null}
        </div>
      </header>
      <div className="visit-body">
        {sections.map((section) =>
          visit[section] ? (
            <section key={section}>
              <h2>{t(`visits.${section}`)}</h2>
              <OwnWords>{visit[section]}</OwnWords>
            </section>
          ) : null,
        )}
        {visit.needs.length > 0 ? (
          <section>
            <h2>{t('visits.drafted')}</h2>
            <ul>
              {visit.needs.map(({ id, title, status }) => (
                <li key={id}>
                  <Link to={`/needs/${id}`}>{title}</Link>
                  <span className="meta">　{statusText(t, status)}</span>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <p className="meta">
          {t('visits.recordedBy', {
            name: visit.recorderName,
            day: formats.day(visit.updatedAt),
          })}
        </p>
      </div>
      <CommandForm
        open={drafting}
        onClose={() => setDrafting(false)}
        title={t('visits.draftTitle')}
        intro={t('visits.draftIntro')}
        fields={{
          title: {
            kind: 'text',
            label: t('visits.draftName'),
            required: true,
            maxLength: 120,
            song: true,
          },
          description: {
            kind: 'textarea',
            label: t('visits.draftText'),
            required: true,
            maxLength: 5000,
            song: true,
          },
        }}
        initial={{
          title: suggestTitle(visit.problem),
          description: [visit.problem, visit.wanted].filter(Boolean).join('\n'),
        }}
        submitLabel={t('visits.draft')}
        submit={({ title, description }, { idempotencyKey }) =>
          exchangeClient.draftNeedFromVisit(
            { id: visit.id, title, description },
            { context: { idempotencyKey } },
          )
        }
        onDone={() => {
          setDrafting(false);
          void queries.invalidateQueries({ queryKey: ['visits'] });
        }}
      />
    </>
  );
}

type Text = ReturnType<typeof partsWords.useText>;
const statusText = (t: Text, status: string): string =>
  (t as (key: string) => string)(`visits.need.${status}`);
