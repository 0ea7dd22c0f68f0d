import type { ReactElement } from 'react';
import { Facts } from '../../../ui/listing/Facts.tsx';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { saysNothing, type ListingDetails } from '../domain/listing-details.ts';
import { partsWords } from './parts-words.ts';

/** Figures today and wanted, what was tried, limits and scale, in their people's words. */
export function DetailsView({ details }: { details: ListingDetails }): ReactElement | null {
  const t = partsWords.useText();
  const { metrics, tried, limits, scale, more } = details;
  if (saysNothing(details)) return null;
  return (
    <div className="listing-details">
      {metrics.length > 0 ? (
        <table className="metrics">
          <thead>
            <tr>
              <th scope="col">{t('metrics.name')}</th>
              <th scope="col">{t('metrics.now')}</th>
              <th scope="col">{t('metrics.wanted')}</th>
            </tr>
          </thead>
          <tbody>
            {metrics.map(({ name, now, wanted, unit }) => (
              <tr key={`${name} ${now} ${wanted}`}>
                <th scope="row">{name}</th>
                <td>{now ? `${now} ${unit}` : '—'}</td>
                <td>{wanted ? `${wanted} ${unit}` : '—'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <Facts
        facts={[
          { label: t('tried'), value: tried },
          { label: t('limits'), value: limits },
          { label: t('scale'), value: scale },
        ]}
      />
      {more ? <OwnWords>{more}</OwnWords> : null}
    </div>
  );
}
