import type { Comparison } from '../src/modules/matching/domain/cross-validation.ts';
import { FEATURES } from '../src/modules/matching/domain/features.ts';
import type { RankingModel } from '../src/modules/matching/domain/model.ts';
import {
  type KindReport,
  LEAST_QUESTIONS,
  type Training,
} from '../src/modules/matching/domain/train-model.ts';

/** What training found: per task before and after on unseen questions, and the weights. */
export function printTraining(training: Training, before: RankingModel): string {
  const lines = ['nDCG@10 of questions the weights had not seen, with 95 % of the gain', ''];
  for (const report of training.kinds) {
    lines.push(`${report.kind}: ${verdictOf(report)}`);
    const { validation, fitted } = report;
    if (!validation || !fitted) continue;
    for (const [task, comparison] of Object.entries(validation.byTask))
      lines.push(row(task, comparison));
    lines.push(row('all tasks alike', validation.overall), '');
    for (const name of FEATURES) {
      const weight = before.weights[report.kind][name];
      const mark = training.unmeasured.includes(name) ? '   not measured, kept' : '';
      lines.push(`  ${name.padEnd(16)}${weight.toFixed(4)} -> ${fitted[name].toFixed(4)}${mark}`);
    }
    lines.push('');
  }
  return `${lines.join('\n').trimEnd()}\n`;
}

function verdictOf({ verdict, questions, worse, l2 }: KindReport): string {
  const of = `${questions} judged questions`;
  switch (verdict) {
    case 'better':
      return `better, taken (${of}, l2 ${l2})`;
    case 'not-better':
      return `not better beyond noise, weights kept (${of}, l2 ${l2})`;
    case 'worse-task':
      return `worse for ${worse.join(', ')}, weights kept (${of}, l2 ${l2})`;
    case 'too-few':
      return `${of}, at least ${LEAST_QUESTIONS} are wanted; weights kept`;
    case 'nothing-told-apart':
      return `${of}, but none tells one offer from another; weights kept`;
  }
}

const signed = (value: number): string => `${value < 0 ? '−' : '+'}${Math.abs(value).toFixed(4)}`;

const row = (name: string, { queries, before, after, gain }: Comparison): string =>
  `  ${name.padEnd(44)}${String(queries).padStart(6)}  ${before.toFixed(4)} -> ${after.toFixed(4)}  ${signed(gain.mean)} [${signed(gain.lo)}, ${signed(gain.hi)}]`;
