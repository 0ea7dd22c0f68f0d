import path from 'node:path';

import type { Ask, Offer, OfferKind } from '../src/modules/matching/domain/match.ts';
import type { Ranker } from '../src/modules/matching/domain/rank.ts';
import type { TrainingQuery } from '../src/modules/matching/domain/training-query.ts';
import { type BenchAchievement, readBenchData, readDistractors } from './bench-data.ts';
import type { Qrels } from './metrics.ts';

/** Of the offers that were not judged, so many of the best stand against the right ones. */
const UNJUDGED = 150;

/**
 * The judged questions of a benchmark folder with what the product measures of each pair. A folder
 * of needs gives the tasks achievements and experts, and with distractors achievements among them;
 * a corpus one task. What is not judged counts as no answer.
 */
export function readTrainingQueries(
  folder: string,
  ranker: Ranker,
  distractors?: string,
): TrainingQuery[] {
  const data = readBenchData(folder);
  const name = path.basename(path.resolve(folder));
  if (data.form === 'corpus') {
    const offers = data.corpus.map(({ id, text }) =>
      achievement({ id, title: '', abstract: text }),
    );
    const asks = data.queries.map(({ id, text }) => ({ id, ask: { text } }));
    return judged(ranker, { task: name, kind: 'achievement', asks, offers, qrels: data.qrels });
  }
  const asks = data.needs.map((need) => ({
    id: need.id,
    ask: { title: need.title, text: need.description, industryCode: need.industryCode },
  }));
  const achievements = data.achievements.map(achievement);
  const experts = data.experts.map(({ id, name: title, research, bio }): Offer => ({
    id,
    kind: 'expert',
    title,
    fields: { title, research, bio },
  }));
  const of = (task: string, kind: OfferKind, offers: readonly Offer[], qrels: Qrels) =>
    judged(ranker, { task: `${name} ${task}`, kind, asks, offers, qrels });
  return [
    ...of('achievements', 'achievement', achievements, data.qrels.achievements),
    ...of('experts', 'expert', experts, data.qrels.experts),
    ...(distractors === undefined
      ? []
      : of(
          `achievements among ${path.basename(distractors)}`,
          'achievement',
          [...achievements, ...readDistractors(distractors).map(achievement)],
          data.qrels.achievements,
        )),
  ];
}

function judged(
  ranker: Ranker,
  data: {
    task: string;
    kind: OfferKind;
    asks: readonly { id: string; ask: Ask }[];
    offers: readonly Offer[];
    qrels: Qrels;
  },
): TrainingQuery[] {
  const { task, kind, asks, offers, qrels } = data;
  return asks.flatMap(({ id, ask }) => {
    const grades = qrels.get(id);
    if (!grades) return [];
    const scored = ranker.scoreOffers(ask, offers);
    const reached = new Set(scored.map((offer) => offer.id));
    let unjudged = 0;
    const kept = scored.filter((offer) => grades.has(offer.id) || unjudged++ < UNJUDGED);
    return {
      id,
      task,
      kind,
      offers: kept.map(({ id: offerId, features }) => ({
        features,
        grade: grades.get(offerId) ?? 0,
      })),
      unreached: [...grades].filter(([offerId]) => !reached.has(offerId)).map(([, grade]) => grade),
    };
  });
}

function achievement(
  row: Pick<BenchAchievement, 'id' | 'title' | 'abstract'> & Partial<BenchAchievement>,
): Offer {
  const { id, title, abstract, keywords = [], industryCode = null } = row;
  return {
    id,
    kind: 'achievement',
    title,
    fields: { title, abstract, keywords: keywords.join('，') },
    industryCode,
  };
}
