import { lazy, Suspense, type ReactElement } from 'react';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { messagesReady } from '../../../ui/i18n/messages.ts';
import { useSession } from '../../../ui/session.ts';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';

const OrganisationMatchesList = lazy(async () => {
  const list = await import('./OrganisationMatchesList.tsx');
  await messagesReady(currentLanguage());
  return list;
});

const workers = ['broker', 'operator', 'admin'] as const;

/** The matches of an organisation, for its members and those who bring together; else nothing. */
export function OrganisationMatches({ id }: { id: string }): ReactElement | null {
  const { session } = useSession();
  const isMember = session.organisations.some((organisation) => organisation.id === id);
  if (!isMember && !workers.some((role) => session.roles.includes(role))) return null;
  return (
    <Suspense fallback={<LoadingState lines={6} />}>
      <OrganisationMatchesList id={id} />
    </Suspense>
  );
}
