import {isObject} from '../json.js';
import {joinBytes} from './join-bytes.js';

const QUOTE = 0x22;
const COMMA = 0x2c;
const BACKSLASH = 0x5c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

/** The bytes that are looked at outside of texts; all others are passed over. */
const MARKS = new Uint8Array(256);
for (const mark of [QUOTE, COMMA, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT]) {
  MARKS[mark] = 1;
}

/** Bytes of a feature that is cut, or of what stands before the features: no honest one has more. */
const MAX_REST = 1_000_000;
/** Longest white space in front of an object. */
const MAX_SPACE = 100;

const NOTHING = new Uint8Array();
/** Stands for the features when what is around them is checked. */
const STAND_IN = 'features';
const BYTE_ORDER_MARK = '\ufeff';

/**
 * Takes the features out of a GeoJSON text (RFC 7946) while its bytes arrive: an object with a member
 * `features`, in UTF-8. Each stretch of whole features is parsed on its own. Whatever is not certain to
 * give what `JSON.parse` of the whole would give is given up: then the whole has to be read.
 */
export class FeatureSplitter {
  private readonly decoder = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true});
  private part: 'head' | 'features' | 'tail' = 'head';
  /** What has arrived and is not parsed yet; all of it was looked at. */
  private rest: Uint8Array = NOTHING;
  /** Of what was looked at last, outside of the list of features: 0, 1 inside the outermost object. */
  private depth = 0;
  private inText = false;
  private isEscaped = false;
  /** Where the last text of the head began, and whether it is the name that we look for. */
  private textFrom = 0;
  private isNamed = false;
  private hasElements = false;
  private head = '';

  /**
   * The features that are whole by now and were not given before.
   *
   * @throws Error when it is given up, for any reason
   */
  add(chunk: Uint8Array): unknown[] {
    const known = this.rest.length;
    this.rest = known > 0 ? joinBytes([this.rest, chunk]) : chunk;
    const from = this.part === 'head' ? this.findFeatures(known) : known;
    const features = this.part === 'features' ? this.takeFeatures(from) : [];
    if (this.rest.length > MAX_REST) throw new Error('something is too long');
    return features;
  }

  /** No more bytes follow. @throws Error when what is around the features gives it up. */
  end(): void {
    if (this.part !== 'tail') throw new Error('the end is missing');
    const tail = this.decoder.decode(this.rest);
    const around: unknown = JSON.parse(`${this.head}"${STAND_IN}"${tail}`);
    // a second member of that name would count instead, and a Feature may have such a member too
    if (!isObject(around) || around['features'] !== STAND_IN || around['type'] === 'Feature') {
      throw new Error('it is no collection');
    }
  }

  /** Looks for `"features": [` in the outermost object. Gives where to go on. */
  private findFeatures(from: number): number {
    const bytes = this.rest;
    for (let at = from; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (this.inText) {
        if (this.isEscaped) this.isEscaped = false;
        else if (byte === BACKSLASH) this.isEscaped = true;
        else if (byte === QUOTE) {
          this.inText = false;
          this.isNamed = this.isTheName(bytes.subarray(this.textFrom, at));
        }
      } else if (byte === QUOTE) {
        this.inText = true;
        this.textFrom = at + 1;
      } else if (byte === OPEN_LIST && this.depth === 1 && this.isNamed) {
        const head = this.decoder.decode(bytes.subarray(0, at));
        this.head = head.startsWith(BYTE_ORDER_MARK) ? head.slice(1) : head;
        this.rest = bytes.subarray(at + 1);
        this.part = 'features';
        return 0;
      } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
        if (++this.depth === 1 && byte === OPEN_LIST) throw new Error('it is a list');
      } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (--this.depth === 0) throw new Error('it has no features');
      } else if (byte === COMMA) this.isNamed = false;
    }
    if (this.depth === 0 && bytes.length > MAX_SPACE) throw new Error('it is no object');
    return bytes.length;
  }

  private isTheName(text: Uint8Array): boolean {
    return text.length === STAND_IN.length && this.decoder.decode(text) === STAND_IN;
  }

  /** The features up to the last comma between two of them, or up to the end of their list. */
  private takeFeatures(from: number): unknown[] {
    const bytes = this.rest;
    const {length} = bytes;
    // where every byte counts, nothing is kept in members
    let {depth, inText, isEscaped} = this;
    let end = -1;
    for (let at = from; at < length; at++) {
      const byte = bytes[at]!;
      if (inText) {
        if (isEscaped) isEscaped = false;
        else if (byte === QUOTE) inText = false;
        else if (byte === BACKSLASH) isEscaped = true;
      } else if (MARKS[byte] !== 0) {
        if (byte === QUOTE) inText = true;
        else if (byte === COMMA) {
          if (depth === 1) end = at;
        } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) depth++;
        else if (depth-- === 1) {
          if (byte !== CLOSE_LIST) throw new Error('a list ends as an object');
          this.part = 'tail';
          return this.parse(at, this.hasElements);
        }
      }
    }
    Object.assign(this, {depth, inText, isEscaped});
    return end < 0 ? [] : this.parse(end, true);
  }

  /** The features up to that byte, which is none of them. */
  private parse(end: number, mustHave: boolean): unknown[] {
    const bytes = this.rest;
    const features = JSON.parse(`[${this.decoder.decode(bytes.subarray(0, end))}]`) as unknown[];
    if (mustHave && features.length === 0) throw new Error('a comma too many');
    this.hasElements = true;
    this.rest = bytes.subarray(end + 1);
    return features;
  }
}
