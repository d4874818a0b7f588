import type {BasicPlaceIndex} from '@local-widgets/model';

/** What the map reads of the places; the same object as long as they are the same. */
export interface PlacesOnMap extends Pick<BasicPlaceIndex, 'places' | 'distances' | 'prepared'> {
  /** Only where the places are is known: there is nothing to press yet. */
  readonly isEarly?: boolean;
}

/** What the map can show before the list is there: all places, as no filter is known to leave any out. */
export interface EarlyPlaces {
  readonly index: PlacesOnMap;
  readonly indices: readonly number[];
}
