import type { ReactElement } from 'react';
import { HistoryPage } from './HistoryPage.tsx';

export default function ExpertHistoryPage(): ReactElement {
  return <HistoryPage subject="expert" />;
}
