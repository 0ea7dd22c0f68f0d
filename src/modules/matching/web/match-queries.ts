import { queryOptions } from '@tanstack/react-query';
import type { Language } from '../../../ui/i18n/messages.ts';
import type { AskedQuestion } from './ask-state.ts';
import { matchingClient } from './matching-client.ts';

/** The most of each kind on the page of an answer. */
const most = 10;
/** The home page shows three in all. */
const mostPreview = 3;

/** While somebody writes: not counted; an older one is aborted. */
export const previewQuery = (text: string, language: Language) =>
  queryOptions({
    queryKey: ['match', 'preview', text, language],
    queryFn: ({ signal }) =>
      matchingClient.ask({ text, preview: true, limit: mostPreview }, { signal }),
    staleTime: 5 * 60_000,
  });

/** The question that was asked: counted once, however often its page is opened. */
export const answerQuery = ({ text, key }: AskedQuestion, language: Language) =>
  queryOptions({
    queryKey: ['match', 'asked', key, text, language],
    queryFn: ({ signal }) =>
      matchingClient.ask(
        { text, preview: false, limit: most },
        { signal, context: { idempotencyKey: key } },
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });
