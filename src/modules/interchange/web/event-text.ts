import { webhookTypes } from '../domain/webhook-types.ts';
import type { accessWords } from './access-words.ts';

/** `need.published` as people say it; a code that is not known stays itself. */
export function eventText(t: ReturnType<typeof accessWords.useText>, type: string): string {
  const known = [...webhookTypes, 'webhook.trial' as const].find((each) => each === type);
  return known ? t(`webhooks.event.${known}`) : type;
}
