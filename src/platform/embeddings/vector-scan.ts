import { setImmediate as breathe } from 'node:timers/promises';

export type VectorScan = {
  /** Adds or replaces. False when there is no room left: it is then not found by nearness. */
  put: (kind: string, id: string, vector: Float32Array) => boolean;
  remove: (kind: string, id: string) => void;
  /** The nearest of a kind, nearest first, with a cosine of at least `least` (good to about 0.01). */
  search: (
    kind: string,
    vector: Float32Array,
    options: { limit: number; least: number },
  ) => Promise<{ id: string; cosine: number }[]>;
  readonly size: number;
};

/** All vectors together, one byte a number: 32,000 vectors of 1,024 numbers. */
const MOST_BYTES = 32 * 1024 * 1024;
/** Numbers compared before others get their turn: about 4 ms. */
const SLICE = 4_000_000;

type Shelf = { ids: string[]; places: Map<string, number>; rows: Int8Array; steps: Float32Array };

/**
 * Vectors of length 1 in the memory of this process, compared one by one, so that what is found is
 * exact. A search gives others their turn in between; what changes meanwhile may be missed once.
 */
export function createVectorScan(mostBytes = MOST_BYTES): VectorScan {
  const shelves = new Map<string, Shelf>();
  let dimensions = 0;
  let size = 0;

  function shelfOf(kind: string): Shelf {
    const known = shelves.get(kind);
    if (known) return known;
    const rows = new Int8Array(dimensions * 64);
    const shelf = { ids: [], places: new Map(), rows, steps: new Float32Array(64) };
    shelves.set(kind, shelf);
    return shelf;
  }

  function write(shelf: Shelf, place: number, vector: Float32Array): void {
    let largest = 0;
    for (const value of vector) largest = Math.max(largest, Math.abs(value));
    const step = largest / 127;
    shelf.steps[place] = step;
    for (let at = 0; at < dimensions; at++) {
      shelf.rows[place * dimensions + at] = Math.round(vector[at]! / step);
    }
  }

  function grow(shelf: Shelf): void {
    if (shelf.ids.length < shelf.steps.length) return;
    const rows = new Int8Array(shelf.rows.length * 2);
    rows.set(shelf.rows);
    const steps = new Float32Array(shelf.steps.length * 2);
    steps.set(shelf.steps);
    shelf.rows = rows;
    shelf.steps = steps;
  }

  function remove(kind: string, id: string): void {
    const shelf = shelves.get(kind);
    const place = shelf?.places.get(id);
    if (!shelf || place === undefined) return;
    // The last one moves into the gap.
    const last = shelf.ids.length - 1;
    const moved = shelf.ids[last]!;
    shelf.rows.copyWithin(place * dimensions, last * dimensions, (last + 1) * dimensions);
    shelf.steps[place] = shelf.steps[last]!;
    shelf.ids[place] = moved;
    shelf.places.set(moved, place);
    shelf.ids.pop();
    shelf.places.delete(id);
    size -= 1;
  }

  return {
    remove,
    get size() {
      return size;
    },
    put(kind, id, vector) {
      if (vector.length !== dimensions) {
        // Another model gives other numbers: nothing of before can be compared with them.
        shelves.clear();
        dimensions = vector.length;
        size = 0;
      }
      const shelf = shelfOf(kind);
      const known = shelf.places.get(id);
      if (known !== undefined) {
        write(shelf, known, vector);
        return true;
      }
      if ((size + 1) * dimensions > mostBytes) return false;
      grow(shelf);
      const place = shelf.ids.push(id) - 1;
      shelf.places.set(id, place);
      write(shelf, place, vector);
      size += 1;
      return true;
    },
    async search(kind, vector, { limit, least }) {
      const shelf = shelves.get(kind);
      if (!shelf || vector.length !== dimensions) return [];
      const found: { id: string; cosine: number }[] = [];
      const slice = Math.max(1, Math.floor(SLICE / dimensions));
      for (let from = 0; from < shelf.ids.length; from += slice) {
        if (from > 0) await breathe();
        const to = Math.min(shelf.ids.length, from + slice);
        for (let place = from; place < to; place++) {
          let sum = 0;
          const start = place * dimensions;
          for (let at = 0; at < dimensions; at++) sum += vector[at]! * shelf.rows[start + at]!;
          const cosine = sum * shelf.steps[place]!;
          if (cosine >= least) found.push({ id: shelf.ids[place]!, cosine });
        }
      }
      return found.sort((a, b) => b.cosine - a.cosine).slice(0, limit);
    },
  };
}
