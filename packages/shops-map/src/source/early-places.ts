import type {Place} from '@local-widgets/model';
import type {EarlyPlaces} from '../map/places-on-map.js';

/**
 * What the map shows while the places are still read: where they are, and no more.
 *
 * @param positions Longitude and latitude, in turns, in the order of the list.
 */
export function earlyPlaces(positions: Float64Array): EarlyPlaces {
  const unknown: Omit<Place, 'geo'> = {id: '', name: '', categories: ['other']};
  const places = Array.from({length: positions.length / 2}, (_, i) => ({
    ...unknown,
    geo: {longitude: positions[2 * i]!, latitude: positions[2 * i + 1]!},
  }));
  const index = {places, distances: new Float64Array(), prepared: {}, isEarly: true};
  return {index, indices: [...places.keys()]};
}
