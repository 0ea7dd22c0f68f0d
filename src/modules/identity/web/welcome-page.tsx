import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement, type ReactNode } from 'react';
import { RadioGroup } from '../../../ui/forms/RadioGroup.tsx';
import { Field } from '../../../ui/forms/Field.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { useSearchTexts } from '../../../ui/navigation.ts';
import { sessionQuery } from '../../../ui/session.ts';
import { safeNext } from '../../../ui/shell/addresses.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { wantPageFocus } from '../../../ui/shell/page-focus.ts';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { ExpertForm, OrganisationForm } from '../../directory/web/index.ts';
import { identityWords } from './identity-words.ts';
import { meQuery } from './identity-queries.ts';
import './account-pages.css';

type Way = 'organisation' | 'expert' | 'later';
type Done = { title: string; actions: ReactNode };

/** After signing up: for whom one acts. */
export default function WelcomePage(): ReactElement {
  const t = identityWords.useText();
  const formats = useFormats();
  const queries = useQueryClient();
  const next = useSearchTexts()['next'];
  const [way, setWay] = useState<Way | ''>('');
  const [done, setDone] = useState<Done>();
  const { data: me, error, refetch } = useQuery(meQuery());
  const finish = async (result: Done): Promise<void> => {
    // New roles show in the navigation at once.
    await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    await queries.invalidateQueries({ queryKey: ['me'] });
    wantPageFocus();
    setDone(result);
  };
  if (!me) {
    return (
      <div className="wrap account-page">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </div>
    );
  }
  if (done) {
    return (
      <div className="wrap account-page" key="done">
        <PageTitle>{done.title}</PageTitle>
        <p className="lead">{t('welcome.doneText')}</p>
        <div className="acts">{done.actions}</div>
      </div>
    );
  }
  const link = (to: string, label: string, primary = false): ReactElement => (
    <Link className={primary ? 'button primary' : 'button'} to={to}>
      {label}
    </Link>
  );
  return (
    <div className="wrap account-page">
      <PageTitle>{t('welcome.title', { name: me.user?.name ?? '' })}</PageTitle>
      <p className="lead">
        {t('welcome.lead')}
        {me.organisations.length > 0 ? (
          <>
            <br />
            {t('welcome.belongs', {
              names: formats.list(me.organisations.map(({ name }) => name)),
            })}
          </>
        ) : null}
      </p>
      <div className="narrow">
        <Field label={<span className="visually-hidden">{t('welcome.choose')}</span>} group>
          {() => (
            <RadioGroup
              name="way"
              value={way}
              onChange={(value) => setWay(value as Way)}
              options={(['organisation', 'expert', 'later'] as const).map((value) => ({
                value,
                label: t(`welcome.${value}`),
                about: t(`welcome.${value}About`),
              }))}
            />
          )}
        </Field>
        {way === 'organisation' ? (
          <OrganisationForm
            regionCode={me.region.code}
            onDone={(organisation) =>
              void finish({
                title: t('welcome.doneOrganisation', { name: organisation.name }),
                actions: (
                  <>
                    {link(next ? safeNext(next) : '/needs/new', t('welcome.toNeed'), true)}
                    {link('/achievements/new', t('welcome.toAchievement'))}
                  </>
                ),
              })
            }
          />
        ) : null}
        {way === 'expert' ? (
          <ExpertForm
            name={me.user?.name ?? ''}
            regionCode={me.region.code}
            onDone={(expert) =>
              void finish({
                title: t('welcome.doneExpert'),
                actions: (
                  <>
                    {link(`/experts/${expert.id}`, t('welcome.toProfile'), true)}
                    {link('/', t('welcome.toHome'))}
                  </>
                ),
              })
            }
          />
        ) : null}
        {way === 'later' ? (
          <div className="acts">{link(safeNext(next), t('welcome.toHome'), true)}</div>
        ) : null}
      </div>
    </div>
  );
}
