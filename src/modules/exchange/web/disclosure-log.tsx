import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { OwnWords } from '../../../ui/reading/OwnWords.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { disclosuresQuery, type Disclosure } from './disclosure-queries.ts';
import { exchangeClient } from './exchange-client.ts';
import { partsWords } from './parts-words.ts';
import './closed-part.css';

type Act = { name: 'consent' | 'refuse' | 'revoke'; question: Disclosure };

/** Who asked to see the closed part and who opened it, with the owner's answers. */
export function DisclosureLog({
  kind,
  id,
  mine,
}: {
  kind: 'need' | 'achievement';
  id: string;
  /** The owner answers; operators only read. */
  mine: boolean;
}): ReactElement {
  const t = partsWords.useText();
  const formats = useFormats();
  const { data, error, refetch } = useQuery(disclosuresQuery(kind, id));
  const [act, setAct] = useState<Act>();
  return (
    <section className="disclosure-log">
      <h2>{t('log.title')}</h2>
      {error ? (
        <ErrorState error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingState lines={3} />
      ) : (
        <>
          {data.questions.length === 0 ? (
            <p className="meta">{t('log.noQuestions')}</p>
          ) : (
            <ul className="questions">
              {data.questions.map((question) => (
                <li key={question.id}>
                  <p>
                    <b>{question.requesterOrganisation || question.requesterName}</b>
                    <span className="meta">
                      {[
                        question.requesterOrganisation ? question.requesterName : '',
                        formats.day(question.askedAt),
                        t(`log.standing.${question.standing}`),
                        question.standing === 'granted' && question.until
                          ? t('log.until', { day: formats.day(question.until) })
                          : '',
                      ]
                        .filter(Boolean)
                        .join('　')}
                    </span>
                  </p>
                  <OwnWords>{question.words}</OwnWords>
                  {question.reason ? <p className="meta">{question.reason}</p> : null}
                  {mine ? (
                    <p className="closed-acts">
                      {question.standing === 'granted' ? null : (
                        <Button small onClick={() => setAct({ name: 'consent', question })}>
                          {t('log.consent')}
                        </Button>
                      )}
                      {question.standing === 'asked' ? (
                        <Button small onClick={() => setAct({ name: 'refuse', question })}>
                          {t('log.refuse')}
                        </Button>
                      ) : null}
                      {question.standing === 'granted' ? (
                        <Button
                          small
                          kind="against"
                          onClick={() => setAct({ name: 'revoke', question })}
                        >
                          {t('log.revoke')}
                        </Button>
                      ) : null}
                    </p>
                  ) : null}
                </li>
              ))}
            </ul>
          )}
          {data.openings.length === 0 ? (
            <p className="meta">{t('log.noOpenings')}</p>
          ) : (
            <ul className="openings">
              {data.openings.map((opening, at) => (
                <li key={`${opening.at} ${at}`}>
                  <span className="meta">{formats.due(opening.at)}</span>
                  <span>
                    {[opening.organisationName, opening.actorName].filter(Boolean).join(' ')}
                    {'　'}
                    {opening.fileName === null
                      ? t('log.opened')
                      : t('log.openedFile', { name: opening.fileName })}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      {act ? (
        <Answer
          key={`${act.name} ${act.question.id}`}
          act={act}
          listing={{ kind, id }}
          onClose={() => setAct(undefined)}
        />
      ) : null}
    </section>
  );
}

function Answer({
  act: { name, question },
  listing,
  onClose,
}: {
  act: Act;
  listing: { kind: 'need' | 'achievement'; id: string };
  onClose: () => void;
}): ReactElement {
  const t = partsWords.useText();
  const queries = useQueryClient();
  const { id } = question;
  const onDone = (): void => {
    void queries.invalidateQueries({
      queryKey: disclosuresQuery(listing.kind, listing.id).queryKey,
    });
    onClose();
  };
  if (name === 'consent') {
    return (
      <CommandForm
        open
        onClose={onClose}
        title={t('log.consentTitle')}
        intro={t('log.consentIntro')}
        fields={{ until: { kind: 'date', label: t('log.consentUntil'), required: true } }}
        initial={{ until: inDays(90) }}
        submitLabel={t('log.consent')}
        submit={({ until }, { idempotencyKey }) =>
          exchangeClient.consentToDisclosure({ id, until }, { context: { idempotencyKey } })
        }
        onDone={onDone}
      />
    );
  }
  return (
    <CommandForm
      open
      onClose={onClose}
      title={t(name === 'refuse' ? 'log.refuseTitle' : 'log.revokeTitle')}
      intro={name === 'revoke' ? t('log.revokeIntro') : undefined}
      fields={{
        words: {
          kind: 'textarea',
          label: t('log.reason'),
          required: true,
          maxLength: 500,
          song: true,
        },
      }}
      submitLabel={t(name === 'refuse' ? 'log.refuse' : 'log.revoke')}
      submit={({ words }, { idempotencyKey }) =>
        (name === 'refuse' ? exchangeClient.refuseDisclosure : exchangeClient.revokeDisclosure)(
          { id, words },
          { context: { idempotencyKey } },
        )
      }
      onDone={onDone}
    />
  );
}

/** A day some days from now, by the calendar of China. */
function inDays(days: number): string {
  const offset = 8 * 3_600_000;
  return new Date(Date.now() + offset + days * 86_400_000).toISOString().slice(0, 10);
}
