import type { ReactElement } from 'react';
import { HistoryPage } from './HistoryPage.tsx';

export default function FacilityHistoryPage(): ReactElement {
  return <HistoryPage subject="facility" />;
}
