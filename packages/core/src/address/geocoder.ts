import type {Position} from './position.js';

/** One thing that the visitor's words may mean. All texts are plain text. */
export interface AddressSuggestion {
  readonly label: string;
  /** What tells it from another one of the same name: `74170, Haute-Savoie`. */
  readonly detail?: string;
  readonly geo: Position;
  readonly kind?: 'town' | 'street' | 'address' | 'place';
  /** How many results of the page are there, for what the page itself knows. */
  readonly count?: number;
}

export interface GeocodeQuery {
  readonly text: string;
  /** What is near is better. Rounded before it leaves the page. */
  readonly near?: Position;
  /** Most suggestions wanted. */
  readonly limit: number;
  readonly signal: AbortSignal;
}

/** A service that finds places by words; any can be plugged in. */
export interface Geocoder {
  /** Shown to the visitor: who receives the words. */
  readonly name: string;
  /**
   * The best suggestions first, at most `limit`.
   *
   * @throws GeocoderError for everything but an abort.
   */
  search(query: GeocodeQuery): Promise<readonly AddressSuggestion[]>;
}

export type GeocoderErrorCode =
  /** Too many requests: ours, or those of everybody behind the same address. */
  | 'busy'
  /** The browser says it has no network. */
  | 'offline'
  /** No answer, or one that says no: also when a policy of the page or of the server forbids it. */
  | 'unreachable'
  /** An answer of another shape than announced. */
  | 'unreadable';

/** Why a search failed. `message` is English, for the console. */
export class GeocoderError extends Error {
  override readonly name = 'GeocoderError';

  constructor(
    readonly code: GeocoderErrorCode,
    message: string,
    /** Seconds to wait that the service asked for. */
    readonly retryAfter?: number,
  ) {
    super(message);
  }
}
