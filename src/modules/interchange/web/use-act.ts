import { useState } from 'react';
import { ApiFailure, statusText } from '../../../ui/api-failure.ts';
import { toFailure } from '../../../ui/client.ts';

/** A command from a button: one at a time, and what went wrong in words. */
export function useAct(): {
  pending: boolean;
  failed: string;
  act: (send: () => Promise<void>) => void;
} {
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState('');
  const run = async (send: () => Promise<void>): Promise<void> => {
    setPending(true);
    setFailed('');
    try {
      await send();
    } catch (error) {
      const failure = toFailure(error);
      setFailed(failure instanceof ApiFailure ? failure.message : statusText(500));
    } finally {
      setPending(false);
    }
  };
  return { pending, failed, act: (send) => void (pending ? undefined : run(send)) };
}
