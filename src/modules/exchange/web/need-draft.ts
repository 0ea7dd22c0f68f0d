import type { Metric } from '../domain/listing-details.ts';
import type { AttachmentEntry } from './attachment-fields.tsx';

/** What somebody is writing, as it stands in the fields. */
export type NeedTexts = {
  title: string;
  description: string;
  regionCode: string;
  industryCode: string;
  budgetFen: string;
  months: string;
  coopModes: readonly string[];
  organisationId: string;
  metrics: readonly Metric[];
  tried: string;
  limits: string;
  scale: string;
  more: string;
  tier: string;
  attachments: readonly AttachmentEntry[];
};

/** A need of which nothing is said beside its words. */
export const noParts = {
  metrics: [],
  tried: '',
  limits: '',
  scale: '',
  more: '',
  tier: 'public',
  attachments: [],
} satisfies Partial<NeedTexts>;

/** `moved`: written for another need, and offered here instead. */
type KeptNeed = { at: string; texts: Partial<NeedTexts>; moved?: boolean };

const keyOf = (needId: string | undefined): string => `rt.need-draft.${needId ?? 'new'}`;

/** What was written here and not sent, for this need or for a new one. */
export function findKeptNeed(needId?: string): KeptNeed | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(keyOf(needId)) ?? 'null') as KeptNeed | null;
    return kept && typeof kept.texts === 'object' ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** Returns whether it could be kept; a device may forbid it or be full. */
export function keepNeedTexts(
  texts: NeedTexts,
  at: Date,
  needId?: string,
  moved?: 'moved',
): boolean {
  try {
    // The other one has files of its own, which must not be lost.
    const { attachments: _files, tier: _tier, ...words } = texts;
    const kept: KeptNeed = {
      at: at.toISOString(),
      ...(moved ? { texts: words, moved: true } : { texts }),
    };
    localStorage.setItem(keyOf(needId), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export function forgetNeedTexts(needId?: string): void {
  try {
    localStorage.removeItem(keyOf(needId));
  } catch {
    // nothing was kept either
  }
}

const mostTitle = 30;

/** The first sentence of a problem, short enough for a title; the text stays whole beside it. */
export function suggestTitle(text: string): string {
  const first =
    text
      .trim()
      .split(/[。！？!?；;\n]/u)
      .find((part) => part.trim() !== '')
      ?.trim() ?? '';
  const characters = Array.from(first);
  if (characters.length <= mostTitle) return first;
  // Cut at the last pause, so that no word is broken.
  const head = characters.slice(0, mostTitle).join('');
  const pause = Math.max(head.lastIndexOf('，'), head.lastIndexOf(','), head.lastIndexOf('、'));
  return pause >= 8 ? head.slice(0, pause) : head;
}
