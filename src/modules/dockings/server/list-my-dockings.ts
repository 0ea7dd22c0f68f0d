import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { listDockings, type DockingPage, type DockingScope } from './list-dockings.ts';

/** The cases of the one who asks. */
export function listMyDockings(
  { db, guard, clock }: Platform,
  { request, language, translate }: ApiContext,
  query: { scope: DockingScope; page: number; pageSize: number },
): Promise<DockingPage> {
  const { actor } = request;
  guard.require(actor, 'docking.mine');
  const reader = { actor, language, translate, now: clock.now() };
  return listDockings(db, query, reader, guard.filter(actor, 'docking.read'));
}
