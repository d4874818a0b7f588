import {browserEnvironment, type FeedEnvironment} from '../feed/environment.js';
import {LEAST_TEXT, wordsOf} from './ask-geocoder.js';
import {
  GeocoderError,
  type AddressSuggestion,
  type GeocodeQuery,
  type Geocoder,
} from './geocoder.js';
import {BIAS_DECIMALS, roundPosition, type Position} from './position.js';
import {limiterOf, type RequestLimiter} from './request-limiter.js';

type Suggestions = readonly AddressSuggestion[];

/** Milliseconds without a key before anything is sent. */
const DEBOUNCE = 300;
/** Suggestions asked for. */
const LIMIT = 6;
/** Answers kept for who corrects a letter and comes back. */
const MOST_ANSWERS = 50;
/** Seconds to wait after 429 when the service names none, or the browser may not read the header. */
const DEFAULT_HOLD = 5;

export interface PatienceOptions {
  readonly sleep?: FeedEnvironment['sleep'];
  /** Default: the page's own for the geocoder's name. */
  readonly limiter?: RequestLimiter;
  /** Called when a search has to sit out a pause of the service, and with `false` when it is sent. */
  readonly onHold?: (isHeld: boolean) => void;
}

/** Whether a text is long enough to be sent at all. */
export function isSearchable(text: string): boolean {
  return wordsOf(text).length >= LEAST_TEXT;
}

/**
 * The manners of a search while somebody types: waits for a pause in the typing, drops the search
 * before, asks nothing twice, and leaves a busy service alone for as long as it wants.
 */
export class PatientSearch {
  private readonly answers = new Map<string, Suggestions>();
  private running: AbortController | undefined;
  private readonly sleep: FeedEnvironment['sleep'];
  private readonly limiter: RequestLimiter;

  constructor(
    readonly geocoder: Geocoder,
    private readonly options: PatienceOptions = {},
  ) {
    this.sleep = options.sleep ?? browserEnvironment.sleep;
    this.limiter = options.limiter ?? limiterOf(geocoder.name, this.sleep);
  }

  /**
   * What the geocoder suggests, none for a text that is too short; `undefined` when another search or
   * `cancel` came in between. Only a rounded `near` reaches the geocoder.
   *
   * @throws GeocoderError
   */
  async find(typed: string, near?: Position): Promise<Suggestions | undefined> {
    this.cancel();
    if (!isSearchable(typed)) return [];
    const text = wordsOf(typed);
    const bias = near && roundPosition(near, BIAS_DECIMALS);
    const key = JSON.stringify([text.toLowerCase(), bias]);
    const known = this.answers.get(key);
    if (known) return this.keep(key, known);
    const {signal} = (this.running = new AbortController());
    try {
      await this.sleep(DEBOUNCE, signal);
      const answer = await this.ask({text, limit: LIMIT, signal, ...(bias && {near: bias})});
      if (answer) this.keep(key, answer);
      return signal.aborted ? undefined : answer;
    } catch (error) {
      if (signal.aborted) return undefined;
      throw error instanceof GeocoderError
        ? error
        : new GeocoderError('unreachable', String(error));
    }
  }

  /** Drops the search under way; its answer will never be told. */
  cancel(): void {
    this.running?.abort();
  }

  /** Asks, and once more after a pause that the service asked for. */
  private async ask(query: GeocodeQuery): Promise<Suggestions | undefined> {
    const {limiter, geocoder} = this;
    for (let isSecond = false; ; isSecond = true) {
      if (!(await limiter.turn(query.signal, this.options.onHold))) return undefined;
      try {
        return await geocoder.search(query);
      } catch (error) {
        if (!(error instanceof GeocoderError) || error.code !== 'busy') throw error;
        limiter.hold(error.retryAfter ?? DEFAULT_HOLD);
        if (isSecond) throw error;
      }
    }
  }

  /** Puts an answer at the fresh end of what is kept, and forgets the stalest one too many. */
  private keep(key: string, answer: Suggestions): Suggestions {
    this.answers.delete(key);
    this.answers.set(key, answer);
    const [stalest] = this.answers.keys();
    if (this.answers.size > MOST_ANSWERS) this.answers.delete(stalest!);
    return answer;
  }
}
