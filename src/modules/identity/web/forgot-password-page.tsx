import { useState, type ReactElement } from 'react';
import { statusText, type ApiFailure } from '../../../ui/api-failure.ts';
import { requestJson } from '../../../ui/client.ts';
import { Button } from '../../../ui/controls/Button.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { Link } from '../../../ui/shell/Link.tsx';
import { wantPageFocus } from '../../../ui/shell/page-focus.ts';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { PageState } from '../../../ui/states/PageState.tsx';
import { EntryForm, useEntryForm } from '../../reference-data/web/index.ts';
import { emailProblem } from './entry-checks.ts';
import { identityWords } from './identity-words.ts';
import './account-pages.css';

/** Asks for a link to reset the password; the answer is the same whether the address is known or not. */
export default function ForgotPasswordPage(): ReactElement {
  const t = identityWords.useText();
  const [sent, setSent] = useState<string>();
  if (sent !== undefined) {
    return (
      <PageState
        title={t('forgot.sent')}
        actions={
          <>
            <Link className="button" to="/sign-in">
              {t('forgot.toSignIn')}
            </Link>
            <Button
              onClick={() => {
                wantPageFocus();
                setSent(undefined);
              }}
            >
              {t('forgot.again')}
            </Button>
          </>
        }
      >
        {t('forgot.sentText', { email: sent })}
      </PageState>
    );
  }
  return (
    <div className="wrap account-page">
      <PageTitle>{t('forgot.title')}</PageTitle>
      <p className="lead">{t('forgot.lead')}</p>
      <div className="narrow">
        <AskForLink
          onSent={(email) => {
            wantPageFocus();
            setSent(email);
          }}
        />
      </div>
    </div>
  );
}

function AskForLink({ onSent }: { onSent: (email: string) => void }): ReactElement {
  const t = identityWords.useText();
  const form = useEntryForm({
    initial: { email: '' },
    check: ({ email }) => {
      const problem = emailProblem(email);
      return problem ? { email: problem } : {};
    },
    submit: async ({ email }) => {
      await requestJson('/api/auth/request-password-reset', { email: email.trim() });
      return email.trim();
    },
    onDone: onSent,
    wordsFor: (failure: ApiFailure) => (failure.status === 429 ? statusText(429) : undefined),
  });
  const { values, wrong, set, idOf } = form;
  return (
    <EntryForm
      form={form}
      labels={{ email: t('email') }}
      submitLabel={t('forgot.submit')}
      label={t('forgot.title')}
      end={
        <span className="meta">
          <Link to="/sign-in">{t('forgot.toSignIn')}</Link>
        </span>
      }
    >
      <Field id={idOf('email')} label={t('email')} error={wrong.email} required>
        {(control) => (
          <TextInput
            {...control}
            type="email"
            name="email"
            autoComplete="username"
            value={values.email}
            onChange={(value) => set('email', value)}
          />
        )}
      </Field>
    </EntryForm>
  );
}
