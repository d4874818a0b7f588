import type {EarlyPlaces} from '../map/places-on-map.js';
import type {EarlyPositions} from './early-positions.js';

/** What the map shows while the places are still read: where they are, and no more. */
export function earlyPlaces({positions, extent}: EarlyPositions): EarlyPlaces {
  const indices: number[] = [];
  for (let i = 0; i < positions.length / 2; i++) indices.push(i);
  const index = {places: [], distances: new Float64Array(), prepared: {positions}, extent};
  return {index, indices};
}
