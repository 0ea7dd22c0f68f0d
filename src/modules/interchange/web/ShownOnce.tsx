import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { accessWords } from './access-words.ts';

/** A secret that is shown now and never again. */
export function ShownOnce({ label, secret }: { label: string; secret: string }): ReactElement {
  const t = accessWords.useText();
  const [copied, setCopied] = useState(false);
  return (
    <div className="shown-once" role="alert">
      <b>{label}</b>
      <code>{secret}</code>
      <Button
        small
        onClick={() => {
          // Plain http has no clipboard; then the text can still be marked by hand.
          void navigator.clipboard?.writeText(secret).then(() => setCopied(true));
        }}
      >
        {t(copied ? 'copied' : 'copy')}
      </Button>
      <p className="meta">{t('once')}</p>
    </div>
  );
}
