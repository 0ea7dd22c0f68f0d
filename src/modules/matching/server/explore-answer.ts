import { createHash } from 'node:crypto';
import type { Platform } from '../../../platform/platform.ts';
import type { Answer } from '../contract.ts';
import { exploreOrder } from '../domain/exploration.ts';
import { rankingSettings } from './ranking-settings.ts';

/**
 * Lets chance decide between near equals where an operator has set so; else the answer as it is.
 * What has the same `occasion` is shown the same order.
 */
export async function exploreAnswer<Given extends Pick<Answer, 'matches'>>(
  platform: Platform,
  answer: Given,
  occasion: string,
): Promise<Given> {
  const { exploration } = await rankingSettings(platform);
  if (exploration === 0) return answer;
  const seed = createHash('sha256').update(occasion).digest().readUInt32LE(0);
  return { ...answer, matches: exploreOrder(answer.matches, exploration, seed) };
}
