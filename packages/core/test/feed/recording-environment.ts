import type {FeedEnvironment} from '../../src/index.js';

/** The browser's network, with waits that are over at once and half of every random wait. */
export interface RecordingEnvironment extends FeedEnvironment {
  /** Every request: `GET` for the feed itself, `probe` for the question whether anybody is there. */
  readonly requests: string[];
  /** Milliseconds of every wait between attempts. */
  readonly waits: number[];
}

export function recordingEnvironment(fetcher: typeof fetch = fetch): RecordingEnvironment {
  const requests: string[] = [];
  const waits: number[] = [];
  return {
    requests,
    waits,
    fetch: (input, init) => {
      requests.push(init?.mode === 'no-cors' ? 'probe' : 'GET');
      return fetcher(input, init);
    },
    random: () => 0.5,
    sleep: ms => {
      waits.push(ms);
      return Promise.resolve();
    },
  };
}
