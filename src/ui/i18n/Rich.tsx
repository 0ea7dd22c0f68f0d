import type { ReactElement } from 'react';
import { Trans, useTranslation } from 'react-i18next';
import { i18nInstance, type Book, type MessageKey } from './messages.ts';

type RichProps<Z> = {
  book: Book<Z>;
  k: MessageKey<Z>;
  values?: Record<string, string | number>;
  /** `{ who: <span className="who" /> }` dresses `<who>…</who>` in the message. */
  parts: Record<string, ReactElement>;
};

/** A message with dressed parts, such as a sentence in which the person to act is green. */
export function Rich<Z>({ book, k, values, parts }: RichProps<Z>): ReactElement {
  useTranslation(book.namespace, { i18n: i18nInstance }); // renders again when the language changes
  return (
    <Trans i18n={i18nInstance} ns={book.namespace} i18nKey={k} values={values} components={parts} />
  );
}
