import type {BasicPlaceIndex, GeoBounds} from '@local-widgets/model';

/** How many of the nearest places the first view shows. */
export const FIRST_PLACES = 30;

/** What the map reads of the places; the same object as long as they are the same. */
export interface PlacesOnMap extends Pick<BasicPlaceIndex, 'places' | 'distances' | 'prepared'> {
  /**
   * What the first view is to show, while only where the places are is known: `places` is empty then, and
   * there is nothing to press yet.
   */
  readonly extent?: GeoBounds | undefined;
}

/** What the map can show before the list is there: all places, as no filter is known to leave any out. */
export interface EarlyPlaces {
  readonly index: PlacesOnMap;
  readonly indices: readonly number[];
}
