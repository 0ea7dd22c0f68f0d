import type { AttachmentEntry } from './attachment-fields.tsx';
import type { PatentLine } from './patent-fields.tsx';

/** What somebody was writing for a new achievement, taken along to one that says nearly the same. */
export type AchievementTexts = {
  title: string;
  abstract: string;
  keywords: string;
  regionCode: string;
  industryCode: string;
  trl: string;
  priceMinFen: string;
  priceMaxFen: string;
  coopModes: readonly string[];
  organisationId: string;
  trlProof: string;
  patents: readonly PatentLine[];
  attachments: readonly AttachmentEntry[];
  tier: string;
  more: string;
};

const keyOf = (id: string): string => `rt.achievement-moved.${id}`;

export function moveAchievementTexts(id: string, texts: AchievementTexts): void {
  // The other one has files and patents of its own, which must not be lost.
  const { attachments: _files, patents: _patents, tier: _tier, ...words } = texts;
  try {
    sessionStorage.setItem(keyOf(id), JSON.stringify(words));
  } catch {
    // then the saved text stands there alone
  }
}

export function findMovedTexts(id: string): Partial<AchievementTexts> | undefined {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(keyOf(id)) ?? 'null');
    return found !== null && typeof found === 'object' ? found : undefined;
  } catch {
    return undefined;
  }
}

export function forgetMovedTexts(id: string): void {
  try {
    sessionStorage.removeItem(keyOf(id));
  } catch {
    // nothing was kept either
  }
}
