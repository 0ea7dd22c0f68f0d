/**
 * The funnel, in its order. One unit throughout: a need (or a question) together with one offer.
 * A pair counts in a stage from the day its evidence was recorded.
 */
export const funnelStages = ['shown', 'opened', 'contacted', 'met', 'contracted', 'paid'] as const;
export type FunnelStage = (typeof funnelStages)[number];

/** Counts by stage with the share of the stage before; null where there is nothing to share. */
export function funnelRates(
  counts: Record<FunnelStage, number>,
): { stage: FunnelStage; count: number; rate: number | null }[] {
  return funnelStages.map((stage, index) => {
    const before = index === 0 ? 0 : counts[funnelStages[index - 1]!];
    return { stage, count: counts[stage], rate: before > 0 ? counts[stage] / before : null };
  });
}
