import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactElement } from 'react';
import { Button } from '../../../ui/controls/Button.tsx';
import { CommandForm } from '../../../ui/forms/CommandForm.tsx';
import { useFormats } from '../../../ui/i18n/format.ts';
import { ListingRow } from '../../../ui/listing/ListingRow.tsx';
import { useGo, usePathParam } from '../../../ui/navigation.ts';
import { sessionQuery } from '../../../ui/session.ts';
import { Link } from '../../../ui/shell/Link.tsx';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { ErrorState } from '../../../ui/states/ErrorState.tsx';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import { peopleClient, peopleQuery, type People } from './directory-queries.ts';
import { entryWords } from './entry-words.ts';
import './entry-page.css';

type Asked =
  | { what: 'invite' }
  | { what: 'leave' }
  | { what: 'remove'; member: People['members'][number] }
  | { what: 'revoke'; invitation: People['invitations'][number] };

/** Who acts for an organisation: invited by e-mail, leaving, taken out. */
export default function PeoplePage(): ReactElement {
  const t = entryWords.useText();
  const formats = useFormats();
  const id = usePathParam('organisationId');
  const { data, error, refetch } = useQuery(peopleQuery(id));
  const [asked, setAsked] = useState<Asked>();
  if (!data) {
    return (
      <div className="wrap section">
        {error ? <ErrorState error={error} onRetry={() => void refetch()} /> : <LoadingState />}
      </div>
    );
  }
  return (
    <div className="wrap people-page">
      <header>
        <p className="meta crumbs">
          <Link to={`/organisations/${id}`}>{data.name}</Link>
        </p>
        <PageTitle>{t('people.title', { name: data.name })}</PageTitle>
        <p className="lead">{t('people.lead')}</p>
      </header>
      <section>
        <header className="list-head">
          <h2>{t('people.members')}</h2>
          <span className="meta">{t('people.count', { count: data.members.length })}</span>
          <Button className="end" kind="primary" onClick={() => setAsked({ what: 'invite' })}>
            {t('people.invite')}
          </Button>
        </header>
        {data.members.length === 0 ? <p className="meta">{t('people.none')}</p> : null}
        {data.members.map((member) => (
          <ListingRow
            key={member.userId}
            title={<b>{member.name}</b>}
            about={[
              member.me ? t('people.me') : null,
              member.email,
              t('people.since', { day: formats.date(member.since) }),
            ]}
            outcome={
              member.me ? (
                <Button small onClick={() => setAsked({ what: 'leave' })}>
                  {t('people.leave')}
                </Button>
              ) : (
                <Button
                  kind="plain"
                  small
                  aria-label={t('people.removeTitle', { name: member.name })}
                  onClick={() => setAsked({ what: 'remove', member })}
                >
                  {t('people.remove')}
                </Button>
              )
            }
          />
        ))}
      </section>
      {data.invitations.length > 0 ? (
        <section>
          <h2>{t('people.invitations')}</h2>
          {data.invitations.map((invitation) => (
            <ListingRow
              key={invitation.id}
              title={invitation.email}
              about={[
                t('people.invited', {
                  name: invitation.invitedByName,
                  day: formats.day(invitation.invitedAt),
                  until: formats.day(invitation.expiresAt),
                }),
              ]}
              outcome={
                <Button
                  kind="plain"
                  small
                  aria-label={t('people.revokeTitle', { email: invitation.email })}
                  onClick={() => setAsked({ what: 'revoke', invitation })}
                >
                  {t('people.revoke')}
                </Button>
              }
            />
          ))}
        </section>
      ) : null}
      {asked ? (
        <PeopleCommand id={id} name={data.name} asked={asked} onClose={() => setAsked(undefined)} />
      ) : null}
    </div>
  );
}

function PeopleCommand({
  id,
  name,
  asked,
  onClose,
}: {
  id: string;
  name: string;
  asked: Asked;
  onClose: () => void;
}): ReactElement {
  const t = entryWords.useText();
  const queries = useQueryClient();
  const go = useGo();
  const done = (): void => {
    onClose();
    void queries.invalidateQueries({ queryKey: ['people'] });
    void queries.invalidateQueries({ queryKey: ['organisations'] });
  };
  switch (asked.what) {
    case 'invite':
      return (
        <CommandForm
          title={t('people.inviteTitle')}
          intro={t('people.inviteIntro')}
          fields={{
            email: { kind: 'text', label: t('people.email'), required: true, maxLength: 200 },
          }}
          submitLabel={t('people.submitInvite')}
          submit={({ email }, { idempotencyKey }) =>
            peopleClient.invitePerson({ id, email }, { context: { idempotencyKey } })
          }
          onDone={done}
          onClose={onClose}
        />
      );
    case 'remove':
      return (
        <CommandForm
          title={t('people.removeTitle', { name: asked.member.name })}
          intro={t('people.removeIntro')}
          fields={{
            words: {
              kind: 'textarea',
              label: t('people.removeWords'),
              required: true,
              maxLength: 500,
              song: true,
            },
          }}
          submitLabel={t('people.remove')}
          submit={({ words }, { idempotencyKey }) =>
            peopleClient.removePerson(
              { id, userId: asked.member.userId, words },
              { context: { idempotencyKey } },
            )
          }
          onDone={done}
          onClose={onClose}
        />
      );
    case 'revoke':
      return (
        <CommandForm
          title={t('people.revokeTitle', { email: asked.invitation.email })}
          intro={t('people.revokeIntro')}
          fields={{}}
          submitLabel={t('people.revoke')}
          submit={(_none, { idempotencyKey }) =>
            peopleClient.revokeInvitation(
              { id, invitationId: asked.invitation.id },
              { context: { idempotencyKey } },
            )
          }
          onDone={done}
          onClose={onClose}
        />
      );
    default:
      return (
        <CommandForm
          title={t('people.leaveTitle', { name })}
          intro={t('people.leaveIntro')}
          fields={{}}
          submitLabel={t('people.leave')}
          submit={(_none, { idempotencyKey }) =>
            peopleClient.leaveOrganisation({ id }, { context: { idempotencyKey } })
          }
          onDone={() => {
            done();
            void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
            go(`/organisations/${id}`);
          }}
          onClose={onClose}
        />
      );
  }
}
