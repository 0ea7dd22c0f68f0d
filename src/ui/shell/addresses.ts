export const signInPath = '/sign-in';

/** The sign-in page, which leads back to where one was. */
export function signInAddress(from: string): string {
  const { pathname } = new URL(from, 'http://here.invalid');
  if (pathname === '/' || pathname === signInPath) return signInPath;
  return `${signInPath}?next=${encodeURIComponent(from)}`;
}

/** A `next` from the address bar, if it stays on this site. */
export const safeNext = (next: string | undefined): string =>
  next && /^\/(?![/\\])/.test(next) ? next : '/';
