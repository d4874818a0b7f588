import type {LocalElement} from '../element/local-element.js';
import {warn} from '../log.js';

/** Parameters of an element in an address, without their prefix; empty where all is as the page has it. */
export type AddressParams<Name extends string = string> = Readonly<Record<Name, string>>;

/** Safari refuses more than 100 changes of the address in 30 seconds. */
const PAUSE = 300;

/** Prefixes in use on this page. */
const writers = new Set<string>();

/** What an entry of the history that we added says: whose it is, and what stood there before. */
interface Entry {
  readonly prefix: string;
  readonly beneath: AddressParams;
}

/** Does something once, after so many milliseconds; the answer takes it back. */
export type Later = (work: () => void, milliseconds: number) => () => void;

const later: Later = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

export interface PageAddressOptions<Name extends string> {
  /** All parameters, empty. */
  readonly nothing: AddressParams<Name>;
  /** Those in an address, without what means nothing: anybody may have written it. */
  readonly read: (href: string, prefix: string) => AddressParams<Name>;
  /** The address with other parameters. */
  readonly write: (href: string, prefix: string, params: AddressParams<Name>) => string;
  /** The parameter whose thing is an entry of its own in the history, so that Back closes it. */
  readonly entry: Name;
  /** Puts into force what the address says. */
  readonly restore: (wanted: AddressParams<Name>) => void;
  readonly wait?: Later | undefined;
}

/**
 * What one element keeps in the address of its page (`url-state`). Nothing is written before a person
 * changes something; then the present entry of the history changes, a moment later, or gets one above it.
 */
export class PageAddress<Name extends string> {
  /** How our parameters begin, while they are in force. */
  private prefix: string | undefined;
  /** Our parameters, without what means nothing, as the address has them. */
  private present: AddressParams<Name>;
  /** The same as it will have them when what waits is written. */
  written: AddressParams<Name>;
  private cancel: (() => void) | undefined;
  /** We went back ourselves, and the browser is not there yet: it takes a moment. */
  private isLeaving = false;
  /** Unknown until the first try. */
  private isAllowed: boolean | undefined;

  constructor(
    private readonly host: LocalElement,
    private readonly options: PageAddressOptions<Name>,
  ) {
    this.present = this.written = options.nothing;
  }

  /** Whether our parameters are in force. */
  get isOpen(): boolean {
    return this.prefix !== undefined;
  }

  /** Whether `keep` can do anything now. */
  get mayWrite(): boolean {
    return this.isOpen && this.isAllowed !== false && !this.isLeaving;
  }

  /**
   * Takes the parameters that begin with a prefix, unless another element of the page has them.
   *
   * @param attribute of the element: the prefix, or nothing for the usual one
   * @param isTouched whether a person was faster, who is not interrupted
   * @returns whether they are ours now
   */
  open(attribute: string, usual: string, isTouched: () => boolean): boolean {
    const prefix = attribute.trim() || usual;
    if (writers.has(prefix)) {
      this.warn(`url-state="${attribute}" is ignored: another element has these parameters.`);
      return false;
    }
    writers.add(prefix);
    this.prefix = prefix;
    addEventListener('popstate', this.goTo);
    if (isTouched()) this.written = this.read();
    else this.goTo();
    return true;
  }

  close(): void {
    if (this.prefix === undefined) return;
    this.flush();
    removeEventListener('popstate', this.goTo);
    writers.delete(this.prefix);
    this.prefix = undefined;
    this.isLeaving = false;
  }

  /** Keeps these in the address, unless it has them. */
  keep(now: AddressParams<Name>): void {
    const {written, options} = this;
    if (!this.mayWrite || isSameAddress(now, written)) return;
    if (now[options.entry] && !written[options.entry]) this.push(now);
    else if (written[options.entry] && isSameAddress(now, this.beneath)) this.back(now);
    else this.write(now);
  }

  private readonly goTo = (): void => {
    const wanted = this.read();
    if (this.isLeaving) {
      // nothing to restore: what a person did meanwhile is newer, and is written now
      this.isLeaving = false;
    } else {
      // only the hash, or another element's entry, while something of ours is still to be written
      if (this.cancel && isSameAddress(wanted, this.present)) return;
      this.cancel?.();
      this.cancel = undefined;
      this.options.restore(wanted);
    }
    this.written = this.present = wanted;
    this.host.requestUpdate();
  };

  private read(): AddressParams<Name> {
    return this.options.read(location.href, this.prefix!);
  }

  /** Replaces the present entry, a moment later. */
  private write(params: AddressParams<Name>): void {
    const {wait = later} = this.options;
    this.written = params;
    this.cancel?.();
    this.cancel = wait(() => this.flush(), PAUSE);
  }

  private flush(): void {
    if (!this.cancel) return;
    this.cancel();
    this.cancel = undefined;
    this.change('replaceState', history.state);
  }

  /** Adds an entry; what was to be written before stands beneath it. */
  private push(params: AddressParams<Name>): void {
    this.flush();
    const entry: Entry = {prefix: this.prefix!, beneath: this.written};
    this.written = params;
    this.change('pushState', {...(history.state as object | null), localWidgets: entry});
  }

  /** What stands in the history before an entry of ours. */
  private get beneath(): AddressParams | undefined {
    const {localWidgets: entry} = (history.state ?? {}) as {localWidgets?: Entry};
    return entry?.prefix === this.prefix ? entry?.beneath : undefined;
  }

  /** Who closes a thing goes back, so that Back does not have to be pressed twice afterwards. */
  private back(params: AddressParams<Name>): void {
    this.cancel?.();
    this.cancel = undefined;
    this.written = params;
    this.isLeaving = true;
    history.back();
  }

  private change(how: 'pushState' | 'replaceState', data: unknown): void {
    try {
      history[how](data, '', this.options.write(location.href, this.prefix!, this.written));
      this.present = this.written;
      this.isAllowed = true;
    } catch (error) {
      // after a first success it is only that there were too many; the next change tells all
      if (this.isAllowed) return;
      this.isAllowed = false;
      this.warn('url-state is off: this page may not change its address.', error);
    }
  }

  private warn(message: string, ...details: unknown[]): void {
    warn(this.host.localName, message, ...details);
  }
}

/** Both were written by the same code, in the same order. */
export function isSameAddress(one: AddressParams, other: AddressParams | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
