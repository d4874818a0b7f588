import type {FeedEnvironment} from '../../src/feed/environment.js';
import type {AddressSuggestion, GeocodeQuery, Geocoder} from '../../src/address/geocoder.js';

/** A network whose answers a test writes, with the addresses that were asked for. */
export interface Network extends FeedEnvironment {
  readonly requests: string[];
}

export function network(answer: (url: string) => Response): Network {
  const requests: string[] = [];
  return {
    requests,
    fetch: (input, init) => {
      // the question whether anybody is there, after a failure
      if (init?.mode === 'no-cors') return Promise.reject(new TypeError('nobody'));
      const {url} = new Request(input);
      requests.push(url);
      return new Promise(resolve => resolve(answer(url)));
    },
    random: () => 0,
    sleep: () => Promise.resolve(),
  };
}

/** What loading a feed reads of a page, for Node. */
export function pretendPage(): void {
  Object.assign(globalThis, {document: {baseURI: 'https://mairie.example/'}});
  Object.defineProperty(navigator, 'onLine', {value: true, configurable: true});
}

/** Lets everything that is already decided happen. */
export const turn = (): Promise<void> => new Promise(resolve => setTimeout(resolve));

/** Waits that end when a test says so. */
export class Timers {
  private now = 0;
  private pending: {readonly at: number; readonly end: () => void}[] = [];

  readonly sleep = (ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      this.pending.push({at: this.now + ms, end: resolve});
      signal.addEventListener('abort', () => reject(signal.reason as Error));
    });

  /** Lets so many milliseconds pass. */
  async pass(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      await turn();
      const next = Math.min(...this.pending.map(({at}) => at));
      if (next > until) break;
      this.now = next;
      const due = this.pending.filter(({at}) => at === next);
      this.pending = this.pending.filter(({at}) => at > next);
      for (const {end} of due) end();
    }
    this.now = until;
  }
}

/** A geocoder whose answers the test gives, when it wants. */
export class SlowGeocoder implements Geocoder {
  readonly name: string;
  readonly queries: GeocodeQuery[] = [];
  private readonly ends: {
    resolve: (found: readonly AddressSuggestion[]) => void;
    reject: (error: unknown) => void;
  }[] = [];

  constructor(name = 'Essai') {
    this.name = name;
  }

  get texts(): string[] {
    return this.queries.map(({text}) => text);
  }

  search(query: GeocodeQuery): Promise<readonly AddressSuggestion[]> {
    this.queries.push(query);
    return new Promise((resolve, reject) => this.ends.push({resolve, reject}));
  }

  async answer(call: number, ...labels: string[]): Promise<void> {
    this.ends[call]!.resolve(labels.map(label => town(label)));
    await turn();
  }

  async fail(call: number, error: unknown): Promise<void> {
    this.ends[call]!.reject(error);
    await turn();
  }
}

export function town(label: string, longitude = -1.5, latitude = 47.2): AddressSuggestion {
  return {label, geo: {longitude, latitude}, kind: 'town'};
}
