import { lazy, Suspense, type ReactElement } from 'react';
import { currentLanguage } from '../../../ui/i18n/language.ts';
import { messagesReady } from '../../../ui/i18n/messages.ts';
import { useSession } from '../../../ui/session.ts';
import { LoadingState } from '../../../ui/states/LoadingState.tsx';
import type { OfferNeedsProps } from './OfferNeedsList.tsx';

/** For those whose offer it is and those who bring together; the public's page does without it. */
const OfferNeedsList = lazy(async () => {
  const list = await import('./OfferNeedsList.tsx');
  await messagesReady(currentLanguage());
  return list;
});

const workers = ['broker', 'operator', 'admin'] as const;

/** The open needs that a published offer can answer, for those who may see them; else nothing. */
export function OfferNeeds(props: OfferNeedsProps): ReactElement | null {
  const { session } = useSession();
  const works = workers.some((role) => session.roles.includes(role));
  if (!props.mine && !works) return null;
  return (
    <Suspense fallback={<LoadingState lines={7} />}>
      <OfferNeedsList {...props} />
    </Suspense>
  );
}
