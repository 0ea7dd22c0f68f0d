import { useState, type ReactElement } from 'react';
import { requestJson, toFailure } from '../../../ui/client.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { failureText } from '../../../ui/forms/upload.ts';
import { notificationWords } from './notification-words.ts';

/** Says that nobody has confirmed the address yet, and sends the mail for it again. */
export function ConfirmAddress({ email }: { email: string }): ReactElement {
  const t = notificationWords.useText();
  const [pending, setPending] = useState(false);
  const [said, setSaid] = useState('');
  const send = async (): Promise<void> => {
    setPending(true);
    try {
      await requestJson('/api/auth/send-verification-email', { email });
      setSaid(t('confirm.sent', { email }));
    } catch (error) {
      setSaid(t('confirm.failed', { message: failureText(toFailure(error)) }));
    } finally {
      setPending(false);
    }
  };
  return (
    <div className="confirm-address">
      <p>{t('confirm.text', { email })}</p>
      <Button small pending={pending} onClick={() => void send()}>
        {t('confirm.again')}
      </Button>
      <output className="meta">{said}</output>
    </div>
  );
}
