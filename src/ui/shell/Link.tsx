import { Link as RouterLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactElement, ReactNode } from 'react';

type LinkProps = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'> & {
  /** An address within the platform, with query and hash if need be. */
  to: string;
  children: ReactNode;
  /** Marks itself as the current page only when the path is the same, not below it. */
  exact?: boolean;
};

/** A link to another page of the platform, without loading the shell again. */
export function Link({ to, children, exact = false, ...rest }: LinkProps): ReactElement {
  const address = new URL(to, 'http://here.invalid');
  return (
    <RouterLink
      {...rest}
      to={address.pathname}
      search={Object.fromEntries(address.searchParams)}
      hash={address.hash.slice(1) || undefined}
      activeOptions={{ exact, includeSearch: false }}
      activeProps={{ 'aria-current': 'page' }}
    >
      {children}
    </RouterLink>
  );
}
