import { traverseContractProcedures } from '@orpc/server';
import type { ScopedRoute, ScopeModule } from '../modules/interchange/domain/scopes.ts';
import { importContract } from '../modules/interchange/contract.ts';
import type { RouteMeta } from '../platform/contract/route.ts';
import { contract } from './contract.ts';

/** Which scope covers which part of the API; what is named nowhere is closed to every key. */
const groups: Partial<Record<keyof typeof contract, ScopeModule>> = {
  directory: 'directory',
  facilities: 'directory',
  exchange: 'exchange',
  matching: 'matching',
  dockings: 'dockings',
};

const routes: ScopedRoute[] = [];
traverseContractProcedures({ router: contract, path: [] }, ({ contract: procedure, path }) => {
  const [part = '', name = ''] = path;
  const definition = procedure['~orpc'];
  const { permission } = definition.meta as RouteMeta;
  const group =
    part === 'interchange' && name in importContract
      ? 'imports'
      : (groups[part as keyof typeof contract] ?? null);
  routes.push({ permission, method: definition.route.method ?? 'GET', group });
  // Files are sent up to be attached by a command of one of these.
  if (permission === 'file.upload') {
    for (const group of ['exchange', 'dockings', 'directory'] as const) {
      routes.push({ permission, method: 'POST', group });
    }
  }
});

/** Every route of the API, and what only a document asks for. */
export const scopedRoutes: readonly ScopedRoute[] = [
  ...routes,
  { permission: 'account.data', method: 'GET', group: null },
];
