import type { Db } from '../../../platform/db/database.ts';
import type { Judgement } from '../contract.ts';
import type { MatchingTables } from './tables.ts';

const MOST = 500;

/** Everything that was said of a need's candidates, the latest first. */
export async function listJudgements(
  db: Db,
  needId: string,
  userId: string | null,
): Promise<Judgement[]> {
  const rows = await db
    .withTables<MatchingTables>()
    .selectFrom('matchJudgements')
    .selectAll()
    .where('needId', '=', needId)
    .orderBy('seq', 'desc')
    .limit(MOST)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    at: row.at.toISOString(),
    kind: row.offerKind,
    offerId: row.offerId,
    verdict: row.verdict,
    reason: row.reasonCode,
    words: row.words,
    byRole: row.actorRole,
    mine: row.actorId !== null && row.actorId === userId,
    rank: row.rank,
    score: row.score,
    model: row.modelVersion,
    features: row.features,
  }));
}
