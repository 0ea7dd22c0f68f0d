import { useQuery } from '@tanstack/react-query';
import { useEffect, useState, type ReactElement } from 'react';
import { FactLine } from '../../../ui/listing/FactLine.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { placeName } from '../../reference-data/web/index.ts';
import { similarExpertsQuery, similarOrganisationsQuery } from './directory-queries.ts';
import { entryWords } from './entry-words.ts';

const pauseMs = 400;

/** What was typed, once it has rested for a moment. */
function useRested<T>(value: T, key: string): T {
  const [rested, setRested] = useState({ key, value });
  useEffect(() => {
    if (rested.key === key) return undefined;
    const timer = setTimeout(() => setRested({ key, value }), pauseMs);
    return () => clearTimeout(timer);
  });
  return rested.value;
}

/** Organisations that may be the one that is about to be registered. */
export function SimilarOrganisations({
  name,
  uscc,
}: {
  name: string;
  uscc: string;
}): ReactElement | null {
  const t = entryWords.useText();
  const asked = useRested({ name: name.trim(), uscc: uscc.trim() }, `${name}\n${uscc}`);
  const { data } = useQuery({
    ...similarOrganisationsQuery(asked),
    enabled: asked.name.length >= 2 || asked.uscc.length >= 18,
  });
  return (
    <Hints
      title={t('similar.organisationTitle')}
      text={t('similar.organisationText')}
      rows={(data ?? []).map((row) => ({
        to: `/organisations/${row.id}`,
        name: row.name,
        about: [
          t(`similar.why.${row.why}`),
          placeName(row.regionName),
          row.status === 'retired' ? t('similar.retired') : null,
        ],
      }))}
    />
  );
}

/** Profiles that may be of the same person. */
export function SimilarExperts(props: {
  name: string;
  organisationName: string;
  orcid: string;
}): ReactElement | null {
  const t = entryWords.useText();
  const { name, organisationName, orcid } = props;
  const asked = useRested(
    { name: name.trim(), organisationName: organisationName.trim(), orcid: orcid.trim() },
    `${name}\n${organisationName}\n${orcid}`,
  );
  const { data } = useQuery({
    ...similarExpertsQuery(asked),
    enabled: asked.name.length >= 2,
  });
  // One who is known to somebody else by account is another person of that name.
  const rows = (data ?? []).filter((row) => !row.owned || row.why === 'orcid');
  return (
    <Hints
      title={t('similar.expertTitle')}
      text={t('similar.expertText')}
      rows={rows.map((row) => ({
        to: `/experts/${row.id}`,
        name: row.name,
        about: [
          row.why === 'name' ? t('similar.nameOnly') : t(`similar.why.${row.why}`),
          row.title,
          row.organisationName,
        ],
      }))}
    />
  );
}

function Hints({
  title,
  text,
  rows,
}: {
  title: string;
  text: string;
  rows: readonly { to: string; name: string; about: (string | null)[] }[];
}): ReactElement {
  return (
    <div className="similar-hints" aria-live="polite">
      {rows.length > 0 ? (
        <>
          <h3>{title}</h3>
          <p>{text}</p>
          <ul>
            {rows.map((row) => (
              <li key={row.to}>
                <Link to={row.to}>{row.name}</Link>
                <FactLine facts={row.about} />
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </div>
  );
}
