import { useState, type ReactElement } from 'react';
import { statusText, type ApiFailure } from '../../../ui/api-failure.ts';
import { requestJson } from '../../../ui/client.ts';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { useSearchTexts } from '../../../ui/navigation.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { wantPageFocus } from '../../../ui/shell/page-focus.ts';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { PageState } from '../../../ui/states/PageState.tsx';
import { EntryForm, useEntryForm } from '../../reference-data/web/index.ts';
import { passwordProblem } from './entry-checks.ts';
import { identityWords } from './identity-words.ts';
import './account-pages.css';

/** Where the link out of the mail leads: one new password. */
export default function ResetPasswordPage(): ReactElement {
  const t = identityWords.useText();
  const token = useSearchTexts()['token'] ?? '';
  const [done, setDone] = useState(false);
  const [bad, setBad] = useState(token === '');
  if (done || bad) {
    return (
      <PageState
        title={t(done ? 'reset.done' : 'reset.bad')}
        actions={
          <Link className="button primary" to={done ? '/sign-in' : '/forgot-password'}>
            {t(done ? 'reset.signIn' : 'reset.again')}
          </Link>
        }
      >
        {t(done ? 'reset.doneText' : 'reset.badText')}
      </PageState>
    );
  }
  return (
    <div className="wrap account-page">
      <PageTitle>{t('reset.title')}</PageTitle>
      <p className="lead">{t('reset.lead')}</p>
      <div className="narrow">
        <NewPassword
          token={token}
          onEnd={(end) => {
            wantPageFocus();
            if (end === 'done') setDone(true);
            else setBad(true);
          }}
        />
      </div>
    </div>
  );
}

function NewPassword({
  token,
  onEnd,
}: {
  token: string;
  onEnd: (end: 'done' | 'bad') => void;
}): ReactElement {
  const t = identityWords.useText();
  const form = useEntryForm({
    initial: { password: '' },
    check: ({ password }) => {
      const problem = passwordProblem(password);
      return problem ? { password: problem } : {};
    },
    submit: ({ password }) =>
      requestJson('/api/auth/reset-password', { newPassword: password, token }),
    onDone: () => onEnd('done'),
    wordsFor: (failure: ApiFailure) => {
      if (failure.code === 'INVALID_TOKEN') onEnd('bad');
      return failure.status === 429 ? statusText(429) : undefined;
    },
  });
  const { values, wrong, set, idOf } = form;
  return (
    <EntryForm
      form={form}
      labels={{ password: t('reset.password') }}
      submitLabel={t('reset.submit')}
      label={t('reset.title')}
    >
      <Field
        id={idOf('password')}
        label={t('reset.password')}
        hint={t('signUp.passwordHint')}
        error={wrong.password}
        required
      >
        {(control) => (
          <TextInput
            {...control}
            type="password"
            name="password"
            autoComplete="new-password"
            value={values.password}
            onChange={(value) => set('password', value)}
          />
        )}
      </Field>
    </EntryForm>
  );
}
