import { useState, type ReactElement } from 'react';
import { ApiFailure, statusText } from '../../../ui/api-failure.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { partsWords } from './parts-words.ts';
import type { NeedDetail } from './work-queries.ts';
import './closed-part.css';

type Confirmation = NeedDetail['confirmation'];

/** When its owner last said that a listing holds; for everybody. */
export function ConfirmedOn({ confirmation }: { confirmation: Confirmation }): ReactElement | null {
  const t = partsWords.useText();
  const formats = useFormats();
  if (!confirmation?.confirmedAt) return null;
  return (
    <span className="meta">{t('confirm.on', { day: formats.date(confirmation.confirmedAt) })}</span>
  );
}

/** Asks the owner when the time is near, and says that a listing is hidden; one press settles it. */
export function ConfirmNote<Detail>({
  confirmation,
  confirm,
  onDone,
}: {
  confirmation: Confirmation;
  confirm: () => Promise<Detail>;
  onDone: (changed: Detail) => void;
}): ReactElement | null {
  const t = partsWords.useText();
  const formats = useFormats();
  const [pending, setPending] = useState(false);
  const [failure, setFailure] = useState<string>();
  if (!confirmation || !(confirmation.soon || confirmation.hidden)) return null;
  const { hidden, until, mayConfirm } = confirmation;
  const send = async (): Promise<void> => {
    setPending(true);
    setFailure(undefined);
    try {
      onDone(await confirm());
    } catch (error) {
      const why = error instanceof ApiFailure ? error.message : statusText(500);
      setFailure(t('confirm.failed', { why }));
    } finally {
      setPending(false);
    }
  };
  return (
    <section className="confirm-note">
      <h2>{t(hidden ? 'confirm.titleHidden' : 'confirm.title')}</h2>
      <p>{t(hidden ? 'confirm.hidden' : 'confirm.until', { day: formats.day(until) })}</p>
      {mayConfirm ? (
        <Button kind={hidden ? 'primary' : 'default'} pending={pending} onClick={() => void send()}>
          {t('confirm.act')}
        </Button>
      ) : null}
      {failure ? (
        <p className="failed" role="alert">
          <Bead kind="no" /> {failure}
        </p>
      ) : null}
    </section>
  );
}
