import type {CategoryId, Feature, GeoCoordinates, PlaceSort} from '@local-widgets/model';

/** A view of the map; zoom as in `MapView`. */
export interface LinkView {
  readonly center: GeoCoordinates;
  readonly zoom: number;
}

/** Everything that a link restores; what is absent is as the page has it. */
export interface LinkState {
  readonly text?: string | undefined;
  readonly categories?: readonly CategoryId[] | undefined;
  readonly radiusKm?: number | undefined;
  readonly open?: Date | 'now' | undefined;
  readonly features?: readonly Feature[] | undefined;
  /** `best`: the order that fits the search, where the page has chosen another one. */
  readonly sort?: PlaceSort | 'best' | undefined;
  /** Where distances are measured from; in a link rounded to 0.001°, which is 111 m at most. */
  readonly near?: {readonly geo: GeoCoordinates; readonly label?: string | undefined} | undefined;
  /** Id of the chosen place. */
  readonly place?: string | undefined;
  readonly view?: LinkView | undefined;
  readonly pane?: 'map' | undefined;
}

/** Parameters of a link, without their prefix. */
export type ParamName =
  | 'text'
  | 'categories'
  | 'radius'
  | 'open'
  | 'with'
  | 'sort'
  | 'near'
  | 'near-label'
  | 'place'
  | 'view'
  | 'pane';
