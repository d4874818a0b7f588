import {normalizeText} from '../text/normalize.js';
import type {Place} from './place.js';

/** More than half the way round the earth, in metres. */
const FAR = 4e7;

/**
 * Indices from the nearest to the farthest; equally far ones stay in their order, NaN comes last.
 * Distance and index are packed into one number each, which sorts many times faster than a comparator
 * does; what falls under the resolution (millimetres for 100,000) is put right afterwards.
 */
export function distanceOrderOf(distances: Float64Array): Uint32Array {
  const count = distances.length;
  const room = 2 ** Math.ceil(Math.log2(count + 1));
  const steps = Math.floor(2 ** 53 / room / FAR);
  const packed = distances.map(
    (distance, i) => Math.floor((distance < FAR ? distance : FAR - 1) * steps) * room + i,
  );
  const order = new Uint32Array(count);
  packed.sort().forEach((value, i) => (order[i] = value - Math.floor(value / room) * room));
  for (let i = 1; i < count; i++) {
    const index = order[i] as number;
    const distance = distances[index] as number;
    let at = i;
    for (; at > 0 && (distances[order[at - 1] as number] as number) > distance; at--) {
      order[at] = order[at - 1] as number;
    }
    order[at] = index;
  }
  return order;
}

/**
 * Indices in the order of the names, case and accents aside; equal names stay in their order. Takes a
 * while for 100,000 places: a worker can make it, for `PlaceIndex` to take.
 */
export function nameOrderOf(places: readonly Pick<Place, 'name'>[]): Uint32Array<ArrayBuffer> {
  // folded once and compared as plain strings: a collator takes seconds for 100,000 names
  const names = places.map(({name}) => normalizeText(name));
  return Uint32Array.from(names.keys()).sort((a, b) => {
    const [one, other] = [names[a] as string, names[b] as string];
    return one < other ? -1 : one > other ? 1 : 0;
  });
}
