import { parseMoney } from '../../../kernel/money.ts';
import { ApiFailure } from '../../../ui/api-failure.ts';
import { dockingWords } from './words.ts';

/** An amount typed in 万元 as fen. Throws a failure that belongs to the field at `path`. */
export function fenIn(typed: string | number | null, path: string): number {
  const result = parseMoney(String(typed ?? 0), 'wan');
  if (result.ok) return result.fen;
  const message = dockingWords.text('command.badAmount');
  throw new ApiFailure({ code: 'INVALID', status: 400, message, issues: [{ path, message }] });
}

/** Fen as they stand in a field that counts in 万元. */
export const wanIn = (fen: number): string => String(fen / 1_000_000);
