import type {EventCollector} from '../collect-events.js';

/** One format of feeds. A new one is a file beside this and a line in `more-readers.ts`. */
export interface EventReader<Format extends string = string> {
  readonly format: Format;
  /** Whether it wants the text, or the value that JSON.parse makes of it. */
  readonly input: 'text' | 'json';
  /** Set when it also finds its JSON in a web page: when named, it is given the text of the page. */
  readonly readsPages?: true;
  /**
   * Hands on what it finds, and yields wherever it may pause; undefined when the input is not in this
   * format. A bad entry is told to the collector, not thrown.
   */
  read(input: unknown, collector: EventCollector): Generator<undefined> | undefined;
}
