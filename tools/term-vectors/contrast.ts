import { shuffled } from '../../src/kernel/random.ts';
import { type CharacterParts, characterParts } from './character-parts.ts';
import { batchGradient } from './contrast-gradient.ts';
import { addScaled, type Matrix, zeros } from './matrices.ts';
import type { PairSource, TrainingPair } from './training-pairs.ts';
import type { Vocabulary } from './vocabulary.ts';

export type ContrastOptions = {
  epochs: number;
  /** Pairs among which each must find its other half. */
  batch: number;
  /** Told every now and then: the step, of how many, and the mean loss since the last time. */
  report?: (step: number, steps: number, loss: number) => void;
};

/** Size of a step at the beginning; it falls to nothing in a straight line. */
const RATE = 0.05;
const LEAST_RATE = 1e-4;
const REPORT_EVERY = 200;
/** Weight of a term in its text: a / (a + share), as ranking weighs it (`meanWeight`). */
const SMOOTHING = 1e-3;

/**
 * Learns vectors so that the weighted sum of a span's terms lies nearer to that of its own rest than
 * to the other rests of a batch, and the other way round. A term is its own vector and the mean of
 * those of its characters. `vectors` (a row of length 1 a term) is where learning begins; it is
 * written over and given back. A row's length is learned, too.
 */
export function learnByContrast(
  vectors: Matrix,
  { terms, counts }: Vocabulary,
  pairs: PairSource,
  options: ContrastOptions,
  random: () => number,
): Matrix {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const weights = Float32Array.from(counts, (count) => SMOOTHING / (SMOOTHING + count / all));
  const parts = characterParts(terms);
  const characters = zeros(parts.count, vectors.columns);
  const learner = new Learner(vectors, characters, parts);
  const batch = Math.min(options.batch, pairs.count);
  const perEpoch = batch === 0 ? 0 : Math.floor(pairs.count / batch);
  const steps = perEpoch * options.epochs;
  let losses: number[] = [];
  for (let step = 0; step < steps;) {
    const order = shuffled(
      Array.from({ length: pairs.count }, (_, item) => item),
      random,
    );
    for (let at = 0; at < perEpoch; at++) {
      const items = order.slice(at * batch, (at + 1) * batch);
      const drawn = items.map((item) => pairs.draw(item, random));
      losses.push(learner.learn(drawn, weights, RATE * (1 - step / steps) + LEAST_RATE));
      step++;
      if (step % REPORT_EVERY !== 0 && step !== steps) continue;
      options.report?.(step, steps, losses.reduce((sum, loss) => sum + loss, 0) / losses.length);
      losses = [];
    }
  }
  learner.addCharacters(
    vectors.values,
    Array.from(terms, (_, id) => id),
  );
  return vectors;
}

/** Own vectors of terms and characters with what Adagrad keeps of each row (Duchi and others 2011). */
class Learner {
  #own: Matrix;
  #characters: Matrix;
  #parts: CharacterParts;
  #ownSquares: Float32Array;
  #characterSquares: Float32Array;
  /** Where a term of this batch stands; valid where `#batchOf` has the number of the batch. */
  #place: Int32Array;
  #batchOf: Int32Array;
  #batch = 0;

  constructor(own: Matrix, characters: Matrix, parts: CharacterParts) {
    this.#own = own;
    this.#characters = characters;
    this.#parts = parts;
    this.#ownSquares = new Float32Array(own.rows).fill(1e-6);
    this.#characterSquares = new Float32Array(characters.rows).fill(1e-6);
    this.#place = new Int32Array(own.rows);
    this.#batchOf = new Int32Array(own.rows);
  }

  /** One step; gives the loss before it. */
  learn(pairs: readonly TrainingPair[], weights: Float32Array, rate: number): number {
    const width = this.#own.columns;
    const { used, texts } = this.#placed(pairs);
    const rows = zeros(used.length, width);
    for (const [place, id] of used.entries()) {
      addScaled(rows.values, place * width, this.#own.values, id * width, 1, width);
    }
    this.addCharacters(rows.values, used);
    const { loss, gradient } = batchGradient(
      rows,
      Float32Array.from(used, (id) => weights[id]!),
      texts,
    );
    this.#step(used, gradient, rate);
    return loss;
  }

  /** The terms of a batch, each once, and the texts (spans, then rests) as places among them. */
  #placed(pairs: readonly TrainingPair[]): { used: number[]; texts: number[][] } {
    this.#batch++;
    const used: number[] = [];
    const texts = [...pairs.map((pair) => pair.span), ...pairs.map((pair) => pair.rest)].map(
      (text) =>
        text.map((id) => {
          if (this.#batchOf[id] !== this.#batch) {
            this.#batchOf[id] = this.#batch;
            this.#place[id] = used.length;
            used.push(id);
          }
          return this.#place[id]!;
        }),
    );
    return { used, texts };
  }

  /** Adds the mean of its characters to the vector of each of these terms. */
  addCharacters(values: Float32Array, ids: readonly number[]): void {
    const { starts, ids: characters } = this.#parts;
    const width = this.#own.columns;
    for (const [place, id] of ids.entries()) {
      const share = 1 / (starts[id + 1]! - starts[id]!);
      for (let at = starts[id]!; at < starts[id + 1]!; at++) {
        const from = characters[at]! * width;
        addScaled(values, place * width, this.#characters.values, from, share, width);
      }
    }
  }

  #step(used: readonly number[], gradient: Matrix, rate: number): void {
    const { starts, ids: characters } = this.#parts;
    const width = this.#own.columns;
    const ofCharacters = new Map<number, Float32Array>();
    for (const [place, id] of used.entries()) {
      const share = 1 / (starts[id + 1]! - starts[id]!);
      for (let at = starts[id]!; at < starts[id + 1]!; at++) {
        const character = characters[at]!;
        const sum = ofCharacters.get(character) ?? new Float32Array(width);
        addScaled(sum, 0, gradient.values, place * width, share, width);
        ofCharacters.set(character, sum);
      }
      const row = gradient.values.subarray(place * width, (place + 1) * width);
      descend(this.#own, id, row, this.#ownSquares, rate);
    }
    for (const [character, sum] of ofCharacters) {
      descend(this.#characters, character, sum, this.#characterSquares, rate);
    }
  }
}

function descend(
  matrix: Matrix,
  row: number,
  gradient: Float32Array,
  squares: Float32Array,
  rate: number,
): void {
  let square = 0;
  for (const value of gradient) square += value * value;
  squares[row]! += square / gradient.length;
  const factor = -rate / Math.sqrt(squares[row]!);
  addScaled(matrix.values, row * matrix.columns, gradient, 0, factor, matrix.columns);
}
