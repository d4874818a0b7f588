import type {Browser} from 'puppeteer-core';

/** One contender's page with one set of data at one speed. */
export interface PageVisit<Name, Data> {
  readonly browser: Browser;
  readonly origin: string;
  readonly name: Name;
  readonly data: Data;
  /** So many times slower than this machine. */
  readonly throttle: number;
  /** Bytes of these files of the server, compressed. */
  readonly transferOf: (paths: readonly string[]) => Promise<number>;
}
