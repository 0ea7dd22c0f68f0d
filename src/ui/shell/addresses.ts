export const signInPath = '/sign-in';

/** The sign-in page, which leads back to where one was. */
export function signInAddress(): string {
  const { pathname, search } = window.location;
  if (pathname === '/' || pathname === signInPath) return signInPath;
  return `${signInPath}?next=${encodeURIComponent(pathname + search)}`;
}

/** A `next` from the address bar, if it stays on this site. */
export const safeNext = (next: string | undefined): string =>
  next && /^\/(?![/\\])/.test(next) ? next : '/';
