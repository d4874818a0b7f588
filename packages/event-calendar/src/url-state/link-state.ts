import type {DayRange, EventFacet, GeoCoordinates} from '@local-widgets/model';
import type {View} from '../state/attributes.js';
import type {ChosenDate} from '../state/calendar-state.js';
import type {ChosenPlace, Shortcut} from '../state/filters.js';

/** Everything that a link restores; what is absent is as the page has it. */
export interface LinkState {
  readonly view?: View | undefined;
  /** The day that month, week or day are shown around. */
  readonly day?: number | undefined;
  readonly text?: string | undefined;
  /** Days by their name, or the first and the last. */
  readonly days?: Shortcut | DayRange | undefined;
  readonly shop?: ChosenPlace | undefined;
  readonly facets?: ReadonlyMap<EventFacet, ReadonlySet<string>> | undefined;
  readonly radiusKm?: number | undefined;
  /** Where distances are measured from; in a link rounded to 0.001°, which is 111 m at most. */
  readonly near?: {readonly geo: GeoCoordinates; readonly label?: string | undefined} | undefined;
  readonly chosen?: ChosenDate | undefined;
}

/** Parameters of a link, without their prefix. */
export type ParamName =
  | 'view'
  | 'date'
  | 'days'
  | 'text'
  | EventFacet
  | 'radius'
  | 'near'
  | 'near-label'
  | 'shop'
  | 'shop-name'
  | 'event';
