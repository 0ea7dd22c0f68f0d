import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Bead, type BeadKind } from '../../../ui/reading/Bead.tsx';
import { fileAddress } from './case-timeline.tsx';
import { contentWords } from './content-words.ts';
import type { DockingDetail } from './queries.ts';

const beadOf: Record<'met' | 'unmet' | 'unknown', BeadKind> = {
  met: 'yes',
  unmet: 'no',
  unknown: 'none',
};

/** The papers for the official venue: what is still missing, and the package once nothing is. */
export function CasePapers({
  docking,
  onCommand,
}: {
  docking: DockingDetail;
  onCommand: (name: 'prepareRegistration' | 'recordRegistration') => void;
}): ReactElement | null {
  const t = contentWords.useText();
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const { registration, contract } = docking;
  if (registration === null || contract === null) return null;
  const { items, complete, certificate, registeredOn } = registration;
  const may = (name: string): boolean =>
    docking.actions.some(({ action, allowed }) => action === name && allowed);
  const open = items.filter(({ standing }) => standing !== 'met');
  const shown = all ? items : open;
  return (
    <div className="papers">
      <h3>{t('papers.title')}</h3>
      {contract.registrationNumber ? (
        <p className="met-line">
          <Bead kind="yes" />
          {registeredOn
            ? t('papers.registered', {
                number: contract.registrationNumber,
                day: formats.day(registeredOn),
              })
            : contract.registrationNumber}
          {certificate ? (
            <span className="file">
              <a href={fileAddress(docking.id, certificate.id)} download={certificate.name}>
                {certificate.name}
              </a>
            </span>
          ) : null}
        </p>
      ) : (
        <p>
          {complete
            ? t('papers.ready')
            : t('papers.missing', { count: open.length, total: items.length })}
          <span className="meta about">{t('papers.about')}</span>
        </p>
      )}
      {registration.expertReview ? <p className="meta">{t('papers.review')}</p> : null}
      {shown.length > 0 && !contract.registrationNumber ? (
        <ul className="checklist">
          {shown.map(({ code, standing, title, advice }) => (
            <li key={code}>
              <Bead kind={beadOf[standing]} />
              <div>
                {title}
                {advice ? <span className="meta">{advice}</span> : null}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      <div className="line-actions">
        {complete && !contract.registrationNumber ? (
          <a
            className="button small"
            href={`/api/dockings/${docking.id}/registration-package`}
            download
          >
            {t('papers.download')}
          </a>
        ) : null}
        {may('prepareRegistration') && !contract.registrationNumber ? (
          <Button small onClick={() => onCommand('prepareRegistration')}>
            {t('papers.prepare')}
          </Button>
        ) : null}
        {may('recordRegistration') && !contract.registrationNumber ? (
          <Button small kind="plain" onClick={() => onCommand('recordRegistration')}>
            {t('papers.record')}
          </Button>
        ) : null}
        {contract.registrationNumber || open.length === items.length ? null : (
          <Button small kind="plain" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? t('papers.hide') : t('papers.all', { count: items.length })}
          </Button>
        )}
      </div>
    </div>
  );
}
