import { useLocation, useNavigate } from '@tanstack/react-router';
import { newIdempotencyKey } from '../../../ui/client.ts';

/** Fewer characters say too little to look for anything. */
export const leastCharacters = 6;

/** Read by the form of a new need, too. */
const keptTextKey = 'rt.ask';

/** A question on its way to its page. The key makes a reload the same question, counted once. */
export type AskedQuestion = { text: string; key: string };

declare module '@tanstack/react-router' {
  interface HistoryState {
    ask?: AskedQuestion;
  }
}

/** Goes to the answer. The words stay out of the address, which ends up in logs and histories. */
export function useAskPage(): (text: string) => void {
  const navigate = useNavigate();
  return (text) => {
    keepText(text);
    void navigate({
      to: '/match',
      state: (before) => ({ ...before, ask: { text, key: newIdempotencyKey() } }),
    });
  };
}

export const useAskedQuestion = (): AskedQuestion | undefined =>
  useLocation({ select: ({ state }) => state.ask });

export function keepText(text: string): void {
  try {
    if (text.trim()) sessionStorage.setItem(keptTextKey, text);
    else sessionStorage.removeItem(keptTextKey);
  } catch {
    // The text is not carried over then.
  }
}

export function keptText(): string {
  try {
    return sessionStorage.getItem(keptTextKey) ?? '';
  } catch {
    return '';
  }
}
