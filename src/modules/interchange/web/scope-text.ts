import { scopeModules } from '../domain/scopes.ts';
import type { accessWords } from './access-words.ts';

/** `exchange:read` as people say it. */
export function scopeText(t: ReturnType<typeof accessWords.useText>, scope: string): string {
  const [part, how] = scope.split(':');
  const known = scopeModules.find((each) => each === part);
  if (!known) return scope;
  return t(how === 'write' ? 'keys.write' : 'keys.read', { what: t(`keys.scope.${known}`) });
}
