import { useState, type ReactElement } from 'react';
import type { ApiFailure } from '../../../ui/api-failure.ts';
import { statusText } from '../../../ui/api-failure.ts';
import { toFailure } from '../../../ui/client.ts';
import { Field } from '../../../ui/forms/Field.tsx';
import { failureText } from '../../../ui/forms/upload.ts';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { useGo, useSearchTexts } from '../../../ui/navigation.ts';
import { Bead } from '../../../ui/reading/Bead.tsx';
import { useAccount, useSession, type Session } from '../../../ui/session.ts';
import { safeNext } from '../../../ui/shell/addresses.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EntryForm, useEntryForm } from '../../reference-data/web/index.ts';
import { isEmail } from './entry-checks.ts';
import { identityWords } from './identity-words.ts';
import './account-pages.css';

/** Signs in and goes back to where one came from. */
export default function SignInPage(): ReactElement {
  const t = identityWords.useText();
  const { session } = useSession();
  const next = useSearchTexts()['next'];
  const [leaving, setLeaving] = useState(false);
  if (session.user && !leaving) {
    return (
      <div className="wrap account-page">
        <PageTitle>{t('signIn.already')}</PageTitle>
        <p className="lead">{t('signIn.alreadyText', session.user)}</p>
        <Link className="button primary" to={safeNext(next)}>
          {t('signIn.go')}
        </Link>
      </div>
    );
  }
  return (
    <div className="wrap account-page">
      <PageTitle>{t('signIn.title')}</PageTitle>
      <p className="lead">{t('signIn.lead')}</p>
      <div className="sides">
        <SignInForm onLeave={() => setLeaving(true)} />
        {session.exampleAccounts && session.exampleAccounts.length > 0 ? (
          <ExampleAccounts accounts={session.exampleAccounts} onLeave={() => setLeaving(true)} />
        ) : null}
      </div>
    </div>
  );
}

function SignInForm({ onLeave }: { onLeave: () => void }): ReactElement {
  const t = identityWords.useText();
  const common = words.useText();
  const { signIn } = useAccount();
  const go = useGo();
  const next = useSearchTexts()['next'];
  const form = useEntryForm({
    initial: { email: '', password: '' },
    check: (values) => ({
      ...(isEmail(values.email)
        ? {}
        : { email: values.email.trim() ? t('signIn.wrongEmail') : common('form.required') }),
      ...(values.password ? {} : { password: common('form.required') }),
    }),
    submit: (values) => {
      onLeave();
      return signIn(values.email.trim(), values.password);
    },
    onDone: () => go(safeNext(next), { replace: true }),
    wordsFor: signInWords,
  });
  const { values, wrong, set, idOf } = form;
  return (
    <EntryForm
      form={form}
      labels={{ email: t('email'), password: t('password') }}
      submitLabel={t('signIn.submit')}
      label={t('signIn.title')}
      end={
        <span className="meta">
          <Link to="/forgot-password">{t('signIn.forgot')}</Link>
          {' · '}
          {t('signIn.noAccount')}{' '}
          <Link to={next ? `/sign-up?next=${encodeURIComponent(next)}` : '/sign-up'}>
            {t('signIn.toSignUp')}
          </Link>
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
      <Field id={idOf('password')} label={t('password')} error={wrong.password} required>
        {(control) => (
          <TextInput
            {...control}
            type="password"
            name="password"
            autoComplete="current-password"
            value={values.password}
            onChange={(value) => set('password', value)}
          />
        )}
      </Field>
    </EntryForm>
  );
}

function signInWords(failure: ApiFailure): string | undefined {
  if (failure.code === 'INVALID_EMAIL_OR_PASSWORD' || failure.status === 401) {
    return words.text('failure.wrongPassword');
  }
  return failure.status === 429 ? statusText(429) : undefined;
}

function ExampleAccounts({
  accounts,
  onLeave,
}: {
  accounts: NonNullable<Session['exampleAccounts']>;
  onLeave: () => void;
}): ReactElement {
  const t = identityWords.useText();
  const common = words.useText();
  const { signIn } = useAccount();
  const go = useGo();
  const next = useSearchTexts()['next'];
  const [trying, setTrying] = useState<string>();
  const [failure, setFailure] = useState<string>();
  const enter = async (email: string, password: string): Promise<void> => {
    if (trying) return;
    setTrying(email);
    setFailure(undefined);
    onLeave();
    try {
      await signIn(email, password);
      go(safeNext(next), { replace: true });
    } catch (error) {
      setFailure(failureText(toFailure(error)));
      setTrying(undefined);
    }
  };
  return (
    <section className="example-accounts">
      <h2>{t('signIn.examples')}</h2>
      <p className="meta">{t('signIn.examplesLead')}</p>
      {failure ? (
        <p role="alert" className="failed">
          <Bead kind="no" /> {failure}
        </p>
      ) : null}
      <ul>
        {accounts.map(({ email, password, name, role }) => (
          <li key={email}>
            <button
              type="button"
              aria-disabled={trying !== undefined || undefined}
              onClick={() => void enter(email, password)}
            >
              <b>{name ?? email}</b>
              <span>{common(`account.roles.${role}`)}</span>
              <span className="meta">{email}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
