import { useQuery } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { Field } from '../../../ui/forms/Field.tsx';
import { Select } from '../../../ui/forms/Select.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EmptyState } from '../../../ui/states/EmptyState.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { compareTexts, type Stretch } from '../domain/compare-texts.ts';
import { versionFields, type VersionField } from '../domain/versions.ts';
import { versionsQuery, type Versions } from './disclosure-queries.ts';
import { partsWords } from './parts-words.ts';
import './versions.css';

/** What a listing said before beside what it says now, with the changed words marked. */
export function VersionsPage({
  kind,
  id,
}: {
  kind: 'need' | 'achievement';
  id: string;
}): ReactElement {
  const t = partsWords.useText();
  const { data, error, refetch } = useQuery(versionsQuery(kind, id));
  const closed = error instanceof ApiFailure && [401, 403, 404].includes(error.status);
  return (
    <div className="wrap versions-page">
      <p className="crumb">
        <Link to={`/${kind === 'need' ? 'needs' : 'achievements'}/${id}`}>
          {t('versions.back')}
        </Link>
      </p>
      <PageTitle>{t('versions.title')}</PageTitle>
      {closed ? (
        <EmptyState title={t('versions.notYours')} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={8} />
      ) : data.length < 2 ? (
        <EmptyState title={t('versions.only')} />
      ) : (
        <Compared versions={data} />
      )}
    </div>
  );
}

function Compared({ versions }: { versions: Versions }): ReactElement {
  const t = partsWords.useText();
  const formats = useFormats();
  const [chosen, setChosen] = useState({
    older: String(versions[1]?.number ?? ''),
    newer: String(versions[0]?.number ?? ''),
  });
  const options = versions.map(({ number, at, actorName }) => ({
    value: String(number),
    label: `${t('versions.one', { number })}　${t('versions.by', {
      day: formats.date(at),
      name: actorName || t('versions.import'),
    })}`,
  }));
  const of = (side: 'older' | 'newer') =>
    versions.find(({ number }) => String(number) === chosen[side]);
  const valueOf = (side: 'older' | 'newer', field: VersionField): string =>
    of(side)?.fields.find((each) => each.field === field)?.value ?? '';
  const fields = versionFields.filter(
    (field) => valueOf('older', field) || valueOf('newer', field),
  );
  const differing = fields.filter((field) => valueOf('older', field) !== valueOf('newer', field));
  return (
    <>
      <p className="lead">{t('versions.lead')}</p>
      <div className="version-choice">
        {(['older', 'newer'] as const).map((side) => (
          <Field key={side} label={t(`versions.${side}`)}>
            {(control) => (
              <Select
                {...control}
                value={chosen[side]}
                options={options}
                onChange={(value) => setChosen((before) => ({ ...before, [side]: value }))}
              />
            )}
          </Field>
        ))}
      </div>
      <p className="meta" aria-live="polite">
        {differing.length === 0 ? t('versions.same') : ''}
      </p>
      <dl className="compared">
        {fields.map((field) => {
          const { older, newer } = compareTexts(valueOf('older', field), valueOf('newer', field));
          return (
            <div key={field}>
              <dt>{t(`versions.field.${field}`)}</dt>
              <dd>
                <Marked stretches={older} as="del" label={t('versions.gone')} />
              </dd>
              <dd>
                <Marked stretches={newer} as="ins" label={t('versions.added')} />
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}

function Marked({
  stretches,
  as: Tag,
  label,
}: {
  stretches: readonly Stretch[];
  as: 'del' | 'ins';
  label: string;
}): ReactElement {
  const t = partsWords.useText();
  if (stretches.length === 0) return <span className="meta">{t('versions.nothing')}</span>;
  return (
    <>
      {stretches.map(({ text, changed }, at) =>
        changed ? (
          <Tag key={at}>
            <span className="visually-hidden">{label}：</span>
            {text}
          </Tag>
        ) : (
          text
        ),
      )}
    </>
  );
}
