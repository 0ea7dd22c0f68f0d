/**
 * The words in which matching answers. Everything here is plain data: the server produces it,
 * the contract carries it, the web draws it.
 */

/** 相符 相近 部分 未说明 不符 */
export type Verdict = 'yes' | 'near' | 'part' | 'none' | 'no';

export type ReasonKind =
  | 'phrase'
  | 'metric'
  | 'budget'
  | 'maturity'
  | 'cooperation'
  | 'region'
  | 'industry';

/** One line of the reading side by side. `note` is a code the web translates, with its values; never invented prose. */
export type Reason = {
  kind: ReasonKind;
  verdict: Verdict;
  wanted: string | null;
  offered: string | null;
  pair?: number;
  note?: { code: string; params?: Record<string, string | number> };
};

/**
 * A highlighted stretch, UTF-16 offsets into the named field; the same `pair` on both sides is the
 * same meeting. Style: met = literal or numeric, near = paraphrase, read = understood but not answered.
 */
export type Mark = {
  field: string;
  start: number;
  end: number;
  pair?: number;
  style: 'met' | 'near' | 'read';
};

/** What is asked for. Money in wan (10,000 CNY), time in months. */
export type Ask = {
  title?: string;
  text: string;
  budgetWan?: number | null;
  coopModes?: string[];
  regionCode?: string | null;
  industryCode?: string | null;
  months?: number | null;
};

export const OFFER_KINDS = ['achievement', 'expert'] as const;
export type OfferKind = (typeof OFFER_KINDS)[number];

/** What is offered. Fields of an achievement: title, abstract, keywords; of an expert: title (the name), research, bio. */
export type Offer = {
  id: string;
  kind: OfferKind;
  title: string;
  fields: Record<string, string>;
  priceMinWan?: number | null;
  priceMaxWan?: number | null;
  trl?: number | null;
  coopModes?: string[];
  regionCode?: string | null;
  industryCode?: string | null;
};

export type MatchResult = {
  id: string;
  kind: OfferKind;
  rank: number;
  /** 0..1, comparable within one answer. */
  score: number;
  features: Record<string, number>;
  reasons: Reason[];
  /** What speaks against it, in the same form. */
  against: Reason[];
  marks: { asked: Mark[]; offered: Mark[] };
};
