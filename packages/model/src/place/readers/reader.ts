import type {FeedWords} from '../feed-words-type.js';
import type {SourceRow} from '../source-row.js';

/** One format of feeds. A new one is a file beside this and a line in `more-readers.ts`. */
export interface PlaceReader<Format extends string = string> {
  readonly format: Format;
  /** Whether it wants the text, or the value that JSON.parse makes of it. */
  readonly input: 'text' | 'json';
  /** Set when it also finds its JSON in a web page: when named, it is given the text of the page. */
  readonly readsPages?: true;
  /**
   * The rows, read as they are asked for; undefined when the input is not in this format. A bad row
   * is a row with a problem, not an error. May throw UnreadableFeedError when it knows the format
   * but can do nothing with the whole.
   */
  read(input: unknown, words: FeedWords): Iterable<SourceRow> | undefined;
}
