import type { z } from 'zod';

type Route = { '~orpc': { inputSchema?: unknown } };

/** What the route of a list takes, for documents made of the same list. */
export const filtersOf = <Query>(route: Route): z.ZodType<Query> =>
  route['~orpc'].inputSchema as z.ZodType<Query>;

export type QueryOf<
  F extends (...given: never[]) => unknown,
  At extends number,
> = Parameters<F>[At];
