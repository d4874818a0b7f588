import type {FeedEnvironment} from '../feed/environment.js';
import type {AddressSuggestion, Geocoder, GeocoderError} from './geocoder.js';
import type {Position} from './position.js';

/** The choice that asks the device. */
export const AROUND_ME = 'around-me';

export type AddressOption = typeof AROUND_ME | AddressSuggestion;

/** `busy`: the service asked for a pause, after which the search goes on by itself. */
export type AddressPhase = 'idle' | 'searching' | 'ready' | 'busy' | 'locating' | 'failed';

/** What the visitor settled on. Round the position before it goes into a link or a request. */
export interface AddressChoice {
  readonly geo: Position;
  /** Absent for "around me". */
  readonly suggestion?: AddressSuggestion;
}

/** What an element decides about its search; asked anew for each use, so it may change. */
export interface AddressSearchOptions {
  readonly geocoder?: Geocoder | undefined;
  /** Towns and postcodes of the page's own data for a text that is not empty; shown at once. */
  readonly local?: ((text: string) => readonly AddressSuggestion[]) | undefined;
  /** Where suggestions are wanted. */
  readonly near?: (() => Position | undefined) | undefined;
  /** Whether to offer "around me" where the device can. */
  readonly canLocate: boolean;
  /** Default: the browser's. */
  readonly geolocation?: Pick<Geolocation, 'getCurrentPosition'> | undefined;
  readonly sleep?: FeedEnvironment['sleep'];
  /** A place was chosen, or taken back. */
  readonly onChoose: (choice: AddressChoice | undefined) => void;
  /** For the webmaster; the visitor is told on the page. */
  readonly onFailure?: (error: GeocoderError) => void;
}
