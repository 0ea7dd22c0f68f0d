import { sql } from 'kysely';
import type { Db } from '../../../platform/db/database.ts';
import { type FeatureName, FEATURES, type Features } from '../domain/features.ts';
import { settledGrade } from '../domain/feedback-grade.ts';
import type { OfferKind } from '../domain/match.ts';
import {
  estimatePositionBias,
  type Exposure,
  inversePropensity,
  type RankBias,
} from '../domain/position-bias.ts';
import type { JudgedOffer, TrainingQuery } from '../domain/training-query.ts';
import type { MatchingTables, ShownOffer } from './tables.ts';

/**
 * What the place does to the looks a candidate gets, from everything that was shown, opened and
 * judged; undefined while there is too little of it. Examples do not count.
 */
export async function measurePositionBias(db: Db): Promise<RankBias[] | undefined> {
  return estimatePositionBias(await readExposures(db));
}

/** Each candidate in each answer, up to the first time somebody opened or judged the pair. */
async function readExposures(db: Db): Promise<Exposure[]> {
  const looks = await db
    .withTables<MatchingTables>()
    .selectFrom('matchEvents')
    .select(['askId', 'offerKind', 'offerId', 'at'])
    .where('event', '=', 'opened')
    .unionAll((eb) =>
      eb
        .selectFrom('matchJudgements')
        .select(['askId', 'offerKind', 'offerId', 'at'])
        .where('askId', 'is not', null)
        .where('actorId', 'is not', null)
        .$narrowType<{ askId: string }>(),
    )
    .execute();
  const lookedAt = new Set(looks.map((look) => `${look.askId} ${look.offerKind} ${look.offerId}`));
  const done = new Set<string>();
  const exposures: Exposure[] = [];
  for (const { id, needId, shown } of await readAnswers(db)) {
    for (const offer of shown) {
      const pair = `${needId ?? id} ${offer.kind} ${offer.id}`;
      if (done.has(pair)) continue;
      const acted = lookedAt.has(`${id} ${offer.kind} ${offer.id}`);
      if (acted) done.add(pair);
      const { kind, rank, score, drawn } = offer;
      exposures.push({ askId: id, kind, rank, score, drawn, acted });
    }
  }
  return exposures;
}

type AnswerRow = { id: string; needId: string | null; shown: ShownOffer[] };

async function readAnswers(db: Db): Promise<AnswerRow[]> {
  const rows = await db
    .withTables<MatchingTables>()
    .selectFrom('matchAsks as asked')
    .leftJoin('matchAsks as same', 'same.id', 'asked.shownAs')
    .select([
      'asked.id as id',
      'asked.needId as needId',
      sql<ShownOffer[] | null>`coalesce(asked.shown, same.shown)`.as('shown'),
    ])
    .where('asked.isExample', '=', false)
    .orderBy('asked.at')
    .execute();
  return rows.flatMap(({ shown, ...row }) => (shown === null ? [] : [{ ...row, shown }]));
}

/**
 * What was judged of needs' candidates as questions to learn from, with the features seen then. A
 * candidate that was shown beside a good one and of which nobody said anything counts as no answer;
 * since fewer people look further down, a good one counts by the inverse of the propensity of the
 * place where it was found. Examples do not count.
 */
export async function readFeedbackQueries(
  db: Db,
  bias: readonly RankBias[] | undefined,
): Promise<TrainingQuery[]> {
  const judgements = await db
    .withTables<MatchingTables>()
    .selectFrom('matchJudgements')
    .selectAll()
    .where('isExample', '=', false)
    .orderBy('seq')
    .execute();
  const answers = new Map((await readAnswers(db)).map(({ id, shown }) => [id, shown]));
  const queries: TrainingQuery[] = [];
  for (const [key, ofNeed] of Map.groupBy(judgements, (row) => `${row.needId} ${row.offerKind}`)) {
    const [id, kind] = key.split(' ') as [string, OfferKind];
    const judged = new Map<string, JudgedOffer | undefined>();
    const beside = new Map<string, ShownOffer>();
    for (const [offerId, ofOffer] of Map.groupBy(ofNeed, (row) => row.offerId)) {
      const settled = settledGrade(
        ofOffer.map((row) => ({
          verdict: row.verdict,
          reason: row.reasonCode,
          byRole: row.actorRole,
          actorId: row.actorId,
        })),
      );
      if (!settled.judged) continue;
      const seen = ofOffer.findLast((row) => row.features !== null);
      const { grade } = settled;
      judged.set(
        offerId,
        grade === undefined || !seen?.features
          ? undefined
          : {
              features: knownFeatures(seen.features),
              grade,
              weight: grade > 0 ? inversePropensity(bias, seen.rank) : 1,
            },
      );
      if ((grade ?? 0) > 0 && seen?.askId) {
        for (const offer of answers.get(seen.askId) ?? []) {
          if (offer.kind === kind) beside.set(offer.id, offer);
        }
      }
    }
    const offers = [...judged.values()].filter((offer) => offer !== undefined);
    const unsaid = [...beside.values()]
      .filter((offer) => !judged.has(offer.id))
      .map(({ features }) => ({ features: knownFeatures(features), grade: 0 }));
    if (offers.length > 0)
      queries.push({ id, task: 'feedback', kind, offers: [...offers, ...unsaid] });
  }
  return queries;
}

const knownFeatures = (kept: Record<string, number>): Features =>
  Object.fromEntries(
    FEATURES.filter((name) => kept[name] !== undefined).map((name): [FeatureName, number] => [
      name,
      kept[name]!,
    ]),
  );
