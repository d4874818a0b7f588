import type {XmlElement} from './element.js';
import {readTag} from './tag.js';
import type {Tag} from './tag.js';
import {decodeText, refuseNoXml, XmlError} from './text.js';

export interface StreamHandler {
  /** The root began: its attributes are those of the stream. */
  open(root: XmlElement): void;
  /** A child of the root is whole. */
  element(element: XmlElement): void;
  /** The root ended. */
  close(): void;
}

export interface ParserLimits {
  /** Characters from the beginning of a child of the root to its end. */
  mostCharacters: number;
  /** Elements inside of each other, the root not counted. */
  mostDepth: number;
}

const LIMITS: ParserLimits = {mostCharacters: 256 * 1024, mostDepth: 32};

type Open = {element: XmlElement & {children: (XmlElement | string)[]}; tag: Tag};

/**
 * Reads the XML of an XMPP stream as it arrives (RFC 6120, section 11): one root, whose children are told
 * one by one. Comments, processing instructions, document types and entities other than the five of XML are
 * refused there, and so they are here; what is not well-formed ends the stream, whatever it was.
 *
 * @throws XmlError from `push`; nothing may be pushed after that
 */
export class XmlStreamParser {
  readonly #handler: StreamHandler;
  readonly #limits: ParserLimits;
  readonly #decoder = new TextDecoder('utf-8', {fatal: true});
  readonly #open: Open[] = [];
  #text = '';
  /** Up to where `#text` was looked through for the end of what it begins with. */
  #looked = 0;
  /** Of the child of the root that is under way. */
  #characters = 0;
  #isBegun = false;
  #isEnded = false;

  constructor(handler: StreamHandler, limits: Partial<ParserLimits> = {}) {
    this.#handler = handler;
    this.#limits = {...LIMITS, ...limits};
  }

  push(bytes: Uint8Array): void {
    try {
      this.#text += this.#decoder.decode(bytes, {stream: true});
    } catch {
      throw new XmlError('not-well-formed');
    }
    while (this.#text !== '' && this.#step()) {
      // each step takes something off the beginning
    }
    if (this.#text.length + this.#characters > this.#limits.mostCharacters) {
      throw new XmlError('policy-violation');
    }
  }

  /** @returns false when more has to arrive first */
  #step(): boolean {
    if (this.#text.startsWith('<')) return this.#markup();
    const end = this.#text.indexOf('<');
    const whole = end < 0 ? this.#text : this.#text.slice(0, end);
    // a reference that is cut in two waits for its end
    const reference = end < 0 ? whole.lastIndexOf('&') : -1;
    const isCut = reference >= 0 && !whole.includes(';', reference);
    const text = isCut ? whole.slice(0, reference) : whole;
    if (isCut && whole.length - reference > 12) throw new XmlError('restricted-xml');
    if (text === '') return false;
    this.#take(text.length);
    this.#addText(decodeText(text));
    return true;
  }

  #markup(): boolean {
    const text = this.#text;
    if (text.startsWith('<![CDATA[')) {
      const end = this.#find(']]>');
      if (end < 0) return false;
      const content = text.slice(9, end);
      refuseNoXml(content);
      this.#take(end + 3);
      this.#addText(content);
      return true;
    }
    // what may still become a CDATA section waits
    if (text.length < 9 && '<![CDATA['.startsWith(text)) return false;
    if (text.startsWith('<?')) return this.#declaration();
    if (text.startsWith('<!')) throw new XmlError('restricted-xml');
    const end = this.#endOfTag();
    if (end < 0) return false;
    const inside = text.slice(1, end);
    this.#take(end + 1);
    if (inside.startsWith('/')) this.#endElement(inside.slice(1).trimEnd());
    else this.#beginElement(readTag(inside, this.#open.at(-1)?.tag));
    return true;
  }

  /** `<?xml …?>` once, before all else. */
  #declaration(): boolean {
    const end = this.#find('?>');
    if (end < 0) return false;
    if (this.#isBegun || !/^<\?xml[\s?]/.test(this.#text)) throw new XmlError('restricted-xml');
    this.#isBegun = true;
    this.#take(end + 2);
    return true;
  }

  #beginElement(tag: Tag): void {
    this.#isBegun = true;
    const {name, namespace, attributes} = tag;
    if (this.#isEnded) throw new XmlError('not-well-formed');
    if (this.#open.length > this.#limits.mostDepth) throw new XmlError('policy-violation');
    const element = {name, namespace, attributes, children: []};
    const isRoot = this.#open.length === 0;
    this.#open.push({element, tag});
    if (isRoot) {
      this.#characters = 0;
      this.#handler.open(element);
    }
    if (tag.isEmpty) this.#endElement(tag.written);
  }

  #endElement(written: string): void {
    const ended = this.#open.pop();
    if (ended?.tag.written !== written) throw new XmlError('not-well-formed');
    const parent = this.#open.at(-1);
    if (!parent) {
      this.#isEnded = true;
      this.#handler.close();
    } else if (this.#open.length === 1) {
      this.#characters = 0;
      this.#handler.element(ended.element);
    } else {
      parent.element.children.push(ended.element);
    }
  }

  /** Between the children of the root stand white spaces only: they keep the line alive. */
  #addText(text: string): void {
    const parent = this.#open.at(-1);
    if (this.#open.length > 1) {
      const {children} = parent!.element;
      const last = children.at(-1);
      if (typeof last === 'string') children[children.length - 1] = last + text;
      else children.push(text);
      return;
    }
    if (/[^ \t\r\n]/.test(text)) throw new XmlError('not-well-formed');
    this.#characters = 0;
  }

  #take(count: number): void {
    this.#text = this.#text.slice(count);
    this.#looked = 0;
    this.#characters += count;
  }

  /** Where the text begins, each character looked at once however slowly it arrives; -1 when it does not yet. */
  #find(end: string): number {
    const at = this.#text.indexOf(end, this.#looked);
    if (at < 0) this.#looked = Math.max(0, this.#text.length - end.length + 1);
    return at;
  }

  /** The `>` that is in no attribute. */
  #endOfTag(): number {
    let quote = '';
    // the quotes before have to be counted again: tags are short
    for (let at = 1; at < this.#text.length; at++) {
      const letter = this.#text[at]!;
      if (quote !== '') {
        if (letter === quote) quote = '';
      } else if (letter === '"' || letter === "'") {
        quote = letter;
      } else if (letter === '>') {
        return at;
      }
      if (at > MOST_TAG) throw new XmlError('policy-violation');
    }
    return -1;
  }
}

/** Characters of a tag with all its attributes. */
const MOST_TAG = 16_384;
