import type { ReactElement } from 'react';
import { statusText, type ApiFailure } from '../../../ui/api-failure.ts';
import { Field } from '../../../ui/forms/Field.tsx';
import { TextInput } from '../../../ui/forms/TextInput.tsx';
import { words } from '../../../ui/i18n/words.ts';
import { useGo, useSearchTexts } from '../../../ui/navigation.ts';
import { useAccount } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { EntryForm, useEntryForm } from '../../reference-data/web/index.ts';
import { emailProblem, passwordProblem } from './entry-checks.ts';
import { identityWords } from './identity-words.ts';
import './account-pages.css';

/** Makes an account; who one acts for comes on the next page. */
export default function SignUpPage(): ReactElement {
  const t = identityWords.useText();
  const common = words.useText();
  const { signUp } = useAccount();
  const go = useGo();
  const next = useSearchTexts()['next'];
  const withNext = (path: string): string =>
    next ? `${path}?next=${encodeURIComponent(next)}` : path;
  const form = useEntryForm({
    initial: { name: '', email: '', password: '' },
    check: (values) => {
      const wrong: Partial<Record<keyof typeof values, string>> = {};
      if (!values.name.trim()) wrong.name = common('form.required');
      const email = emailProblem(values.email);
      if (email) wrong.email = email;
      const password = passwordProblem(values.password);
      if (password) wrong.password = password;
      return wrong;
    },
    submit: (values) => signUp(values.name.trim(), values.email.trim(), values.password),
    onDone: () => go(withNext('/welcome'), { replace: true }),
    wordsFor: (failure: ApiFailure) => {
      if (failure.code.startsWith('USER_ALREADY_EXISTS')) return t('signUp.taken');
      return failure.status === 429 ? statusText(429) : undefined;
    },
  });
  const { values, wrong, set, idOf } = form;
  const labels = { name: t('signUp.name'), email: t('email'), password: t('password') };
  return (
    <div className="wrap account-page">
      <PageTitle>{t('signUp.title')}</PageTitle>
      <p className="lead">{t('signUp.lead')}</p>
      <div className="narrow">
        <EntryForm
          form={form}
          labels={labels}
          submitLabel={t('signUp.submit')}
          label={t('signUp.title')}
          end={
            <span className="meta">
              {t('signUp.haveAccount')}{' '}
              <Link to={withNext('/sign-in')}>{t('signUp.toSignIn')}</Link>
            </span>
          }
        >
          <Field
            id={idOf('name')}
            label={labels.name}
            hint={t('signUp.nameHint')}
            error={wrong.name}
            required
          >
            {(control) => (
              <TextInput
                {...control}
                name="name"
                autoComplete="name"
                maxLength={60}
                value={values.name}
                onChange={(value) => set('name', value)}
              />
            )}
          </Field>
          <Field
            id={idOf('email')}
            label={labels.email}
            hint={t('signUp.emailHint')}
            error={wrong.email}
            required
          >
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
          <Field
            id={idOf('password')}
            label={labels.password}
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
      </div>
    </div>
  );
}
