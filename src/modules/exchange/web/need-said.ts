import { parseMoney } from '../../../kernel/money.ts';
import type { CoachedNeed } from '../domain/coach.ts';
import type { Tier } from '../domain/disclosure.ts';
import type { cooperationModes } from '../domain/exchange.policy.ts';
import type { ListingDetails } from '../domain/listing-details.ts';
import { attachmentsSaid } from './attachment-fields.tsx';
import { saidMetrics } from './metric-fields.tsx';
import type { NeedTexts } from './need-draft.ts';
import { isTier } from './tier-field.tsx';

type Mode = (typeof cooperationModes)[number];

/** What the server gets: amounts in fen, absent things as null. */
export type NeedSaid = {
  title: string;
  description: string;
  regionCode: string;
  industryCode: string | null;
  budgetFen: number | null;
  months: number | null;
  coopModes: Mode[];
  details: ListingDetails;
  tier: Tier;
  attachments: ReturnType<typeof attachmentsSaid>;
};

export const fenIn = (text: string): number | null => {
  const read = parseMoney(text, 'wan');
  return read.ok ? read.fen : null;
};
export const monthsIn = (text: string): number | null => {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,3}$/.test(plain) ? Number(plain) : null;
};
export const budgetIn = (text: string): number | null => (text.trim() ? fenIn(text) : null);

export function needSaid(values: NeedTexts): NeedSaid {
  return {
    title: values.title.trim(),
    description: values.description.trim(),
    regionCode: values.regionCode,
    industryCode: values.industryCode || null,
    budgetFen: budgetIn(values.budgetFen),
    months: monthsIn(values.months),
    coopModes: values.coopModes as Mode[],
    details: {
      metrics: saidMetrics(values.metrics),
      tried: values.tried.trim(),
      limits: values.limits.trim(),
      scale: values.scale.trim(),
      more: values.more.trim(),
    },
    tier: isTier(values.tier) ? values.tier : 'public',
    attachments: attachmentsSaid(values.attachments),
  };
}

/** What the coach reads of the form as it stands. */
export const coachedNeed = (values: NeedTexts): CoachedNeed => ({
  title: values.title,
  description: values.description,
  metrics: values.metrics,
  tried: values.tried,
  limits: values.limits,
  scale: values.scale,
  budgetFen: budgetIn(values.budgetFen),
  months: monthsIn(values.months),
  coopModes: values.coopModes,
});
