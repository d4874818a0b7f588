import {warn, type LocalElement} from '@local-widgets/core';
import type {EventsReading} from '@local-widgets/model';
import type {ReactiveController} from 'lit';
import type {CalendarOwner} from '../state/calendar-owner.js';
import type {ChosenDate} from '../state/calendar-state.js';
import {NO_FILTERS, type AskedDays, type Origin} from '../state/filters.js';
import {addressWith, paramsIn} from './address.js';
import type {LinkParams, LinkState} from './link-state.js';
import {fromParams, toParams} from './params.js';

/** Safari refuses more than 100 changes of the address in 30 seconds. */
const PAUSE = 300;
/** The answer when nothing is asked, and nothing is in the address. */
const NOTHING = toParams({});

/** Prefixes in use on this page. */
const writers = new Set<string>();

/** What an entry of the history that we added says: whose it is, and what stood there before. */
interface Entry {
  readonly prefix: string;
  readonly beneath: LinkParams;
}

/** Does something once, after so many milliseconds; the answer takes it back. */
export type Later = (work: () => void, milliseconds: number) => () => void;

const later: Later = (work, milliseconds) => {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
};

/**
 * Keeps what a person asked for in the address of the page. Reads it when connected; writes nothing
 * before a person changes something. An open event is an entry of its own in the history, so that Back
 * closes it; everything else changes the present entry.
 */
export class UrlState implements ReactiveController {
  /** How our parameters begin, while they are in force. */
  private prefix: string | undefined;
  /** Our parameters, without what means nothing, as the address has them. */
  private address = NOTHING;
  /** The same as it will have them when what waits is written. */
  private written = NOTHING;
  /** An event of the link that has not come yet. */
  private pending: ChosenDate | undefined;
  private reading: EventsReading | undefined;
  private cancel: (() => void) | undefined;
  private attribute: string | null | undefined;
  /** We went back ourselves, and the browser is not there yet: it takes a moment. */
  private isLeaving = false;
  /** Unknown until the first try. */
  private isAllowed: boolean | undefined;

  constructor(
    private readonly host: LocalElement & {readonly urlState: string | null},
    private readonly owner: CalendarOwner,
    private readonly wait: Later = later,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    const {urlState} = this.host;
    this.attribute = urlState;
    if (urlState === null || this.prefix) return;
    const prefix = urlState.trim() || 'events';
    if (writers.has(prefix)) {
      this.warn(`url-state="${urlState}" is ignored: another element has these parameters.`);
      return;
    }
    writers.add(prefix);
    this.prefix = prefix;
    addEventListener('popstate', this.restore);
    const {filters, origin, chosen} = this.owner.state;
    // who was faster than this file is not interrupted
    if (filters === NO_FILTERS && !origin && !chosen) this.restore();
    else this.written = toParams(this.read());
  }

  hostDisconnected(): void {
    if (!this.prefix) return;
    this.flush();
    removeEventListener('popstate', this.restore);
    writers.delete(this.prefix);
    this.prefix = this.pending = undefined;
    this.isLeaving = false;
  }

  /** Between the arrival of events and their first rendering. */
  hostUpdate(): void {
    // out of the page nothing was read yet
    if (this.attribute !== undefined && this.attribute !== this.host.urlState) {
      this.hostDisconnected();
      this.hostConnected();
    }
    const {reading, pending, owner} = this;
    const {state} = owner;
    if (!this.prefix || state.reading === reading) return;
    this.reading = state.reading;
    if (!pending || !state.has(pending.eventId)) return;
    this.pending = undefined;
    owner.choose(pending);
  }

  hostUpdated(): void {
    const {written, isAllowed} = this;
    if (!this.prefix || isAllowed === false || this.isLeaving) return;
    const {chosen} = this.owner.state;
    if (chosen) this.pending = undefined;
    const now = toParams(this.present());
    if (isSame(now, written)) return;
    if (chosen && !written.event) this.push(now);
    else if (written.event && isSame(now, this.beneath)) this.back(now);
    else this.write(now);
  }

