import { AppError, type FieldIssue } from '../../../kernel/errors.ts';
import { findIndustry, findRegion } from '../../reference-data/index.ts';

/** Codes have the right form by contract; here they must also exist. */
export function checkPlace(input: { regionCode: string; industryCode: string | null }): void {
  const issues: FieldIssue[] = [];
  if (!findRegion(input.regionCode)) issues.push({ path: 'regionCode', message: input.regionCode });
  if (input.industryCode !== null && !findIndustry(input.industryCode))
    issues.push({ path: 'industryCode', message: input.industryCode });
  if (issues.length > 0) throw new AppError('invalid', { code: 'exchange.unknown_code' }, issues);
}
