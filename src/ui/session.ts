import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Role } from '../kernel/policy.ts';
import { requestJson } from './client.ts';

export type { Role };

export type Session = {
  signedIn: boolean;
  user: { id: string; name: string; email: string } | null;
  roles: Role[];
  organisations: { id: string; name: string }[];
  /** The place that this instance serves, as a path in the reader's language. */
  region?: { code: string; name: string };
  /** The example district is loaded. */
  examples: boolean;
  /** Only while the example data are loaded: who can be tried. */
  exampleAccounts?: { email: string; password: string; role: Role; name?: string }[];
  /** What this district has switched on. */
  features?: Record<string, boolean>;
};

const visitorSession: Session = {
  signedIn: false,
  user: null,
  roles: ['visitor'],
  organisations: [],
  examples: false,
};

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => requestJson<Session>('/api/me'),
  staleTime: 5 * 60_000,
});

/**
 * Who is here. While unknown, and when the server cannot say, the visitor: public pages go on
 * working, and `known` is false.
 */
export function useSession(): { session: Session; known: boolean; loading: boolean } {
  const { data, isPending } = useQuery(sessionQuery);
  return { session: data ?? visitorSession, known: data !== undefined, loading: isPending };
}

type AccountActions = {
  signIn: (email: string, password: string) => Promise<void>;
  signUp: (name: string, email: string, password: string) => Promise<void>;
  signOut: () => Promise<void>;
};

/** Each settles once the new session is known; whatever was read for the former one is forgotten. */
export function useAccount(): AccountActions {
  const queries = useQueryClient();
  const change = async (path: string, body: unknown): Promise<void> => {
    await requestJson(`/api/auth${path}`, body);
    const session = await requestJson<Session>('/api/me');
    queries.setQueryData(sessionQuery.queryKey, session);
    await queries.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  };
  return {
    signIn: (email, password) => change('/sign-in/email', { email, password }),
    signUp: (name, email, password) => change('/sign-up/email', { name, email, password }),
    signOut: () => change('/sign-out', {}),
  };
}

/** Everybody is a visitor; otherwise one of the roles is enough. */
export const mayEnter = (session: Session, access: Access | undefined): boolean =>
  access === undefined ||
  (access === 'signedIn' ? session.signedIn : access.some((role) => session.roles.includes(role)));

export type Access = 'signedIn' | readonly Role[];
