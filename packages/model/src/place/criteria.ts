import type {OpeningStatus} from '../hours/index.js';
import type {TextMatcher} from '../text/match.js';
import type {CategoryId} from './categories.js';
import type {Feature} from './facets.js';
import type {Place} from './place.js';

/** Works out hours at a moment: `openingStatus` with the options of the place. */
export type HoursReader = (hours: string, at: Date) => OpeningStatus;

/** Makes places searchable: `searchTextOf` and `createTextMatcher`, wherever they come from. */
export interface PlaceSearch {
  /** Called once for each place, as long as it is the same function. */
  readonly searchTextOf: (place: Place) => string;
  readonly createTextMatcher: (query: string) => TextMatcher;
}

/** A moment, and who knows the hours at it. */
export interface HoursMoment {
  readonly at: Date;
  readonly readHours: HoursReader;
}

/**
 * `distance` and `name` whatever else is asked; `open` puts the open first, then the unknown, then the
 * closed, each nearest first. Without a centre, nearest first is by name.
 */
export type PlaceSort = 'distance' | 'name' | 'open';

/** What every index answers. */
export interface BasicCriteria {
  /** Any of these categories, or any below them. */
  readonly categories?: readonly CategoryId[];
  /** By default the best text match first, then open before unknown when `open` asks, then nearest. */
  readonly sort?: PlaceSort;
}

/** What a person asks for; everything left out does not restrict. */
export interface PlaceCriteria extends BasicCriteria {
  /** Words in the name, the products, the town…; accents and small slips are forgiven. */
  readonly text?: {readonly query: string; readonly search: PlaceSearch};
  /** All of the services, any of the labels, any of the means of payment. */
  readonly features?: readonly Feature[];
  /** Metres from the centre, the edge included. Without a centre it does not restrict. */
  readonly radius?: number;
  /** Only places open at this moment, and those whose hours nobody knows. */
  readonly open?: HoursMoment;
  /** The moment of `sort: 'open'`, unless `open` gives one; without any that order is by distance. */
  readonly hours?: HoursMoment;
}

/** The answer: indices into the places, in the order to show them. */
export interface PlaceSelection {
  readonly indices: readonly number[];
  /** How many places of each category, and of each group, pass all the other criteria. */
  readonly counts: ReadonlyMap<CategoryId, number>;
  /** With `open`: how many of the selected have unknown hours. */
  readonly unknownHours: number;
}

/** What was made ready elsewhere, in a worker for instance. */
export interface PreparedOrder {
  /** `nameOrderOf` the same places. */
  readonly nameOrder?: Uint32Array | undefined;
  /** `positionsOf` the same places, for a map. */
  readonly positions?: Float64Array | undefined;
}
