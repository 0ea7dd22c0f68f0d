import type { ReactElement } from 'react';
import { usePathParam } from '../../../ui/navigation.ts';
import { VersionsPage } from './versions-page.tsx';

export default function AchievementVersionsPage(): ReactElement {
  return <VersionsPage kind="achievement" id={usePathParam('achievementId')} />;
}