  private present(): LinkState {
    const {state, defaults} = this.owner;
    const {view, day, filters, origin, chosen} = state;
    const {days, ...asked} = filters;
    return {
      ...asked,
      view: view === defaults.view ? undefined : view,
      day: day === defaults.day ? undefined : day,
      days: days?.name ?? days,
      near: origin?.isPrivate ? {geo: origin.geo} : origin,
      chosen: chosen ?? this.pending,
    };
  }

  /** Puts into force what the address says; only what differs. */
  private readonly restore = (): void => {
    const {owner} = this;
    const {state, defaults} = owner;
    const wanted = this.read();
    const params = toParams(wanted);
    if (this.isLeaving) {
      // nothing to restore: what a person did meanwhile is newer, and is written now
      this.isLeaving = false;
      this.written = this.address = params;
      this.host.requestUpdate();
      return;
    }
    // only the hash, or another element's entry, while something of ours is still to be written
    if (this.cancel && isSame(params, this.address)) return;
    this.cancel?.();
    this.cancel = undefined;
    const {view = defaults.view, day = defaults.day, near, days, chosen} = wanted;
    const {text = '', facets = NO_FILTERS.facets, radiusKm, shop} = wanted;
    const asked = toParams({...this.present(), view: undefined, day: undefined, chosen: undefined});
    const others = toParams({...wanted, view: undefined, day: undefined, chosen: undefined});
    if (!isSame(asked, others)) {
      state.filter({text, facets, radiusKm, shop, days: this.daysOf(days)});
      state.setOrigin(near && this.originOf(near));
    }
    if (state.view !== view) state.showView(view);
    if (state.day !== day) state.goTo(day);
    this.pending = undefined;
    if (!chosen) owner.choose(undefined);
    else if (state.has(chosen.eventId)) owner.choose(chosen);
    else this.pending = chosen;
    this.written = this.address = params;
    this.host.requestUpdate();
  };

  private read(): LinkState {
    const {view, day} = this.owner.defaults;
    const state = fromParams(paramsIn(location.href, this.prefix ?? ''));
    return {
      ...state,
      view: state.view === view ? undefined : state.view,
      day: state.day === day ? undefined : state.day,
    };
  }

  private daysOf(days: LinkState['days']): AskedDays | undefined {
    return typeof days === 'string' ? this.owner.daysCalled(days) : days;
  }

  /** A position without a name may be that of the device of whoever made the link. */
  private originOf({geo, label}: NonNullable<LinkState['near']>): Origin {
    if (label) return {geo, label};
    return {geo, label: this.owner.words().messages.thisSpot, isPrivate: true};
  }

  /** Replaces the present entry, a moment later. */
  private write(params: LinkParams): void {
    this.written = params;
    this.cancel?.();
    this.cancel = this.wait(() => this.flush(), PAUSE);
  }

  private flush(): void {
    if (!this.cancel) return;
    this.cancel();
    this.cancel = undefined;
    this.change('replaceState', history.state);
  }

  /** Adds an entry; what was to be written before stands beneath it. */
  private push(params: LinkParams): void {
    this.flush();
    const entry: Entry = {prefix: this.prefix!, beneath: this.written};
    this.written = params;
    this.change('pushState', {...(history.state as object | null), localWidgets: entry});
  }

  /** What stands in the history before an entry of ours. */
  private get beneath(): LinkParams | undefined {
    const {localWidgets: entry} = (history.state ?? {}) as {localWidgets?: Entry};
    return entry?.prefix === this.prefix ? entry?.beneath : undefined;
  }

  /** Who closes an event goes back, so that Back does not have to be pressed twice afterwards. */
  private back(params: LinkParams): void {
    this.cancel?.();
    this.cancel = undefined;
    this.written = params;
    this.isLeaving = true;
    history.back();
  }

  private change(how: 'pushState' | 'replaceState', data: unknown): void {
    try {
      history[how](data, '', addressWith(location.href, this.prefix!, this.written));
      this.address = this.written;
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

function isSame(one: LinkParams, other: LinkParams | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
