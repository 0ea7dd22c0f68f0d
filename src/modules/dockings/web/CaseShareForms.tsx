import type { ReactElement } from 'react';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { ratingQuestions } from '../domain/rating.ts';
import type { CaseFormProps } from './case-run.ts';
import { contentWords } from './content-words.ts';
import { dockingsApi } from './queries.ts';

type Props = Pick<CaseFormProps, 'shared' | 'run'>;

/** Files for the others in the case. */
export function FilesForm({ shared, run }: Props): ReactElement {
  const t = contentWords.useText();
  const fields = {
    files: {
      kind: 'files',
      label: t('files.choose'),
      required: true,
      multiple: true,
      path: 'fileIds',
    },
    words: {
      kind: 'textarea',
      label: t('files.words'),
      hint: t('files.wordsHint'),
      maxLength: 1000,
      song: true,
    },
  } as const;
  return (
    <CommandForm
      {...shared}
      intro={t('files.intro')}
      note={undefined}
      fields={fields}
      submit={run<typeof fields>(({ id }, { files, words }, call) =>
        dockingsApi.addFiles({ id, fileIds: files.map((file) => file.id), words }, call),
      )}
    />
  );
}

/** What one side thinks of the other, which neither reads before both have said it. */
export function RateForm({ shared, run }: Props): ReactElement {
  const t = contentWords.useText();
  const options = [5, 4, 3, 2, 1].map((mark) => ({ value: String(mark), label: String(mark) }));
  const question = (name: (typeof ratingQuestions)[number]) =>
    ({ kind: 'radio', label: t(`ratings.${name}`), required: true, options }) as const;
  const fields = {
    reply: question('reply'),
    promise: question('promise'),
    again: question('again'),
    words: {
      kind: 'textarea',
      label: t('ratings.words'),
      hint: t('ratings.wordsHint'),
      required: true,
      maxLength: 500,
      song: true,
    },
  } as const;
  return (
    <CommandForm
      {...shared}
      intro={t('ratings.intro')}
      note={undefined}
      fields={fields}
      submit={run<typeof fields>(({ id }, { reply, promise, again, words }, call) =>
        dockingsApi.rate(
          { id, reply: Number(reply), promise: Number(promise), again: Number(again), words },
          call,
        ),
      )}
    />
  );
}
