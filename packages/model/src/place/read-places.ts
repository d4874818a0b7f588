import {cleanText} from '../text/clean-text.js';
import {decodeText} from './decode.js';
import {KindReader} from './kind.js';
import type {Place, RejectedRow} from './place.js';
import {quote} from './position.js';
import {readers, type PlaceFormat} from './readers/readers.js';
import {findSwapped} from './find-swapped.js';
import {isProblem, type Problem, type SourceRow} from './source-row.js';
import {toPlace, type FeedContext} from './to-place.js';
import {UnreadableFeedError} from './unreadable-feed-error.js';

export interface ReadPlacesOptions {
  /** Skips the detection by content. */
  readonly format?: PlaceFormat | undefined;
  /** Address of the feed, against which relative links and images are resolved. */
  readonly baseUrl?: string | undefined;
  /** Name of the publisher for places that do not tell their own source. */
  readonly sourceName?: string | undefined;
  /** Default 200 000; the rest is left out, said by `truncated` and a `too-many` row. */
  readonly maxPlaces?: number | undefined;
}

export interface ReadPlacesResult {
  readonly places: Place[];
  /** In the order of the source; after 100 000 reading stops as at `maxPlaces`. */
  readonly rejected: RejectedRow[];
  readonly format: PlaceFormat;
  /** Whether rows were left out; the last one of `rejected` then says where reading stopped. */
  readonly truncated: boolean;
}

const MAX_PLACES = 200_000;
/** A flood of rejected rows ends the reading: each costs memory, and no one reads so many. */
const MAX_REJECTED = 100_000;

/**
 * Reads a feed of places, whatever its format: a text, the bytes of a file, or a value that
 * JSON.parse gave. One bad row never loses the others: see `rejected`. Places come in the order of
 * the source, with ids that are unique among them.
 *
 * @throws {UnreadableFeedError} when the whole is no feed that we know; nothing else is ever thrown.
 */
export function readPlaces(
  input: string | Uint8Array | ArrayBuffer | object,
  options: ReadPlacesOptions = {},
): ReadPlacesResult {
  try {
    const {format, rows} = findRows(input, options.format);
    return {format, ...collect(rows, options)};
  } catch (error) {
    // A proxy, a getter or an engine's own limit: for the caller all the same, an unreadable feed.
    throw error instanceof UnreadableFeedError
      ? error
      : new UnreadableFeedError('unknown-format', messageOf(error));
  }
}

function findRows(
  input: unknown,
  wanted: PlaceFormat | undefined,
): {format: PlaceFormat; rows: Iterable<SourceRow>} {
  const text = textOf(input);
  let json = text === undefined ? input : undefined;
  const isJson = text === undefined || /^\s*[[{]/.test(text);
  for (const reader of readers) {
    if (wanted && wanted !== reader.format) continue;
    const wantsJson = reader.input === 'json';
    if (!wanted && wantsJson !== isJson) continue;
    if (wantsJson && text !== undefined) json ??= parseJson(text);
    const rows = wantsJson || text !== undefined ? reader.read(wantsJson ? json : text) : undefined;
    if (rows) return {format: reader.format, rows};
  }
  throw new UnreadableFeedError(
    'unknown-format',
    `no reader (${readers.map(({format}) => format).join(', ')}) knows ${quote(text ?? Object.keys(input ?? {}))}`,
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
  if (start.startsWith('<')) {
    throw /^<(?:!--|(?:!doctype html|html|head|body|script|meta|div|p)\b)/i.test(start)
      ? new UnreadableFeedError('html', 'a web page, not data')
      : new UnreadableFeedError('unknown-format', `XML is not read: ${quote(start)}`);
  }
  return text;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UnreadableFeedError('not-json', messageOf(error));
  }
}

function messageOf(error: unknown): string {
  return (error instanceof Error && cleanText(error.message, 200)) || 'unreadable';
}

type Origin = Pick<RejectedRow, 'at' | 'unit'>;

function collect(
  rows: Iterable<SourceRow>,
  {maxPlaces = MAX_PLACES, baseUrl, sourceName}: ReadPlacesOptions,
): Omit<ReadPlacesResult, 'format'> {
  const found: Place[] = [];
  /** Where each was found; not the row itself, which would keep its raw values alive. */
  const origins: Origin[] = [];
  const rejected: RejectedRow[] = [];
  const reject = ({at, unit}: Origin, problem: Problem) => rejected.push({at, unit, ...problem});
  const context = {baseUrl, sourceName, kinds: new KindReader()};
  let truncated = false;
  for (const row of rows) {
    if (found.length >= maxPlaces || rejected.length >= MAX_REJECTED) {
      truncated = true;
      reject(row, {reason: 'too-many', detail: `reading stops after ${found.length} places`});
      break;
    }
    const result = readRow(row, context);
    if (isProblem(result)) reject(row, result);
    else {
      found.push(result);
      origins.push({at: row.at, unit: row.unit});
    }
  }
  const problems = findSwapped(found);
  origins.forEach((origin, at) => {
    const problem = problems[at];
    if (problem) reject(origin, problem);
  });
  return {
    places: withUniqueIds(found.filter((_, at) => !problems[at])),
    rejected: rejected.sort((one, other) => one.at - other.at),
    truncated,
  };
}

function readRow(row: SourceRow, context: FeedContext): Place | Problem {
  try {
    const values = row.read();
    return isProblem(values) ? values : toPlace(values, context);
  } catch (error) {
    return {reason: 'bad-row', detail: messageOf(error)};
  }
}

/** The second `farm` becomes `farm-2`: in the order of the source, so the same at every reading. */
function withUniqueIds(places: Place[]): Place[] {
  const uses = new Map<string, number>();
  return places.map(place => {
    let id = place.id;
    for (let use = uses.get(id); use; use = uses.get(id)) {
      uses.set(id, use + 1);
      id = `${id}-${use + 1}`;
    }
    uses.set(id, 1);
    return id === place.id ? place : {...place, id};
  });
}
