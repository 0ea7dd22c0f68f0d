import type { ComponentType } from 'react';
import type { Access } from './session.ts';

export type PageDefinition = {
  /** `/needs/$needId`: `$` names a parameter. */
  path: string;
  /** The page's own chunk; its default export is the page. */
  load: () => Promise<{ default: ComponentType }>;
  /** For the window until the page's own `PageTitle` speaks. */
  title: () => string;
  /** Who may see it; everybody when absent. The server decides again. */
  access?: Access;
};

/** For `web/routes.tsx` of a module: `export default [definePage({…}), …]`. */
export const definePage = (page: PageDefinition): PageDefinition => page;
