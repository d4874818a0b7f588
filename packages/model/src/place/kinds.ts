import type {Place} from './place.js';

/**
 * Places alike in one respect, numbered: what holds for one of a kind holds for all, so that a filter
 * over 100,000 places is worked out for some hundred kinds.
 */
export class Kinds {
  /** The kind of each place, by index. */
  readonly of: Uint32Array;
  /** One place of each kind, by index. */
  readonly samples: readonly number[];

  /** @param keyOf The same for places of one kind. */
  constructor(places: readonly Place[], keyOf: (place: Place) => string) {
    const kinds = new Map<string, number>();
    const samples: number[] = [];
    this.samples = samples;
    this.of = new Uint32Array(places.length);
    for (let i = 0; i < places.length; i++) {
      const key = keyOf(places[i] as Place);
      let kind = kinds.get(key);
      if (kind === undefined) {
        kinds.set(key, (kind = samples.length));
        samples.push(i);
      }
      this.of[i] = kind;
    }
  }

  /** How many of the places are of each kind. */
  sizes(indices: Uint32Array): Uint32Array {
    const sizes = new Uint32Array(this.samples.length);
    for (const index of indices) {
      const kind = this.of[index] as number;
      sizes[kind] = (sizes[kind] as number) + 1;
    }
    return sizes;
  }
}
