import type { ReactElement } from 'react';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { FactLine } from '../../../ui/listing/FactLine.tsx';
import type { Delivery } from './notification-queries.ts';
import { notificationWords } from './notification-words.ts';

const beads = { sent: 'yes', queued: 'none', failed: 'no' } as const;

/** One message: what it said, to whom and which way, and what became of it. */
export function DeliveryRow({
  delivery,
  named,
}: {
  delivery: Delivery;
  /** Says for whom it was. */
  named: boolean;
}): ReactElement {
  const t = notificationWords.useText();
  const formats = useFormats();
  const { title, kindTitle, channel, status, attempts, reason, queuedAt, name, email } = delivery;
  const { day, time } = formats.moment(queuedAt);
  return (
    <article className="row">
      <h3 className="title">{title}</h3>
      <FactLine
        className="about"
        facts={[
          named ? t('log.to', { name, email }) : null,
          kindTitle,
          t(`log.${channel}`),
          `${day} ${time}`,
        ]}
      />
      <div className="outcome">
        <Bead kind={beads[status]} /> {t(`log.${status}`)}
        {attempts > 1 || (status === 'queued' && attempts > 0) ? (
          <small>{t(status === 'queued' ? 'log.retrying' : 'log.tried', { attempts })}</small>
        ) : null}
      </div>
      {reason === null ? null : <p className="excerpt">{t('log.reason', { reason })}</p>}
    </article>
  );
}
