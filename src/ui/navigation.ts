import { useNavigate, useParams, useRouterState, useSearch } from '@tanstack/react-router';

/** A parameter of the page's path. Throws when the page's path does not have it. */
export function usePathParam(name: string): string {
  const params: Record<string, string | undefined> = useParams({ strict: false });
  const value = params[name];
  if (value === undefined) throw new Error(`The path of this page has no parameter $${name}`);
  return value;
}

/** The query of the address as plain text. */
export function useSearchTexts(): Readonly<Record<string, string | undefined>> {
  const search: Record<string, unknown> = useSearch({ strict: false });
  // The router reads what looks like a number as one.
  return Object.fromEntries(Object.entries(search).map(([name, value]) => [name, String(value)]));
}

/** The present address: path and query. */
export const useHere = (): string =>
  useRouterState({ select: ({ location }) => location.pathname + location.searchStr });

type GoOptions = {
  /** In place of the present entry in the history. */
  replace?: boolean;
};

/** Goes to an address within the platform, query included. */
export function useGo(): (to: string, options?: GoOptions) => void {
  const navigate = useNavigate();
  return (to, { replace = false } = {}) => {
    const address = new URL(to, 'http://here.invalid');
    void navigate({
      to: address.pathname,
      search: Object.fromEntries(address.searchParams),
      hash: address.hash.slice(1) || undefined,
      replace,
    });
  };
}

/** Changes parts of the query (undefined removes one) without a new entry in the history. */
export function useSetSearch(): (changes: Record<string, string | undefined>) => void {
  const navigate = useNavigate();
  return (changes) => {
    void navigate({
      to: '.',
      search: (before: Record<string, unknown>) => {
        const next = { ...before, ...changes };
        return Object.fromEntries(Object.entries(next).filter(([, value]) => value));
      },
      replace: true,
      resetScroll: false,
    });
  };
}
