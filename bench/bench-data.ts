import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Qrels, readQrels } from './metrics.ts';

/** A listing or question of the benchmark as its files give it. `sector` is left unread: it is an oracle. */
export type BenchNeed = {
  id: string;
  title: string;
  description: string;
  industryCode: string | null;
  region: string | null;
  budgetWan: number | null;
  coopModes: string[];
  months: number | null;
};
export type BenchAchievement = {
  id: string;
  title: string;
  abstract: string;
  keywords: string[];
  industryCode: string | null;
  trl: number | null;
  region: string | null;
  coopModes: string[];
  priceMinWan: number | null;
  priceMaxWan: number | null;
};
export type BenchExpert = {
  id: string;
  name: string;
  org: string;
  title: string;
  research: string;
  bio: string;
};
export type BenchText = { id: string; text: string };

export type BenchData =
  | {
      form: 'district';
      needs: BenchNeed[];
      achievements: BenchAchievement[];
      experts: BenchExpert[];
      qrels: { achievements: Qrels; experts: Qrels };
    }
  | { form: 'corpus'; queries: BenchText[]; corpus: BenchText[]; qrels: Qrels };

type Row = Record<string, unknown>;

function readRows(file: string): Row[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
}

function text(row: Row, key: string): string {
  const value = row[key];
  return typeof value === 'string' ? value : '';
}

function textOrNull(row: Row, key: string): string | null {
  return text(row, key) || null;
}

function number(row: Row, key: string): number | null {
  const value = row[key];
  return typeof value === 'number' ? value : null;
}

function texts(row: Row, key: string): string[] {
  const value = row[key];
  if (Array.isArray(value)) return value.filter((item) => typeof item === 'string');
  return typeof value === 'string' && value !== '' ? value.split(/[_;；\s]+/u) : [];
}

function readAchievement(row: Row): BenchAchievement {
  return {
    id: text(row, 'id'),
    title: text(row, 'title'),
    abstract: text(row, 'abstract') || text(row, 'text'),
    keywords: texts(row, 'keywords'),
    industryCode: textOrNull(row, 'industry_code'),
    trl: number(row, 'trl'),
    region: textOrNull(row, 'region'),
    coopModes: texts(row, 'coop_modes'),
    priceMinWan: number(row, 'price_min_wan'),
    priceMaxWan: number(row, 'price_max_wan'),
  };
}

function readNeed(row: Row): BenchNeed {
  return {
    id: text(row, 'id'),
    title: text(row, 'title'),
    description: text(row, 'description'),
    industryCode: textOrNull(row, 'industry_code'),
    region: textOrNull(row, 'region'),
    budgetWan: number(row, 'budget_wan'),
    coopModes: texts(row, 'coop_modes'),
    months: number(row, 'months'),
  };
}

function readExpert(row: Row): BenchExpert {
  return {
    id: text(row, 'id'),
    name: text(row, 'name'),
    org: text(row, 'org'),
    title: text(row, 'title'),
    research: text(row, 'research'),
    bio: text(row, 'bio'),
  };
}

/** Achievements that answer nothing, mixed in to make the task harder: `{id, title, abstract, keywords}` or `{id, text}`. */
export function readDistractors(file: string): BenchAchievement[] {
  return readRows(file).map(readAchievement);
}

/**
 * Reads a benchmark folder in either form: needs, achievements, experts and their judgements
 * (`qrels_achievements.tsv` and `qrels_experts.tsv`, or one `qrels.tsv` for both), or a corpus with
 * queries. Throws an Error that names the missing file.
 */
export function readBenchData(folder: string): BenchData {
  const file = (name: string) => join(folder, name);
  const need = (name: string) => {
    if (!existsSync(file(name))) throw new Error(`${folder} has no ${name}.`);
    return file(name);
  };
  if (existsSync(file('corpus.jsonl'))) {
    const read = (row: Row) => ({ id: text(row, 'id'), text: text(row, 'text') });
    return {
      form: 'corpus',
      corpus: readRows(file('corpus.jsonl')).map(read),
      queries: readRows(need('queries.jsonl')).map(read),
      qrels: readQrels(readFileSync(need('qrels.tsv'), 'utf8')),
    };
  }
  const needs = readRows(need('needs.jsonl')).map(readNeed);
  const achievements = readRows(need('achievements.jsonl')).map(readAchievement);
  const experts = existsSync(file('experts.jsonl'))
    ? readRows(file('experts.jsonl')).map(readExpert)
    : [];
  const judgements = (name: string, ids: readonly { id: string }[]): Qrels => {
    if (existsSync(file(name))) return readQrels(readFileSync(file(name), 'utf8'));
    const known = new Set(ids.map(({ id }) => id));
    const lines = readFileSync(need('qrels.tsv'), 'utf8').split('\n');
    return readQrels(
      lines.filter((line) => known.has(line.trim().split(/\s+/)[2] ?? '')).join('\n'),
    );
  };
  return {
    form: 'district',
    needs,
    achievements,
    experts,
    qrels: {
      achievements: judgements('qrels_achievements.tsv', achievements),
      experts: judgements('qrels_experts.tsv', experts),
    },
  };
}
