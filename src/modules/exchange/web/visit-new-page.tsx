import type { ReactElement } from 'react';
import { useSession } from '../../../ui/session.ts';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { exchangeClient } from './exchange-client.ts';
import { partsWords } from './parts-words.ts';
import { VisitForm } from './visit-form.tsx';
import './listing-page.css';

/** A new visit record. */
export default function NewVisitPage(): ReactElement {
  const t = partsWords.useText();
  const { session } = useSession();
  return (
    <div className="wrap form-page">
      <PageTitle>{t('visits.newTitle')}</PageTitle>
      <p className="lead">{t('visits.lead')}</p>
      <VisitForm
        initial={{
          organisationId: '',
          organisationName: '',
          visitedOn: '',
          visitors: session.user?.name ?? '',
          met: '',
          situation: '',
          problem: '',
          wanted: '',
          promised: '',
        }}
        fixed={false}
        submit={(said, context) => exchangeClient.recordVisit(said, { context })}
      />
    </div>
  );
}
