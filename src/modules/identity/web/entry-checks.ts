import { words } from '../../../ui/i18n/words.ts';
import { identityWords } from './identity-words.ts';

export const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(text.trim());

/** As better-auth counts them on the server. */
const passwordLength = { min: 8, max: 128 };

/** What is wrong with an address; undefined when nothing is. */
export function emailProblem(text: string): string | undefined {
  if (!text.trim()) return words.text('form.required');
  return isEmail(text) ? undefined : identityWords.text('signIn.wrongEmail');
}

/** What is wrong with a new password; undefined when nothing is. */
export function passwordProblem({ length }: string): string | undefined {
  if (length === 0) return words.text('form.required');
  if (length < passwordLength.min) {
    return identityWords.text('signUp.passwordCount', { count: length });
  }
  return length > passwordLength.max ? identityWords.text('signUp.passwordLong') : undefined;
}
