import { queryOptions, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { exchangeClient } from './exchange-client.ts';
import { partsWords } from './parts-words.ts';
import './closed-part.css';

const waitingQuery = queryOptions({
  queryKey: ['disclosures', 'mine'],
  queryFn: ({ signal }) => exchangeClient.listMyDisclosures({}, { signal }),
});

/** Who waits for an answer about a closed part of ours; nothing at all when nobody does. */
export function WaitingDisclosures(): ReactElement | null {
  const t = partsWords.useText();
  const formats = useFormats();
  const { data } = useQuery(waitingQuery);
  if (!data || data.total === 0) return null;
  return (
    <section className="confirm-note">
      <h2>{t('log.waiting', { count: data.total })}</h2>
      <ul className="attachments">
        {data.items.map(
          ({ id, kind, listingId, title, requesterName, requesterOrganisation, askedAt }) => (
            <li key={id}>
              <Link to={`/${kind === 'need' ? 'needs' : 'achievements'}/${listingId}`}>
                {title}
              </Link>
              <span className="meta">
                {[requesterOrganisation, requesterName, formats.day(askedAt)]
                  .filter(Boolean)
                  .join('　')}
              </span>
            </li>
          ),
        )}
      </ul>
    </section>
  );
}
