import type { ReactElement } from 'react';
import { PageTitle } from '../../../ui/shell/PageTitle.tsx';
import { accessWords } from './access-words.ts';
import { ApiKeys } from './ApiKeys.tsx';
import { CalendarAddress } from './CalendarAddress.tsx';
import { Webhooks } from './Webhooks.tsx';
import './interchange.css';
import './access.css';

/** Own data to take away, own dates for a calendar, and the ways in for other programs. */
export default function AccessPage(): ReactElement {
  const t = accessWords.useText();
  return (
    <div className="wrap interchange-page access-page">
      <PageTitle>{t('title')}</PageTitle>
      <p className="lead">{t('lead')}</p>
      <section>
        <h2>{t('data.title')}</h2>
        <p>{t('data.about')}</p>
        <div className="acts">
          <a className="button" href="/api/my/data.json" download>
            {t('data.get')}
          </a>
        </div>
      </section>
      <CalendarAddress />
      <ApiKeys />
      <Webhooks />
    </div>
  );
}
