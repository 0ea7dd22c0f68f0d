import type { ApiContext } from '../../../platform/http/request.ts';
import type { Platform } from '../../../platform/platform.ts';
import { listDockings, type DockingPage, type DockingScope } from './list-dockings.ts';

/** Whose cases are those of a team; teams come after this module and hand it in. */
export type TeamPeople = (
  teamId: string,
) => Promise<{ brokerIds: readonly string[]; expertIds: readonly string[] }>;

/** The cases of the one who asks. */
export async function listMyDockings(
  { db, guard, clock }: Platform,
  { request, language, translate }: ApiContext,
  query: {
    scope: DockingScope;
    page: number;
    pageSize: number;
    region?: string | undefined;
    team?: string | undefined;
  },
  teamPeople?: TeamPeople,
): Promise<DockingPage> {
  const { actor } = request;
  guard.require(actor, 'docking.mine');
  const reader = { actor, language, translate, now: clock.now() };
  const team = query.team === undefined ? undefined : await teamPeople?.(query.team);
  return listDockings(db, query, reader, guard.filter(actor, 'docking.read'), team);
}
