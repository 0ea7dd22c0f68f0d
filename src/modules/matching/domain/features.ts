import { industryCloseness } from './conditions.ts';
import type { Offer, OfferKind } from './match.ts';
import { type Meaning, type MeaningFeatures, readMeaning } from './meaning.ts';
import type { MeaningScale } from './meaning-scale.ts';
import { perLengthOf, signedBytes } from './signed-bytes.ts';
import type { TermVectors } from './term-vectors.ts';
import {
  countGrams,
  type GramCounts,
  type ReadAsk,
  readOffer,
  type ReadOffer,
  textRelevance,
} from './text-relevance.ts';

/**
 * What is measured of one question and one offer. The order is a weighted sum of these and of
 * nothing else (see `RankingModel`), and the reasons are read from the same texts. Each is a fixed
 * function of the pair: a new listing moves no other. 0 says nothing; more is never worse.
 *
 * - `text` grams of the question that the offer says, BM25 with the background's rarity, in units of
 *   the question (0.2 to 1 for a good answer)
 * - `nearTerms` share of the question's telling terms that something in the offer comes near to, 0..1
 * - `nearWhole` cosine of the two texts as weighted means of their terms, -1..1
 * - `nearBrief` how much nearer than any two texts, as far as the question is a short one: what says
 *   little is met by few words
 * - `kindred` what the offer says in another word of the trade (漏气 ~ 气密性), as if it were said in
 *   about three grams, in units of the question
 * - `trade` closeness of the two industry codes, 0..1, times `text`
 * - `dense` how near a language model finds the two texts, when a server gives vectors: 0 as far as
 *   texts of other trades, 1 as near as an answer
 * - `rerank` how well the offer answers, as a reranking server grades the best ones, 0..1
 */
export const FEATURES = [
  'text',
  'nearTerms',
  'nearWhole',
  'nearBrief',
  'kindred',
  'trade',
  'dense',
  'rerank',
] as const;
export type FeatureName = (typeof FEATURES)[number];
/** What could not be measured is absent, and neither helps nor harms. */
export type Features = Partial<Record<FeatureName, number>>;

/** What servers of language models measured of a pair, if any. */
export type Measured = Pick<Features, 'dense' | 'rerank'>;

/** Names an offer among those of one answer. */
export const offerKey = ({ kind, id }: { kind: OfferKind; id: string }): string => `${kind} ${id}`;

/** From here on nearness alone is worth showing, and makes an offer without a shared word a candidate. */
export const NEAR_BY_MODEL = 0.6;

/** A question with everything ranking needs of it. */
export type AskReading = ReadAsk & { meaning: Meaning | undefined };

/** What ranking needs of an offer: numbers, no texts. The whole points as the mean of its terms does. */
export type OfferReading = GramCounts & {
  kind: OfferKind;
  industryCode: string | null;
  meaning: { terms: Int32Array; whole: Int8Array; perLength: number } | undefined;
};

/** Reads an offer for ranking. Pure, and the only costly part: a reading may be kept with its listing. */
export function offerReading(offer: Offer, vectors: TermVectors | undefined): OfferReading {
  return readingOf(readOffer(offer), vectors);
}

export function readingOf(read: ReadOffer, vectors: TermVectors | undefined): OfferReading {
  return {
    kind: read.offer.kind,
    industryCode: read.offer.industryCode ?? null,
    ...countGrams(read.fields),
    meaning: vectors && offerMeaning(readMeaning(read.fields, vectors)),
  };
}

// In bytes from the beginning, so that a reading that was kept measures the same to the last digit.
function offerMeaning({ terms, whole }: Meaning): OfferReading['meaning'] {
  const bytes = signedBytes(whole);
  return { terms, whole: bytes, perLength: perLengthOf(bytes) };
}

/** Gram relevance spreads about with the square root of the question's weight: so does its unit. */
const SCALE = 5;

/** One unit of relevance for this question, in gram weights. */
export function unitOf(ask: ReadAsk): number {
  return SCALE * Math.sqrt(ask.total);
}

/** What a telling word of two characters comes to in grams when it is met literally, about. */
const WORD_IN_GRAMS = 10;

/** Weight of a question (its `total`) up to which it is a short one, and from which it is not at all. */
const SHORT = 144;
const LONG = 400;

/** How near two texts with nothing to do with each other are as a whole, as a rule. */
const USUAL_WHOLE = 0.15;

/** 1 for a sentence or two, 0 for a whole description; between them by the unit of the question. */
function brevityOf(ask: ReadAsk): number {
  const [short, long] = [Math.sqrt(SHORT), Math.sqrt(LONG)];
  return Math.max(0, Math.min(1, (long - Math.sqrt(ask.total)) / (long - short)));
}

/** What is measured of a pair before it is put in units of the question. */
export type PairMeasures = {
  /** BM25 of the question's grams in the offer. */
  grams: number;
  meaning?: MeaningFeatures | undefined;
  /** Closeness of the two industry codes, 0..1. */
  industry: number;
};

/** Undefined when the offer says nothing of what the question says, in no words, nor is near to it. */
export function featuresOf(
  ask: AskReading,
  { grams, meaning, industry }: PairMeasures,
  measured: Measured = {},
): Features | undefined {
  const speaks = grams > 0 || (meaning !== undefined && meaning.kindred > 0);
  if (!speaks && (measured.dense ?? 0) < NEAR_BY_MODEL) return undefined;
  const unit = unitOf(ask);
  const text = grams / unit;
  return {
    text,
    ...(meaning && {
      nearTerms: meaning.nearTerms,
      nearWhole: meaning.nearWhole,
      nearBrief: (meaning.nearWhole - USUAL_WHOLE) * brevityOf(ask),
      kindred: (meaning.kindred * WORD_IN_GRAMS) / unit,
    }),
    trade: text * industry,
    ...measured,
  };
}

/** The features of one question and one offer; undefined as {@link featuresOf}. */
export function pairFeatures(
  ask: AskReading,
  offer: OfferReading,
  scale: MeaningScale | undefined,
  measured: Measured = {},
): Features | undefined {
  const measures = {
    grams: textRelevance(ask, offer, offer.kind),
    meaning: scale && offer.meaning && measureMeaning(scale, offer.meaning),
    industry: industryCloseness(ask.ask.industryCode, offer.industryCode),
  };
  return featuresOf(ask, measures, measured);
}

function measureMeaning(
  scale: MeaningScale,
  { terms, whole, perLength }: NonNullable<OfferReading['meaning']>,
): MeaningFeatures {
  return {
    nearTerms: scale.nearTerms(terms, 0, terms.length),
    nearWhole: scale.nearWhole(whole, perLength),
    kindred: scale.kindred(terms, 0, terms.length),
  };
}
