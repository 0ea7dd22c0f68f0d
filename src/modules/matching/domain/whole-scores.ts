import { createByteRows } from './byte-rows.ts';
import { perLengthOf, signedBytes } from './signed-bytes.ts';

/** Nearness is told in so many steps to find the nearest. */
const STEPS = 1000;

/** The wholes of all offers of one kind, numbered by their places, to find those near to a question. */
export type WholeScores = {
  put: (place: number, whole: Int8Array) => void;
  forget: (place: number) => void;
  /** Compares a whole with those of the first `count` places. */
  begin: (whole: Float32Array, count: number) => void;
  /** The places nearest to it: about `most`, all as near as the last of them. */
  nearest: (most: number) => number[];
  /** Cosine of the two. */
  near: (place: number) => number;
};

export function createWholeScores(dimensions: number): WholeScores {
  const wholes = createByteRows(dimensions);
  let perLength = new Float64Array(1024);
  let dots: Int32Array = new Int32Array();
  let ownPerLength = 0;

  return {
    put(place, whole) {
      if (place >= perLength.length) {
        const held = perLength;
        perLength = new Float64Array(held.length * 2);
        perLength.set(held);
      }
      wholes.set(place, whole);
      perLength[place] = perLengthOf(whole);
    },
    forget: (place) => void (perLength[place] = 0),
    begin(whole, count) {
      const own = signedBytes(whole);
      dots = wholes.dots(own, count);
      ownPerLength = perLengthOf(own);
    },
    near: (place) => dots[place]! * perLength[place]! * ownPerLength,
    nearest(most) {
      const count = dots.length;
      const unit = STEPS * ownPerLength;
      const steps = new Uint16Array(count);
      const counts = new Uint32Array(STEPS + 2);
      for (let place = 0; place < count; place++) {
        const near = dots[place]! * perLength[place]! * unit;
        const step = near > 0 ? Math.ceil(near) : 0;
        steps[place] = step;
        counts[step]!++;
      }
      // Down to those that point elsewhere, as long as there is room for all of them.
      let least = STEPS + 1;
      for (let sum = counts[least]!; least > 0 && sum + counts[least - 1]! <= most;) {
        least--;
        sum += counts[least]!;
      }
      const found: number[] = [];
      for (let place = 0; place < count; place++) if (steps[place]! >= least) found.push(place);
      return found;
    },
  };
}
