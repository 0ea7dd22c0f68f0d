import { queryOptions } from '@tanstack/react-query';
import type { Match } from '../contract.ts';
import { matchingClient } from './matching-client.ts';

/** What was said of the candidates of a need, and whether the reader may say something. */
export const judgementsQuery = (needId: string) =>
  queryOptions({
    queryKey: ['match', 'judgements', needId],
    queryFn: ({ signal }) => matchingClient.listJudgements({ id: needId }, { signal }),
  });

export type Judgements = Awaited<ReturnType<typeof matchingClient.listJudgements>>;
type Judgement = Judgements['items'][number];

/** What holds of a candidate now: the reader's own word, and the last of each role of others. */
export function standingOf(
  { items }: Judgements,
  { kind, id }: Pick<Match, 'kind' | 'id'>,
): { mine: Judgement | undefined; others: Judgement[] } {
  const ofMatch = items.filter((item) => item.kind === kind && item.offerId === id);
  const holds = (item: Judgement | undefined): boolean =>
    item !== undefined && item.verdict !== 'withdrawn';
  const mine = ofMatch.find((item) => item.mine);
  const others = (['docking', 'owner', 'broker', 'operator'] as const)
    .map((role) => ofMatch.find((item) => !item.mine && item.byRole === role))
    .filter((item) => item !== undefined && holds(item))
    .filter((item) => item !== undefined);
  return { mine: holds(mine) ? mine : undefined, others };
}
