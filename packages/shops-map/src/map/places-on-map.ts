import type {BasicPlaceIndex} from '@local-widgets/model';

/** What the map reads of the places; the same object as long as they are the same. */
export type PlacesOnMap = Pick<BasicPlaceIndex, 'places' | 'distances' | 'prepared'>;
