import type { ReactElement } from 'react';
import { HistoryPage } from './HistoryPage.tsx';

export default function OrganisationHistoryPage(): ReactElement {
  return <HistoryPage subject="organisation" />;
}
