import { beijingDate, type IsoDate } from '../../../kernel/calendar.ts';
import { AppError } from '../../../kernel/errors.ts';

/** Evidence is of what happened: throws `invalid` with `code` for a day that has not come in China. */
export function requirePast(day: IsoDate, now: Date, code: string): void {
  if (day > beijingDate(now)) throw new AppError('invalid', { code });
}
