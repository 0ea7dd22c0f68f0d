import type { ReactElement } from 'react';
import { usePathParam } from '../../../ui/navigation.ts';
import { VersionsPage } from './versions-page.tsx';

export default function NeedVersionsPage(): ReactElement {
  return <VersionsPage kind="need" id={usePathParam('needId')} />;
}
