import type {FeedWords} from './feed-words-type.js';
import {decodeText} from './decode.js';
import {quote} from './position.js';
import type {PlaceReader} from './readers/reader.js';
import type {SourceRow} from './source-row.js';
import {messageOf, UnreadableFeedError} from './unreadable-feed-error.js';

/** What a feed may be given as: a text, the bytes of a file, or a value that JSON.parse gave. */
export type FeedInput = string | Uint8Array | ArrayBuffer | object;

/** A feed whose kind is known: a value, or a text that is none. */
export type OpenFeed =
  {readonly kind: 'json'; readonly json: unknown} | {readonly kind: 'text'; readonly text: string};

/**
 * Decodes a feed, and parses it when it is JSON.
 *
 * @param reader The one that will read it, when that is known better than by looking.
 * @throws {UnreadableFeedError} for what is no feed.
 */
export function openFeed(
  input: FeedInput,
  reader?: {readonly input: 'text' | 'json'; readonly readsPages?: boolean},
): OpenFeed {
  const text = textOf(input);
  if (text === undefined) return {kind: 'json', json: input};
  if (isMarkup(text)) {
    if (reader?.readsPages) return {kind: 'json', json: text};
    throw markupError(text);
  }
  const kind = reader?.input ?? (/^\s*[[{]/.test(text) ? 'json' : 'text');
  return kind === 'json' ? {kind, json: parseJson(text)} : {kind, text};
}

/** The reader of that format. @throws {UnreadableFeedError} when there is none. */
export function readerOf<Format extends string>(
  format: Format,
  readers: readonly PlaceReader<Format>[],
): PlaceReader<Format> {
  const reader = readers.find(one => one.format === format);
  if (reader) return reader;
  throw new UnreadableFeedError('unknown-format', `no format is called ${quote(format)}`);
}

/** The rows that one of the readers finds. @throws {UnreadableFeedError} when none knows the feed. */
export function findRows<Format extends string>(
  feed: OpenFeed,
  readers: readonly PlaceReader<Format>[],
  words: FeedWords,
): {format: Format; rows: Iterable<SourceRow>} {
  for (const reader of readers) {
    if (reader.input !== feed.kind) continue;
    const rows = reader.read(feed.kind === 'json' ? feed.json : feed.text, words);
    if (rows) return {format: reader.format, rows};
  }
  const said = feed.kind === 'json' ? Object.keys(feed.json ?? {}) : feed.text;
  throw new UnreadableFeedError(
    'unknown-format',
    `not in the format ${readers.map(({format}) => format).join(', ')}: ${quote(said)}`,
  );
}

/** The text of the input, checked for what can be no feed; undefined when it is a parsed value. */
function textOf(input: unknown): string | undefined {
  if (input instanceof ArrayBuffer) input = decodeText(new Uint8Array(input));
  else if (ArrayBuffer.isView(input)) {
    input = decodeText(new Uint8Array(input.buffer, input.byteOffset, input.byteLength));
  }
  if (typeof input !== 'string') return undefined;
  const text = input.startsWith('\ufeff') ? input.slice(1) : input;
  const start = text.trimStart().slice(0, 1000);
  if (!start) throw new UnreadableFeedError('empty', 'nothing in it');
  if (start.includes('\0')) {
    throw new UnreadableFeedError('binary', 'not a text: save a workbook as CSV');
  }
  return text;
}

function isMarkup(text: string): boolean {
  return /^\s*</.test(text);
}

function markupError(text: string): UnreadableFeedError {
  const start = text.trimStart().slice(0, 1000);
  return /^<(?:!--|(?:!doctype html|html|head|body|script|meta|div|p)\b)/i.test(start)
    ? new UnreadableFeedError('html', 'a web page, not data')
    : new UnreadableFeedError('unknown-format', `XML is not read: ${quote(start)}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableFeedError('not-json', messageOf(error));
  }
}
