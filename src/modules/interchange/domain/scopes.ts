/** What a key may be for; each reads, or reads and changes, what one part of the API offers. */
export const scopeModules = ['directory', 'exchange', 'matching', 'dockings', 'imports'] as const;
export type ScopeModule = (typeof scopeModules)[number];

export const scopes = scopeModules.flatMap((name) => [
  `${name}:read` as const,
  `${name}:write` as const,
]);
export type Scope = (typeof scopes)[number];

/** A route as the contract names it. */
export type ScopedRoute = { permission: string; method: string; group: ScopeModule | null };

/** Actions that every key may do: saying who it is, and reading public lists of codes. */
const always = new Set(['account.me', 'reference.read']);

/**
 * The actions that a key with these scopes may not do, of all that any route asks for. What no route
 * asks for is judged within a command and is limited by the policy alone. Writing includes reading.
 */
export function withheldActions(
  routes: readonly ScopedRoute[],
  held: readonly string[],
): ReadonlySet<string> {
  const open = new Set(always);
  for (const { permission, method, group } of routes) {
    if (group === null) continue;
    const reads = held.includes(`${group}:read`) || held.includes(`${group}:write`);
    if (method === 'GET' ? reads : held.includes(`${group}:write`)) open.add(permission);
  }
  return new Set(routes.map(({ permission }) => permission).filter((action) => !open.has(action)));
}
