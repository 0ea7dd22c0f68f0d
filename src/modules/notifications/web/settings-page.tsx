import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type ReactElement } from 'react';
import { statusText } from '../../../ui/api-failure.ts';
import { toFailure } from '../../../ui/client.ts';
import { Field } from '../../../ui/forms/Field.tsx';
import { RadioGroup } from '../../../ui/forms/RadioGroup.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { ConfirmAddress } from './ConfirmAddress.tsx';
import { KindChoice, type Choices } from './KindChoice.tsx';
import { myChoicesQuery, notificationsClient } from './notification-queries.ts';
import { notificationWords } from './notification-words.ts';
import './notifications.css';

/** What somebody is told of, in the app and by mail. A choice is saved as it is made. */
export default function SettingsPage(): ReactElement {
  const t = notificationWords.useText();
  const { data, error, refetch } = useQuery(myChoicesQuery());
  return (
    <div className="wrap notifications-page">
      <PageTitle>{t('title')}</PageTitle>
      {data ? (
        <Choice choices={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : (
        <LoadingState lines={6} />
      )}
    </div>
  );
}

function Choice({ choices }: { choices: Choices }): ReactElement {
  const t = notificationWords.useText();
  const queries = useQueryClient();
  const queue = useRef<Promise<void>>(Promise.resolve());
  const [said, setSaid] = useState('');
  const [failed, setFailed] = useState('');
  const { email, kinds, language } = choices;
  const save = async (expected: Choices, send: () => Promise<Choices>): Promise<void> => {
    const { queryKey } = myChoicesQuery();
    setSaid('');
    setFailed('');
    queries.setQueryData(queryKey, expected);
    // One after the other, and only the last answer is shown: quick choices never jump back.
    const turn = queue.current.then(send);
    const settled = turn.then(
      () => undefined,
      () => undefined,
    );
    queue.current = settled;
    try {
      const result = await turn;
      if (queue.current !== settled) return;
      queries.setQueryData(queryKey, result);
      setSaid(t('saved'));
    } catch (error) {
      await queries.invalidateQueries({ queryKey });
      const failure = toFailure(error);
      const message = failure instanceof Error ? failure.message : statusText(500);
      setFailed(t('failed', { message }));
    }
  };
  return (
    <>
      <p className="lead">{t('lead', { email })}</p>
      {choices.emailVerified ? null : <ConfirmAddress email={email} />}
      <div className="form narrow">
        {kinds.map((choice) => (
          <KindChoice
            key={choice.kind}
            choice={choice}
            onChoose={(channel, frequency) => {
              const { kind } = choice;
              void save(
                {
                  ...choices,
                  kinds: kinds.map((each) =>
                    each.kind === kind ? { ...each, [channel]: frequency } : each,
                  ),
                },
                () => notificationsClient.chooseNotification({ kind, channel, frequency }),
              );
            }}
          />
        ))}
        <Field id="mail-language" label={t('language')} group large>
          {() => (
            <RadioGroup
              name="mail-language"
              value={language}
              options={[
                { value: 'zh-CN', label: t('chinese') },
                { value: 'en', label: t('english') },
              ]}
              onChange={(value) => {
                const wanted = value === 'en' ? 'en' : 'zh-CN';
                void save({ ...choices, language: wanted }, () =>
                  notificationsClient.chooseMailLanguage({ language: wanted }),
                );
              }}
            />
          )}
        </Field>
        <output className="meta notifications-said">{said}</output>
        {failed ? (
          <p className="notifications-failed" role="alert">
            {failed}
          </p>
        ) : null}
      </div>
    </>
  );
}
